CREATE POLICY "inspections_read" ON "inspections" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads() AND dwelling_id IS NULL);--> statement-breakpoint
CREATE POLICY "round_targets_read" ON "round_targets" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads() AND dwelling_id IS NULL);--> statement-breakpoint
CREATE POLICY "round_targets_add" ON "round_targets" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector'])));--> statement-breakpoint
CREATE POLICY "round_targets_remove" ON "round_targets" AS PERMISSIVE FOR DELETE TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector'])));--> statement-breakpoint
CREATE POLICY "rounds_read" ON "rounds" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
-- Days and places of visits, for the cache that all share; not what anybody wrote.
GRANT SELECT (community_id, id, name, starts_on, ends_on, repeats, ended_at) ON rounds TO getu_reader;
--> statement-breakpoint
GRANT SELECT (community_id, round_id, id, type, place_id, building_id, dwelling_id, name, location)
ON round_targets TO getu_reader;
--> statement-breakpoint
GRANT SELECT (community_id, round_id, target_id, type, place_id, dwelling_id, done_at)
ON inspections TO getu_reader;
--> statement-breakpoint
REVOKE UPDATE ON round_targets FROM getu_app;
