CREATE TABLE "capacities" (
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"load" double precision NOT NULL,
	CONSTRAINT "capacities_community_id_person_id_role_pk" PRIMARY KEY("community_id","person_id","role")
);
--> statement-breakpoint
ALTER TABLE "capacities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_posts" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"place_type" text NOT NULL,
	"place_id" uuid NOT NULL,
	"person_id" uuid,
	CONSTRAINT "plan_posts_community_id_plan_id_id_pk" PRIMARY KEY("community_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan_posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grids" ADD COLUMN "is_locked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "micro_grids" ADD COLUMN "is_locked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "author_name" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "saved_by_name" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "saved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "published_by_name" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "published_reason" text;--> statement-breakpoint
ALTER TABLE "capacities" ADD CONSTRAINT "capacities_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacities" ADD CONSTRAINT "capacities_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_posts" ADD CONSTRAINT "plan_posts_community_id_plan_id_plans_community_id_id_fk" FOREIGN KEY ("community_id","plan_id") REFERENCES "public"."plans"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_posts" ADD CONSTRAINT "plan_posts_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "capacities_see" ON "capacities" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "capacities_read" ON "capacities" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "capacities_write" ON "capacities" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "plan_posts_see" ON "plan_posts" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "plan_posts_read" ON "plan_posts" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "plan_posts_write" ON "plan_posts" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));