import { z } from "zod";
import { BUILDING_KINDS } from "../buildings.ts";
import { DUTY_PLACE_TYPES, ROLES } from "../duties.ts";
import { COLUMN_ROLES } from "../import/columnNames.ts";
import { ROW_WARNINGS, SKIP_REASONS } from "../import/reading.ts";
import { ACTIONS } from "../permissions.ts";
import { PLAN_STATUSES } from "../plans.ts";
import { Named } from "./responsibility.ts";

const ONE_LINE = /^\P{Cc}*$/u;
const name = z.string().trim().min(1).max(80).regex(ONE_LINE);
const address = z.string().trim().max(200).regex(ONE_LINE).nullable();
const storeys = z.int().min(1).max(200).nullable();
/** The row that was read; a newer one is not overwritten. Absent: whichever is there. */
const version = z.int().min(1);

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).max(10_000);
const Area = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).max(100) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)).max(100) }),
]);
const Footprint = z.union([
  z.object({ type: z.literal("Point"), coordinates: position }),
  ...Area.options,
]);

const EntranceName = z.object({ id: z.uuid(), name });

/** Of a building, what can be changed; what is left out stays. */
const facts = {
  name,
  kind: z.enum(BUILDING_KINDS),
  address,
  storeys,
  hasLift: z.boolean(),
  compoundId: z.uuid().nullable(),
  footprint: Footprint,
  /** All of them, in the order in which they stand; one that is not named is gone. */
  entrances: z.array(EntranceName).max(100),
};

export const BuildingEdit = z.object({ version, ...facts }).partial();
export type BuildingEdit = z.infer<typeof BuildingEdit>;

/** The id is made by the client, so that a request sent twice makes one building. */
export const NewBuilding = z.object({
  id: z.uuid(),
  ...facts,
  entrances: facts.entrances.optional(),
});
export type NewBuilding = z.infer<typeof NewBuilding>;

/** A building as it is edited. WGS 84. */
export const BuildingGround = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    kind: z.enum(BUILDING_KINDS),
    address: z.string().nullable(),
    storeys: z.int().nullable(),
    hasLift: z.boolean(),
    compoundId: z.uuid().nullable(),
    footprint: Footprint,
    entrances: z.array(Named),
  })
  .meta({ id: "BuildingGround" });
export type BuildingGround = z.infer<typeof BuildingGround>;

export const BuildingRemoval = z.object({
  version: version.optional(),
  reason: z.string().trim().min(1).max(500),
});
export type BuildingRemoval = z.infer<typeof BuildingRemoval>;

/** What hangs on a building, told before it is deleted. */
export const BuildingUses = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** Plans that are not former and assign it, the one in force first. */
    plans: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        status: z.enum(PLAN_STATUSES),
        microGrids: z.array(Named),
      }),
    ),
    /** Null is one or two, where the reader may not be told. */
    households: z.int().nullable(),
    dwellings: z.int(),
    entrances: z.int(),
    /** Posts at the building, vacant ones too, that are held today or will be. */
    duties: z.array(
      z.object({
        id: z.uuid(),
        role: z.enum(ROLES),
        placeType: z.enum(DUTY_PLACE_TYPES),
        person: z.string().nullable(),
      }),
    ),
    /** They stay, without a building. */
    places: z.array(Named),
    partyOrganisations: z.array(Named),
    /** What the reader's duties do not allow and deleting it takes; null: it may be deleted. */
    missing: z.enum(ACTIONS).nullable(),
  })
  .meta({ id: "BuildingUses" });
export type BuildingUses = z.infer<typeof BuildingUses>;

export const RemovedBuilding = z
  .object({
    id: z.uuid(),
    plans: z.int(),
    duties: z.int(),
    places: z.int(),
  })
  .meta({ id: "RemovedBuilding" });
export type RemovedBuilding = z.infer<typeof RemovedBuilding>;

export const CompoundEdit = z.object({ version, name, boundary: Area.nullable() }).partial();
export type CompoundEdit = z.infer<typeof CompoundEdit>;

const ProposedBuilding = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Where it is listed now. */
  compound: Named.nullable(),
});

/** A compound as it is edited, and what its boundary says against its list of buildings. */
export const CompoundGround = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    boundary: Area.nullable(),
    buildings: z.int(),
    /** Never done by itself. */
    proposal: z.object({
      enter: z.array(ProposedBuilding),
      leave: z.array(ProposedBuilding),
    }),
  })
  .meta({ id: "CompoundGround" });
export type CompoundGround = z.infer<typeof CompoundGround>;

/** Buildings to be listed in a compound, and buildings of it to be listed in none. */
export const CompoundListing = z.object({
  enter: z.array(z.uuid()).max(10_000),
  leave: z.array(z.uuid()).max(10_000),
});
export type CompoundListing = z.infer<typeof CompoundListing>;

/** What every form about buildings offers. */
export const GroundChoices = z
  .object({
    compounds: z.array(
      z.object({ id: z.uuid(), name: z.string(), boundary: Area.nullable(), buildings: z.int() }),
    ),
  })
  .meta({ id: "GroundChoices" });
export type GroundChoices = z.infer<typeof GroundChoices>;

const RowReport = { row: z.int(), name: z.string().nullable(), otherRow: z.int().optional() };
const change = z.object({ from: z.string().nullable(), to: z.string().nullable() });

/** What a file of footprints says against the community's buildings. */
export const GroundImportReport = z
  .object({
    isStored: z.boolean(),
    /** Buildings in the file. */
    rows: z.int(),
    same: z.int(),
    fresh: z.object({
      count: z.int(),
      shown: z.array(z.object({ row: z.int(), name: z.string() })),
    }),
    changed: z.object({
      count: z.int(),
      shown: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          row: z.int(),
          changes: z.partialRecord(z.enum(["name", "address", "storeys", "heightMeters"]), change),
          /** Null where it stands as it stood. */
          movedMeters: z.number().nullable(),
        }),
      ),
    }),
    /** In the community and not in the file: they stay. */
    missing: z.object({ count: z.int(), shown: z.array(Named) }),
    /** New ones too far from the community to be taken in. */
    farAway: z.int(),
    skipped: z.array(z.object({ ...RowReport, reason: z.enum(SKIP_REASONS) })),
    warnings: z.array(
      z.object({ ...RowReport, kind: z.enum(ROW_WARNINGS), value: z.string().optional() }),
    ),
  })
  .meta({ id: "GroundImportReport" });
export type GroundImportReport = z.infer<typeof GroundImportReport>;

export const MappingChoice = z.partialRecord(z.enum(COLUMN_ROLES), z.string().nullable());

export const GapCover = z.object({ microGridId: z.uuid() });
export type GapCover = z.infer<typeof GapCover>;

export const CoveredGap = z
  .object({ unitId: z.uuid(), microGrid: Named, planId: z.uuid(), version: z.int() })
  .meta({ id: "CoveredGap" });
export type CoveredGap = z.infer<typeof CoveredGap>;
