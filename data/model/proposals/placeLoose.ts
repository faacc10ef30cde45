import Flatbush from "flatbush";
import { piecesOf } from "../partition/components.ts";
import type { PartitionGraph } from "../partition/graph.ts";
import { rebalance } from "../partition/rebalance.ts";
import type { Range } from "./divideGraph.ts";

/**
 * Gives every unit of part -1 to a part it meets, the others staying as they are; what meets none (an
 * island) goes to the part of the unit nearest to it.
 */
export function placeLoose(
  graph: PartitionGraph,
  parts: Int32Array,
  count: number,
  { min, max }: Range,
  seed: number,
): Int32Array {
  if (!parts.includes(-1)) return parts;
  const options = { parts: count, seed, minLoad: min, maxLoad: max, maxMoves: 0 };
  const fixed = Uint8Array.from(parts, (part) => (part < 0 ? 0 : 1));
  return joinNearest(graph, rebalance(graph, parts, { ...options, fixed }));
}

/** Joins pieces of units of part -1 to the part of the nearest unit that has one. */
export function joinNearest(graph: PartitionGraph, parts: Int32Array): Int32Array {
  const isLoose = Int32Array.from(parts, (part) => (part < 0 ? 0 : -1));
  if (!isLoose.includes(0) || !isLoose.includes(-1)) return parts;
  const index = new Flatbush(graph.count);
  for (let unit = 0; unit < graph.count; unit++) index.add(graph.x[unit]!, graph.y[unit]!);
  index.finish();
  const pieces = piecesOf(graph, isLoose);
  const nearest = Array.from({ length: pieces.count }, () => ({ part: -1, meters: Infinity }));
  pieces.ofUnit.forEach((piece, unit) => {
    if (piece < 0) return;
    const [x, y] = [graph.x[unit]!, graph.y[unit]!];
    const [other] = index.neighbors(x, y, 1, Infinity, (candidate) => parts[candidate]! >= 0);
    if (other === undefined) return;
    const meters = Math.hypot(graph.x[other]! - x, graph.y[other]! - y);
    if (meters < nearest[piece]!.meters) nearest[piece] = { part: parts[other]!, meters };
  });
  return parts.map((part, unit) => (part < 0 ? nearest[pieces.ofUnit[unit]!]!.part : part));
}
