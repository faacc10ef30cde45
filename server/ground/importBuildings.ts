import type { MultiPolygon } from "geojson";
import { v7 as uuidv7 } from "uuid";
import type { GroundImportReport } from "#data/model/answers/ground.ts";
import type { Building } from "#data/model/bundle.ts";
import { type BuildingChange, changeBetween } from "#data/model/ground/buildingChange.ts";
import { checkFootprint } from "#data/model/ground/footprint.ts";
import { matchBuildings } from "#data/model/ground/matchBuildings.ts";
import { buildingFrom } from "#data/model/import/bundleFromReading.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { readFile } from "../footprints/readFile.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { storeImport } from "./storeImport.ts";

export interface ImportRequest {
  bytes: Uint8Array;
  mapping: MappingChoice;
  /** Says what would be done, and does nothing. */
  isDryRun: boolean;
}

/** What a file says, ready to be stored. */
export interface GroundImport {
  fresh: { building: Building; row: number }[];
  changed: { known: Building; row: number; change: BuildingChange }[];
  missing: Building[];
  same: number;
  farAway: number;
}

/** More of each than anybody reads. */
const MOST_SHOWN = 200;

/**
 * Brings a file of footprints into a community that is there already: new buildings appear, changed
 * ones are moved and renamed, missing ones are told and stay.
 * @throws Problem of the import's own kinds
 */
export async function importBuildings(
  ctx: Ctx,
  slug: string,
  { bytes, mapping, isDryRun }: ImportRequest,
): Promise<GroundImportReport> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const reading = await readFile(bytes, mapping).catch((error: unknown) => {
    throw error instanceof ImportProblem ? problems.unreadableFile(error) : error;
  });
  const work = compare(resident, reading);
  if (!isDryRun) await storeImport(ctx, resident.bundle.community.id, work);
  return { ...reportOf(reading, work), isStored: !isDryRun };
}

function compare({ bundle }: Resident, reading: FootprintReading): GroundImport {
  const { boundary } = bundle.community;
  const { matched, fresh, missing } = matchBuildings(
    bundle.buildings,
    reading.buildings,
    bundle.compounds,
  );
  const near = fresh.filter(({ building }) => isUsable(building.geometry, boundary));
  const defaultName = nextDefaultName(bundle.buildings);
  const changed = matched
    .map(({ known, building, alike }) => ({
      ...{ known, row: building.row },
      change: changeBetween(known, building, alike),
    }))
    .filter(({ change }) => Object.keys(change).length > 0);
  return {
    fresh: near.map(({ building, compoundId }) => ({
      row: building.row,
      building: { ...buildingFrom(building, { makeId: uuidv7, defaultName }), compoundId },
    })),
    changed,
    missing,
    same: matched.length - changed.length,
    farAway: fresh.length - near.length,
  };
}

/** A self-crossing footprint of a file is taken in and told, as in a new community. */
function isUsable(drawn: unknown, boundary: MultiPolygon): boolean {
  const checked = checkFootprint(drawn, boundary);
  return !("flaw" in checked) || checked.flaw === "self-crossing";
}

const DEFAULT_NAME = /^未编号 (\d+)$/;

/** Goes on where the community's own nameless buildings end. */
function nextDefaultName(known: readonly Building[]): (ordinal: number) => string {
  const last = known.reduce(
    (last, { name }) => Math.max(last, Number(DEFAULT_NAME.exec(name)?.[1] ?? 0)),
    0,
  );
  return (ordinal) => `未编号 ${last + ordinal}`;
}

function reportOf(
  { buildings, skipped, warnings }: FootprintReading,
  { fresh, changed, missing, same, farAway }: GroundImport,
): Omit<GroundImportReport, "isStored"> {
  return {
    rows: buildings.length,
    ...{ same, farAway, skipped, warnings },
    fresh: {
      count: fresh.length,
      shown: fresh.slice(0, MOST_SHOWN).map(({ row, building }) => ({ row, name: building.name })),
    },
    changed: {
      count: changed.length,
      shown: changed.slice(0, MOST_SHOWN).map(({ known, row, change }) => ({
        ...{ id: known.id, name: known.name, row },
        changes: wordsOf(known, change),
        movedMeters: change.movedMeters ?? null,
      })),
    },
    missing: {
      count: missing.length,
      shown: missing.slice(0, MOST_SHOWN).map(({ id, name }) => ({ id, name })),
    },
  };
}

const TOLD = ["name", "address", "storeys", "heightMeters"] as const;

function wordsOf(known: Building, change: BuildingChange) {
  const told = TOLD.filter((field) => change[field] !== undefined);
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  return Object.fromEntries(
    told.map((field) => [field, { from: text(known[field]), to: text(change[field]) }]),
  );
}
