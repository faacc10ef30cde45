-- What the tables of 0008 may be used for; which rows, say their policies.
GRANT SELECT, INSERT, UPDATE ON hazards, notices TO getu_app;
--> statement-breakpoint
-- Append-only: what was done, seen and found stays as it was.
GRANT SELECT, INSERT ON hazard_steps, photos, inspections TO getu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON hazard_stars TO getu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rounds, round_targets TO getu_app;
--> statement-breakpoint
-- What all who look share: pins, without what anybody wrote.
GRANT SELECT (
  community_id, id, category, level, status, location, unit_id, building_id, floor, place_id,
  reported_at, rectified_at, closed_at, clock_starts_at, due_at, return_count, merged_into_id,
  assignee_id, department_id, version
) ON hazards TO getu_reader;
