import { v7 as uuidv7 } from "uuid";
import { arrange } from "#data/model/planning/sources/arrange.ts";
import { placeRows } from "#data/model/planning/sources/placeRows.ts";
import type {
  ChosenColumns,
  PlanTableRefusal,
  PlanTableRow,
} from "#data/model/planning/sources/table.ts";
import { MOST_TABLE_ROWS } from "#data/model/planning/sources/table.ts";
import { PlaceIndex } from "#data/model/roster/places.ts";
import { type Ctx, transact } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { inBoundedWorker } from "../tables/boundedWorker.ts";
import { type Created, storeDraft } from "./create.ts";
import type { FileHead } from "./fromOutlines.ts";
import { openPlans, stateInForce } from "./openPlans.ts";

export interface TableWork {
  bytes: Uint8Array<ArrayBuffer>;
  columns: ChosenColumns;
}

export type TableMessage = { rows: PlanTableRow[] } | PlanTableRefusal;

export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
/** More than anybody reads. */
const MOST_NOTES = 1000;

/**
 * A draft from a table: unit → micro-grid → grid, .xlsx or CSV. Rows that are not understood are left
 * out and said. @param columns what the file calls them, where its own words are not known
 * @throws Problem too-large, unreadable-table
 */
export async function createFromTable(
  ctx: Ctx,
  slug: string,
  head: FileHead,
  bytes: Uint8Array<ArrayBuffer>,
  columns: ChosenColumns = {},
): Promise<Created> {
  if (bytes.length > MAX_TABLE_BYTES) throw problems.tooLarge(MAX_TABLE_BYTES);
  const open = await openPlans(ctx, slug, "plan");
  const former = await stateInForce(ctx, open);
  const rows = await readRows({ bytes, columns });
  const { entrancesOf } = open.resident;
  const places = buildingIndex(open.resident);
  const { placings, broken, notes } = placeRows(rows, { places, entrancesOf, former });
  const state = arrange({ former, placings, grids: [], broken, makeId: uuidv7 });
  return transact(ctx, (ctx) =>
    storeDraft(ctx, open, { ...head, from: "table" }, () => ({
      ...{ state, notes: notes.slice(0, MOST_NOTES) },
    })),
  );
}

/** Off the event loop. */
async function readRows(work: TableWork): Promise<PlanTableRow[]> {
  const module = new URL("./tableWorker.ts", import.meta.url);
  const message = await inBoundedWorker<TableMessage>(module, { ...work });
  if (message === undefined) throw problems.unreadableTable("not-a-table");
  if ("problem" in message) {
    const limit = message.problem === "too-many-rows" ? MOST_TABLE_ROWS : null;
    throw problems.unreadableTable(message.problem, limit, message.titles);
  }
  return message.rows;
}

function buildingIndex(resident: Resident): PlaceIndex {
  return resident.keep("buildings by name", () => {
    const { buildings, compounds } = resident.bundle;
    const compoundName = new Map(compounds.map(({ id, name }) => [id, name]));
    return new PlaceIndex(
      buildings.map(({ id, name, compoundId }) => ({
        ...{ type: "building", id, name },
        within: compoundName.get(compoundId ?? "") ?? null,
      })),
    );
  });
}
