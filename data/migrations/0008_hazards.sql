CREATE TABLE "hazard_stars" (
	"community_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	CONSTRAINT "hazard_stars_community_id_user_id_hazard_id_pk" PRIMARY KEY("community_id","user_id","hazard_id")
);
--> statement-breakpoint
ALTER TABLE "hazard_stars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hazard_steps" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"step" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"actor_id" uuid,
	"actor_name" text,
	"note" text DEFAULT '' NOT NULL,
	"reason" text,
	"assignee_id" uuid,
	"department_id" uuid,
	"due_at" timestamp with time zone,
	"until" timestamp with time zone,
	"other_hazard_id" uuid,
	CONSTRAINT "hazard_steps_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "hazard_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hazards" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category" text NOT NULL,
	"level" text NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"major_rule" text,
	"location" geometry(Geometry,4326) NOT NULL,
	"unit_id" uuid,
	"building_id" uuid,
	"floor" integer,
	"place_id" uuid,
	"inspection_id" uuid,
	"line_id" text,
	"reported_at" timestamp with time zone NOT NULL,
	"reported_by_id" uuid,
	"reported_by_name" text,
	"assignee_id" uuid,
	"department_id" uuid,
	"fixed_by_id" uuid,
	"fixed_by_name" text,
	"rectified_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"clock_starts_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"extension_until" timestamp with time zone,
	"extension_reason" text,
	"return_count" integer DEFAULT 0 NOT NULL,
	"merged_into_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hazards_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "hazards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notices_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inspections" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid,
	"target_id" uuid,
	"type" text NOT NULL,
	"place_id" uuid,
	"building_id" uuid,
	"dwelling_id" uuid,
	"location" geometry(Geometry,4326) NOT NULL,
	"unit_id" uuid,
	"floors" integer[],
	"answers" jsonb NOT NULL,
	"is_all_well" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	CONSTRAINT "inspections_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "inspections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_targets" (
	"community_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"place_id" uuid,
	"building_id" uuid,
	"dwelling_id" uuid,
	"name" text,
	"location" geometry(Geometry,4326) NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "round_targets_community_id_round_id_id_pk" PRIMARY KEY("community_id","round_id","id")
);
--> statement-breakpoint
ALTER TABLE "round_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"checklist" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"repeats" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by_name" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rounds_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "photos" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hazard_id" uuid,
	"step_id" uuid,
	"inspection_id" uuid,
	"line_id" text,
	"kind" text NOT NULL,
	"width_pixels" integer NOT NULL,
	"height_pixels" integer NOT NULL,
	"bytes" integer NOT NULL,
	"taken_at" timestamp with time zone,
	"longitude" double precision,
	"latitude" double precision,
	"added_by_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photos_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "hazard_stars" ADD CONSTRAINT "hazard_stars_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_steps" ADD CONSTRAINT "hazard_steps_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_targets" ADD CONSTRAINT "round_targets_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hazard_steps_order" ON "hazard_steps" USING btree ("community_id","hazard_id","ordinal");--> statement-breakpoint
