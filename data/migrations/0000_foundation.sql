CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"code" text
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"from" jsonb,
	"to" jsonb,
	"reason" text,
	CONSTRAINT "audit_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "buildings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"compound_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"address" text,
	"storeys" integer,
	"height_meters" double precision,
	"has_lift" boolean NOT NULL,
	"footprint" geometry(Geometry,4326) NOT NULL,
	CONSTRAINT "buildings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "compounds" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"boundary" geometry(Geometry,4326),
	CONSTRAINT "compounds_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "dwellings" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"entrance_id" uuid,
	"floor" integer NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	"use" text NOT NULL,
	CONSTRAINT "dwellings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "entrances" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "entrances_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"area_id" uuid,
	"code" text,
	"boundary" geometry(Geometry,4326) NOT NULL,
	"settings" jsonb NOT NULL,
	"is_invented" boolean NOT NULL,
	"attribution" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "layer_revisions" (
	"community_id" uuid NOT NULL,
	"layer" text NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "layer_revisions_community_id_layer_pk" PRIMARY KEY("community_id","layer")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dwelling_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"head_name" text NOT NULL,
	"phone" text,
	"residents" integer NOT NULL,
	"party_members" integer NOT NULL,
	"party_standing" text NOT NULL,
	"tags" text[] NOT NULL,
	CONSTRAINT "households_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid,
	"role" text NOT NULL,
	"place_type" text NOT NULL,
	"place_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "duties_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"duty_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"stand_in_id" uuid,
	CONSTRAINT "leaves_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "party_organisations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"compound_id" uuid,
	"building_id" uuid,
	"grid_id" uuid,
	"household_id" uuid,
	"secretary_id" uuid,
	CONSTRAINT "party_organisations_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	CONSTRAINT "people_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "context_features" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"geometry" geometry(Geometry,4326) NOT NULL,
	CONSTRAINT "context_features_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"building_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"area_square_meters" double precision,
	"inspected_on" date,
	"note" text,
	"location" geometry(Geometry,4326) NOT NULL,
	CONSTRAINT "places_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"ordinal" integer NOT NULL,
	"outline" geometry(Geometry,4326),
	CONSTRAINT "grids_community_id_plan_id_id_pk" PRIMARY KEY("community_id","plan_id","id")
);
--> statement-breakpoint
CREATE TABLE "micro_grids" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "micro_grids_community_id_plan_id_id_pk" PRIMARY KEY("community_id","plan_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan_units" (
	"community_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"building_id" uuid NOT NULL,
	"entrance_id" uuid,
	"micro_grid_id" uuid,
	CONSTRAINT "plan_units_community_id_plan_id_unit_id_pk" PRIMARY KEY("community_id","plan_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"effective_from" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plans_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_compound_id_compounds_community_id_id_fk" FOREIGN KEY ("community_id","compound_id") REFERENCES "public"."compounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compounds" ADD CONSTRAINT "compounds_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dwellings" ADD CONSTRAINT "dwellings_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrances" ADD CONSTRAINT "entrances_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communities" ADD CONSTRAINT "communities_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "layer_revisions" ADD CONSTRAINT "layer_revisions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_community_id_dwelling_id_dwellings_community_id_id_fk" FOREIGN KEY ("community_id","dwelling_id") REFERENCES "public"."dwellings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_community_id_person_id_people_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_community_id_duty_id_duties_community_id_id_fk" FOREIGN KEY ("community_id","duty_id") REFERENCES "public"."duties"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_community_id_stand_in_id_people_community_id_id_fk" FOREIGN KEY ("community_id","stand_in_id") REFERENCES "public"."people"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_organisations" ADD CONSTRAINT "party_organisations_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_features" ADD CONSTRAINT "context_features_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_community_id_plan_id_plans_community_id_id_fk" FOREIGN KEY ("community_id","plan_id") REFERENCES "public"."plans"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "micro_grids" ADD CONSTRAINT "micro_grids_community_id_plan_id_grid_id_grids_community_id_plan_id_id_fk" FOREIGN KEY ("community_id","plan_id","grid_id") REFERENCES "public"."grids"("community_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_community_id_plan_id_plans_community_id_id_fk" FOREIGN KEY ("community_id","plan_id") REFERENCES "public"."plans"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_community_id_entrance_id_entrances_community_id_id_fk" FOREIGN KEY ("community_id","entrance_id") REFERENCES "public"."entrances"("community_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_community_id_plan_id_micro_grid_id_micro_grids_community_id_plan_id_id_fk" FOREIGN KEY ("community_id","plan_id","micro_grid_id") REFERENCES "public"."micro_grids"("community_id","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "areas_parent" ON "areas" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("community_id","subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "buildings_footprint" ON "buildings" USING gist ("footprint");--> statement-breakpoint
CREATE INDEX "dwellings_building" ON "dwellings" USING btree ("community_id","building_id");--> statement-breakpoint
CREATE INDEX "entrances_building" ON "entrances" USING btree ("community_id","building_id");--> statement-breakpoint
CREATE UNIQUE INDEX "communities_slug" ON "communities" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "households_building" ON "households" USING btree ("community_id","building_id");--> statement-breakpoint
CREATE INDEX "duties_place" ON "duties" USING btree ("community_id","place_type","place_id");--> statement-breakpoint
CREATE INDEX "plan_units_building" ON "plan_units" USING btree ("community_id","building_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_one_in_force" ON "plans" USING btree ("community_id") WHERE status = 'in-force';