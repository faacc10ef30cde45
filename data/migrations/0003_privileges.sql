-- What each role may touch at all; which rows, say the policies. A table that is not named here is
-- closed to both: sessions and passwords are read by the program alone.
GRANT USAGE ON SCHEMA public TO getu_app, getu_reader;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  compounds, buildings, entrances, dwellings, households, places, context_features,
  people, duties, leaves, party_organisations, plans, grids, micro_grids, plan_units
TO getu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON communities, layer_revisions TO getu_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON areas TO getu_app;
--> statement-breakpoint
-- Append-only: nothing of the application changes or removes what was written down.
GRANT SELECT, INSERT ON audit TO getu_app;
--> statement-breakpoint
GRANT SELECT (id, name, username, role, banned, is_sample, created_at) ON users TO getu_app;
--> statement-breakpoint
GRANT SELECT ON
  areas, communities, layer_revisions, compounds, buildings, entrances, dwellings, places,
  context_features, people, duties, leaves, party_organisations, plans, grids, micro_grids, plan_units
TO getu_reader;
--> statement-breakpoint
-- Everything but who it is.
GRANT SELECT (community_id, id, dwelling_id, building_id, residents, party_members, party_standing, tags)
ON households TO getu_reader;