CREATE INDEX "hazards_status" ON "hazards" USING btree ("community_id","status");--> statement-breakpoint
CREATE INDEX "hazards_reported" ON "hazards" USING btree ("community_id","reported_at");--> statement-breakpoint
CREATE INDEX "hazards_merged" ON "hazards" USING btree ("community_id","merged_into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("community_id","person_id","hazard_id","kind","occasion");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("community_id","person_id","at");--> statement-breakpoint
CREATE INDEX "inspections_target" ON "inspections" USING btree ("community_id","round_id","target_id","done_at");--> statement-breakpoint
CREATE INDEX "inspections_place" ON "inspections" USING btree ("community_id","place_id","done_at");--> statement-breakpoint
CREATE INDEX "photos_hazard" ON "photos" USING btree ("community_id","hazard_id");--> statement-breakpoint
CREATE INDEX "photos_inspection" ON "photos" USING btree ("community_id","inspection_id");--> statement-breakpoint
CREATE POLICY "hazard_stars_own" ON "hazard_stars" AS PERMISSIVE FOR ALL TO "getu_app" USING (user_id = getu_actor() AND (community_id, hazard_id) IN (SELECT community_id, id FROM hazards)) WITH CHECK (user_id = getu_actor() AND (community_id, hazard_id) IN (SELECT community_id, id FROM hazards));--> statement-breakpoint
CREATE POLICY "hazard_steps_see" ON "hazard_steps" AS PERMISSIVE FOR SELECT TO "getu_app" USING ((community_id, hazard_id) IN (SELECT community_id, id FROM hazards));--> statement-breakpoint
CREATE POLICY "hazard_steps_add" ON "hazard_steps" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (actor_id = getu_actor() AND (community_id, hazard_id) IN (SELECT community_id, id FROM hazards));--> statement-breakpoint
CREATE POLICY "hazards_see" ON "hazards" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_role_communities(ARRAY['admin', 'leader', 'secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])) OR department_id IN (SELECT getu_own_people()));--> statement-breakpoint
CREATE POLICY "hazards_read" ON "hazards" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "hazards_add" ON "hazards" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (reported_by_id = getu_actor() AND community_id IN (SELECT getu_role_communities(ARRAY['secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])));--> statement-breakpoint
CREATE POLICY "hazards_move" ON "hazards" AS PERMISSIVE FOR UPDATE TO "getu_app" USING (community_id IN (SELECT getu_role_communities(ARRAY['admin', 'leader', 'secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])) OR department_id IN (SELECT getu_own_people())) WITH CHECK (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "notices_see" ON "notices" AS PERMISSIVE FOR SELECT TO "getu_app" USING (person_id IN (SELECT getu_own_people()));--> statement-breakpoint
CREATE POLICY "notices_read" ON "notices" AS PERMISSIVE FOR UPDATE TO "getu_app" USING (person_id IN (SELECT getu_own_people())) WITH CHECK (person_id IN (SELECT getu_own_people()));--> statement-breakpoint
CREATE POLICY "notices_add" ON "notices" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK ((community_id, hazard_id) IN (SELECT community_id, id FROM hazards));--> statement-breakpoint
CREATE POLICY "inspections_see" ON "inspections" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_role_communities(ARRAY['admin', 'leader', 'secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])) AND (dwelling_id IS NULL OR community_id IN (SELECT getu_communities(ARRAY['secretary', 'grid-worker', 'micro-grid-leader'])) OR dwelling_id IN (SELECT getu_dwellings(ARRAY['secretary', 'grid-worker', 'micro-grid-leader']))));--> statement-breakpoint
CREATE POLICY "inspections_add" ON "inspections" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (actor_id = getu_actor() AND community_id IN (SELECT getu_role_communities(ARRAY['secretary', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'lane-keeper'])));--> statement-breakpoint
CREATE POLICY "round_targets_see" ON "round_targets" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_role_communities(ARRAY['admin', 'leader', 'secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])) AND (dwelling_id IS NULL OR community_id IN (SELECT getu_communities(ARRAY['secretary', 'grid-worker', 'micro-grid-leader'])) OR dwelling_id IN (SELECT getu_dwellings(ARRAY['secretary', 'grid-worker', 'micro-grid-leader']))));--> statement-breakpoint
CREATE POLICY "round_targets_write" ON "round_targets" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector'])));--> statement-breakpoint
CREATE POLICY "rounds_see" ON "rounds" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_role_communities(ARRAY['admin', 'leader', 'secretary', 'planner', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact', 'lane-keeper'])));--> statement-breakpoint
CREATE POLICY "rounds_write" ON "rounds" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector'])));--> statement-breakpoint
CREATE POLICY "photos_see" ON "photos" AS PERMISSIVE FOR SELECT TO "getu_app" USING ((community_id, hazard_id) IN (SELECT community_id, id FROM hazards) OR (community_id, inspection_id) IN (SELECT community_id, id FROM inspections));--> statement-breakpoint
CREATE POLICY "photos_add" ON "photos" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (added_by_id = getu_actor() AND ((community_id, hazard_id) IN (SELECT community_id, id FROM hazards) OR (community_id, inspection_id) IN (SELECT community_id, id FROM inspections)));