ALTER TABLE "plan_units" DROP CONSTRAINT "plan_units_community_id_building_id_buildings_community_id_id_fk";
--> statement-breakpoint
ALTER TABLE "plan_units" DROP CONSTRAINT "plan_units_community_id_entrance_id_entrances_community_id_id_fk";
--> statement-breakpoint
ALTER TABLE "buildings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "compounds" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;