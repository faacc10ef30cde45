import { v7 as uuidv7 } from "uuid";
import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import { ImportProblem, type ImportProblemDetail } from "#data/model/import/problems.ts";
import { type PlanningUnit, planningUnits } from "#data/model/planning/ground.ts";
import { arrange } from "#data/model/planning/sources/arrange.ts";
import type { Location, Site } from "#data/model/planning/sources/locate.ts";
import type { OutlineReading } from "#data/model/planning/sources/outlines.ts";
import { gridOfUnit, type PlanState } from "#data/model/planning/state.ts";
import { plainGrid } from "#data/model/roster/places.ts";
import { type Ctx, transact } from "../context.ts";
import { problems } from "../problem.ts";
import { inBoundedWorker } from "../tables/boundedWorker.ts";
import { type Created, type DraftHead, storeDraft } from "./create.ts";
import { openPlans, stateInForce } from "./openPlans.ts";

export interface OutlineWork {
  bytes: Uint8Array;
  sites: Site[];
}

export type OutlineMessage =
  { reading: OutlineReading; locations: Location[] } | { problem: ImportProblemDetail };

export const MAX_OUTLINE_BYTES = 10 * 1024 * 1024;

/** What a draft that comes by a form is called. */
export type FileHead = Omit<DraftHead, "from">;

/**
 * A draft from the street office's outlines: each unit goes where it stands, and what the outlines
 * and the plan in force do not agree on is said. @throws Problem too-large, and those of a file
 */
export async function createFromOutlines(
  ctx: Ctx,
  slug: string,
  head: FileHead,
  bytes: Uint8Array,
): Promise<Created> {
  if (bytes.length > MAX_OUTLINE_BYTES) throw problems.tooLarge(MAX_OUTLINE_BYTES);
  const open = await openPlans(ctx, slug, "plan");
  const { resident } = open;
  const former = await stateInForce(ctx, open);
  const units = planningUnits(open.ground, former.broken);
  const sites = units.map(({ id }) => ({
    ...{ id, position: resident.pointOf(id), footprint: resident.footprintOf(id) },
  }));
  const { reading, locations } = await located({ bytes, sites });
  const grids = reading.outlines.map(({ grid, microGrid, geometry }) => ({
    ...{ name: grid, outline: microGrid === null ? geometry : null },
  }));
  const placings = locations.flatMap(({ siteId, outline }) => {
    const found = outline === null ? undefined : reading.outlines[outline];
    return found ? [{ unitId: siteId, grid: found.grid, microGrid: found.microGrid }] : [];
  });
  const { broken } = former;
  const state = arrange({ former, placings, grids, broken, makeId: uuidv7 });
  const notes = notesOf({ units, former }, reading, locations);
  return transact(ctx, (ctx) =>
    storeDraft(ctx, open, { ...head, from: "outlines" }, () => ({ state, notes })),
  );
}

/** Off the event loop. */
async function located(work: OutlineWork) {
  const module = new URL("./outlineWorker.ts", import.meta.url);
  const message = await inBoundedWorker<OutlineMessage>(module, { ...work });
  if (message === undefined) {
    throw problems.unreadableFile(new ImportProblem({ kind: "not-geojson", found: "nesting" }));
  }
  if ("problem" in message) throw problems.unreadableFile(new ImportProblem(message.problem));
  return message;
}

/** More than anybody reads; the map shows the rest. */
const MOST_NOTES = 1000;

function notesOf(
  { units, former }: { units: readonly PlanningUnit[]; former: PlanState },
  { outlines, skipped }: OutlineReading,
  locations: readonly Location[],
): CreatedPlan["notes"] {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const drawn = new Set(outlines.map(({ grid }) => plainGrid(grid)));
  const notes: CreatedPlan["notes"] = skipped.map(({ name }) => ({
    ...{ kind: "row-not-understood", unitId: null, name, detail: null },
  }));
  for (const { siteId: unitId, outline, candidates } of locations) {
    const name = nameOf.get(unitId) ?? "";
    const add = (kind: CreatedPlan["notes"][number]["kind"], detail: string | null) =>
      notes.push({ kind, unitId, name, detail });
    const before = former.grids.get(gridOfUnit(former, unitId) ?? "")?.name;
    if (outline === null) {
      add("outside-outlines", before ?? null);
      continue;
    }
    if (candidates.length > 0) {
      const names = candidates.map((index) => outlines[index]!.microGrid ?? outlines[index]!.grid);
      add("in-several-outlines", names.join(" · "));
    }
    // Given to another grid that has an outline too: managed from elsewhere, or drawn wrongly.
    const isElsewhere =
      before !== undefined &&
      drawn.has(plainGrid(before)) &&
      plainGrid(before) !== plainGrid(outlines[outline]!.grid);
    if (isElsewhere) add("building-elsewhere", before);
  }
  return notes.slice(0, MOST_NOTES);
}
