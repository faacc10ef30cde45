import type { PlanState } from "../planning/state.ts";
import type { FreeGround } from "./free.ts";
import type { Layout } from "./layout.ts";
import { matchParts } from "./matching.ts";
import type { UnitGround } from "./unitGround.ts";

/**
 * Gives nameless parts the identity of the draft's grids and micro-grids with which they have most
 * units in common, so that duties and history stay and few units change hands. A grid with a locked
 * micro-grid stays itself.
 */
export function recognise(
  ground: UnitGround,
  state: PlanState,
  free: FreeGround,
  layout: Layout,
): Layout {
  const anchored = layout.gridIds.slice();
  free.anchors.forEach((place, unit) => {
    if (place >= 0) anchored[layout.grids[unit]!] ??= free.gridIds[place]!;
  });
  const microGridOf = (unit: number) => state.units.get(ground.units[unit]!.id);
  const gridOf = (unit: number) => state.microGrids.get(microGridOf(unit) ?? "")?.gridId;
  return {
    ...layout,
    gridIds: matched(layout.grids, anchored, free.gridIds, gridOf),
    microGridIds: matched(layout.microGrids, layout.microGridIds, free.microGridIds, microGridOf),
  };
}

function matched(
  parts: Int32Array,
  ids: readonly (string | null)[],
  candidates: readonly string[],
  formerOf: (unit: number) => string | undefined,
): (string | null)[] {
  const open = [...ids.keys()].filter((part) => ids[part] === null);
  const rowOf = new Map(open.map((part, row) => [part, row]));
  const left = candidates.filter((id) => !ids.includes(id));
  const columnOf = new Map(left.map((id, column) => [id, column]));
  const overlaps = open.map(() => new Map<number, number>());
  parts.forEach((part, unit) => {
    const row = overlaps[rowOf.get(part) ?? -1];
    const column = columnOf.get(formerOf(unit) ?? "");
    if (row && column !== undefined) row.set(column, (row.get(column) ?? 0) + 1);
  });
  const answer = [...ids];
  matchParts(overlaps, left.length).forEach((column, row) => {
    if (column >= 0) answer[open[row]!] = left[column]!;
  });
  return answer;
}
