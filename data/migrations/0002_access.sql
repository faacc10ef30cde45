CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" uuid NOT NULL,
	"impersonated_by" uuid
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"username" text NOT NULL,
	"display_username" text,
	"role" text DEFAULT 'user' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "buildings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "compounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dwellings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "entrances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "communities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "layer_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "households" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "duties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "leaves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "party_organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "context_features" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "micro_grids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "actor_name" text;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "is_ready" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "duties" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "leaves" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("community_id","actor_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("community_id","at");--> statement-breakpoint
CREATE INDEX "households_dwelling" ON "households" USING btree ("community_id","dwelling_id");--> statement-breakpoint
CREATE INDEX "duties_person" ON "duties" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "leaves_duty" ON "leaves" USING btree ("community_id","duty_id");--> statement-breakpoint
CREATE INDEX "leaves_stand_in" ON "leaves" USING btree ("community_id","stand_in_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_user" ON "people" USING btree ("user_id","community_id");--> statement-breakpoint
CREATE POLICY "audit_add" ON "audit" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (actor_id = getu_actor() AND community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "audit_see" ON "audit" AS PERMISSIVE FOR SELECT TO "getu_app" USING (actor_id = getu_actor() OR community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary'])));--> statement-breakpoint
CREATE POLICY "buildings_see" ON "buildings" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "buildings_read" ON "buildings" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "buildings_write" ON "buildings" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "compounds_see" ON "compounds" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "compounds_read" ON "compounds" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "compounds_write" ON "compounds" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "dwellings_see" ON "dwellings" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "dwellings_read" ON "dwellings" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "dwellings_write" ON "dwellings" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "entrances_see" ON "entrances" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "entrances_read" ON "entrances" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "entrances_write" ON "entrances" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "communities_see" ON "communities" AS PERMISSIVE FOR SELECT TO "getu_app" USING (id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "communities_read" ON "communities" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (id = getu_reads());--> statement-breakpoint
CREATE POLICY "communities_add" ON "communities" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (getu_is_admin());--> statement-breakpoint
CREATE POLICY "communities_change" ON "communities" AS PERMISSIVE FOR UPDATE TO "getu_app" USING (id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "layer_revisions_see" ON "layer_revisions" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "layer_revisions_read" ON "layer_revisions" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "layer_revisions_add" ON "layer_revisions" AS PERMISSIVE FOR INSERT TO "getu_app" WITH CHECK (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "layer_revisions_raise" ON "layer_revisions" AS PERMISSIVE FOR UPDATE TO "getu_app" USING (community_id IN (SELECT getu_member_communities())) WITH CHECK (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "households_see" ON "households" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['secretary', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact'])) OR dwelling_id IN (SELECT getu_dwellings(ARRAY['secretary', 'inspector', 'grid-worker', 'micro-grid-leader', 'building-chief', 'party-contact'])));--> statement-breakpoint
CREATE POLICY "households_read" ON "households" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "households_write" ON "households" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['secretary']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['secretary'])));--> statement-breakpoint
CREATE POLICY "duties_see" ON "duties" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "duties_read" ON "duties" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "duties_write" ON "duties" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary'])));--> statement-breakpoint
CREATE POLICY "leaves_see" ON "leaves" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "leaves_read" ON "leaves" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "leaves_write" ON "leaves" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary'])));--> statement-breakpoint
CREATE POLICY "party_organisations_see" ON "party_organisations" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "party_organisations_read" ON "party_organisations" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "party_organisations_write" ON "party_organisations" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary'])));--> statement-breakpoint
CREATE POLICY "people_see" ON "people" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "people_read" ON "people" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "people_write" ON "people" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary'])));--> statement-breakpoint
CREATE POLICY "context_features_see" ON "context_features" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "context_features_read" ON "context_features" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "context_features_write" ON "context_features" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "places_see" ON "places" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "places_read" ON "places" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "places_write" ON "places" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "grids_see" ON "grids" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "grids_read" ON "grids" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "grids_write" ON "grids" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "micro_grids_see" ON "micro_grids" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "micro_grids_read" ON "micro_grids" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "micro_grids_write" ON "micro_grids" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "plan_units_see" ON "plan_units" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "plan_units_read" ON "plan_units" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "plan_units_write" ON "plan_units" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "plans_see" ON "plans" AS PERMISSIVE FOR SELECT TO "getu_app" USING (community_id IN (SELECT getu_member_communities()));--> statement-breakpoint
CREATE POLICY "plans_read" ON "plans" AS PERMISSIVE FOR SELECT TO "getu_reader" USING (community_id = getu_reads());--> statement-breakpoint
CREATE POLICY "plans_write" ON "plans" AS PERMISSIVE FOR ALL TO "getu_app" USING (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner']))) WITH CHECK (community_id IN (SELECT getu_communities(ARRAY['admin', 'secretary', 'planner'])));--> statement-breakpoint
CREATE POLICY "users_see" ON "users" AS PERMISSIVE FOR SELECT TO "getu_app" USING (id = getu_actor() OR id IN (SELECT getu_colleagues()));