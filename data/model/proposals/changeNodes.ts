import { piecesOf } from "../partition/components.ts";
import type { PartitionGraph } from "../partition/graph.ts";
import type { Bench } from "./bench.ts";
import { currentMicroGrids } from "./current.ts";
import { contract } from "./subgraphs.ts";

/** What moves as one when grids change: whole micro-grids, or single units. */
export interface ChangeNodes {
  /** The node of each unit, -1 for units that take no part. */
  ofUnit: Int32Array;
  graph: PartitionGraph;
  households: Float64Array;
  /** The grid of each node as it is, -1 for what is uncovered. */
  grids: Int32Array;
  /** Units in each node. */
  sizes: Uint32Array;
  /** 1 for locked micro-grids. */
  fixed: Uint8Array;
  groups: Int32Array | undefined;
}

/** @param grids the grid of each unit, as `currentGrids` has it */
export function changeNodes(bench: Bench, grids: Int32Array, isWhole: boolean): ChangeNodes {
  const { ground, free, state, groups } = bench;
  // Pieces of micro-grids: one that is cut apart moves piece by piece.
  const pieces = piecesOf(ground.graph, currentMicroGrids(bench)).ofUnit;
  const nodeOf = new Map<string, number>();
  const first: number[] = [];
  const ofUnit = Int32Array.from(ground.units, ({ id }, unit) => {
    if (!free.isFree[unit] && free.anchors[unit]! < 0) return -1;
    const isAnchor = free.anchors[unit]! >= 0;
    const key = isAnchor
      ? state.units.get(id)!
      : isWhole && pieces[unit]! >= 0
        ? `piece ${pieces[unit]}`
        : id;
    const known = nodeOf.get(key);
    if (known !== undefined) return known;
    nodeOf.set(key, first.length);
    return first.push(unit) - 1;
  });
  const sizes = new Uint32Array(first.length);
  for (const node of ofUnit) if (node >= 0) sizes[node]!++;
  const { graph, households } = ground;
  return {
    ofUnit,
    graph: contract(graph, ofUnit, first.length),
    households: contract({ ...graph, loads: households }, ofUnit, first.length).loads,
    grids: Int32Array.from(first, (unit) => grids[unit]!),
    sizes,
    fixed: Uint8Array.from(first, (unit) => (free.anchors[unit]! >= 0 ? 1 : 0)),
    groups: groups && Int32Array.from(first, (unit) => groups[unit]!),
  };
}
