import { chineseNumber, normaliseText } from "../../import/buildingNumbers.ts";
import { plainGrid, type PlaceIndex } from "../../roster/places.ts";
import type { PlanState } from "../state.ts";
import type { Placing } from "./arrange.ts";
import type { PlanTableRow } from "./table.ts";

export interface TableNote {
  kind: "row-not-understood" | "no-such-building" | "doubled-resolved";
  unitId: string | null;
  /** As the table writes it. */
  name: string;
  /** Which row: #12. */
  detail: string;
}

export interface TableGround {
  places: PlaceIndex;
  /** Building → its entrances, by ordinal. */
  entrancesOf: ReadonlyMap<string, readonly { id: string; name: string; ordinal: number }[]>;
  /** Where a row names a micro-grid alone, its grid is that of the former plan. */
  former: PlanState;
}

export interface PlacedRows {
  placings: Placing[];
  broken: Set<string>;
  notes: TableNote[];
}

type Target = Pick<Placing, "grid" | "microGrid"> & { row: PlanTableRow };

/** 1、2号楼: several in one cell. */
const SEPARATORS = /[、,，;；/]/;

/**
 * Finds the units that a table's rows mean. A building breaks once a row names an entrance of it; its
 * other entrances then go with the row of the whole building. Of two rows for one unit the first counts.
 */
export function placeRows(rows: readonly PlanTableRow[], ground: TableGround): PlacedRows {
  const notes: TableNote[] = [];
  const wholes = new Map<string, Target>();
  const parts = new Map<string, Target>();
  const broken = new Set<string>();
  const note = (kind: TableNote["kind"], row: PlanTableRow, unitId: string | null = null) =>
    notes.push({ kind, unitId, name: writtenIn(row), detail: `#${row.row}` });
  const gridOf = gridsByMicroGrid(ground.former);
  const put = (map: Map<string, Target>, id: string, target: Target) => {
    const known = map.get(id);
    if (!known) map.set(id, target);
    else if (known.grid !== target.grid || known.microGrid !== target.microGrid)
      note("doubled-resolved", target.row, id);
  };
  for (const row of rows) {
    // Listed, and in no grid: so it is in none.
    if (row.building !== null && row.grid === null && row.microGrid === null) continue;
    const grid = row.grid ?? gridOf.get(plainGrid(row.microGrid ?? ""));
    if (row.building === null || !grid) {
      note("row-not-understood", row);
      continue;
    }
    const target: Target = { grid, microGrid: row.microGrid, row };
    for (const building of buildingsIn(row, ground.places)) {
      if ("problem" in building) {
        note(building.problem, row);
      } else if (row.entrance === null) {
        put(wholes, building.id, target);
      } else {
        const entrance = entranceNamed(row.entrance, ground.entrancesOf.get(building.id) ?? []);
        if (!entrance) note("row-not-understood", row, building.id);
        else {
          broken.add(building.id);
          put(parts, entrance, target);
        }
      }
    }
  }
  spreadWholes({ wholes, parts, broken }, ground);
  const placings = Array.from(parts, ([unitId, { grid, microGrid }]) => ({
    ...{ unitId, grid, microGrid },
  }));
  return { placings, broken, notes };
}

/** The row of a whole building goes for it, or for those of its entrances that have no row. */
function spreadWholes(
  {
    wholes,
    parts,
    broken,
  }: Record<"wholes" | "parts", Map<string, Target>> & { broken: Set<string> },
  { entrancesOf }: TableGround,
): void {
  for (const [buildingId, target] of wholes) {
    const units = broken.has(buildingId)
      ? (entrancesOf.get(buildingId) ?? [])
      : [{ id: buildingId }];
    for (const { id } of units) if (!parts.has(id)) parts.set(id, target);
  }
}

function writtenIn({ compound, building, entrance, microGrid, grid }: PlanTableRow): string {
  const unit = [compound, building, entrance].filter(Boolean).join(" ");
  return unit || [grid, microGrid].filter(Boolean).join(" ");
}

type FoundBuilding = { id: string } | { problem: "row-not-understood" | "no-such-building" };

function buildingsIn(row: PlanTableRow, places: PlaceIndex): FoundBuilding[] {
  const find = (building: string): FoundBuilding => {
    const written = { building, ...(row.compound !== null && { compound: row.compound }) };
    const answer = places.find("building-chief", written);
    if ("place" in answer) return { id: answer.place.id };
    const isUnclear = answer.problem === "several-places";
    return { problem: isUnclear ? "row-not-understood" : "no-such-building" };
  };
  const text = row.building ?? "";
  const whole = find(text);
  if (!("problem" in whole) || !SEPARATORS.test(text)) return [whole];
  return text
    .split(SEPARATORS)
    .filter((part) => part.trim() !== "")
    .map(find);
}

/** By its name, or by the number in it: 2单元, 二单元, 2. */
function entranceNamed(
  text: string,
  entrances: readonly { id: string; name: string; ordinal: number }[],
): string | undefined {
  const plain = normaliseText(text);
  const named = entrances.find(({ name }) => normaliseText(name) === plain);
  if (named) return named.id;
  const number = numberIn(plain);
  if (number === undefined) return undefined;
  const numbered =
    entrances.find(({ name }) => numberIn(normaliseText(name)) === number) ??
    entrances.find(({ ordinal }) => ordinal === number);
  return numbered?.id;
}

function numberIn(text: string): number | undefined {
  const bare = text.replace(/第|单元|门洞|门|号|entrance|stair(case)?|\s/g, "");
  return /^\d+$/.test(bare) ? Number(bare) : chineseNumber(bare);
}

/** Micro-grids whose name is theirs alone, with the name of their grid. */
function gridsByMicroGrid({ grids, microGrids }: PlanState): Map<string, string> {
  const names = new Map<string, string | undefined>();
  for (const { name, gridId } of microGrids.values()) {
    const key = plainGrid(name);
    names.set(key, names.has(key) ? undefined : grids.get(gridId)?.name);
  }
  return new Map([...names].flatMap(([key, name]) => (name ? [[key, name] as const] : [])));
}
