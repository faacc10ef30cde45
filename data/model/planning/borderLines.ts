import type { Feature, MultiLineString, Position } from "geojson";
import { pairEdges } from "../cells/pairEdges.ts";
import type { Tessellation } from "../cells/tessellation.ts";

/** Each border as one feature: of a pair of units by the pair's number, then of a unit and the outside. */
export function borderLines(tessellation: Tessellation): {
  features: Feature<MultiLineString>[];
  outerMeters: Float64Array;
} {
  const { ids, plane, edgeStarts, edgeEnds, edgeLefts, edgeRights } = tessellation;
  const { nodeLongitudes, nodeLatitudes } = tessellation;
  const pairs = pairEdges(tessellation);
  const edgesOf: number[][] = Array.from({ length: pairs.firsts.length + ids.length }, () => []);
  const outerMeters = new Float64Array(ids.length);
  for (let edge = 0; edge < edgeStarts.length; edge++) {
    const pair = pairs.pairOfEdge[edge]!;
    if (pair >= 0) {
      edgesOf[pair]!.push(edge);
      continue;
    }
    const unit = Math.max(edgeLefts[edge]!, edgeRights[edge]!);
    if (unit < 0) continue;
    edgesOf[pairs.firsts.length + unit]!.push(edge);
    const [start, end] = [edgeStarts[edge]!, edgeEnds[edge]!];
    outerMeters[unit]! += Math.hypot(
      (nodeLongitudes[end]! - nodeLongitudes[start]!) * plane.metersPerDegreeEast,
      (nodeLatitudes[end]! - nodeLatitudes[start]!) * plane.metersPerDegreeNorth,
    );
  }
  const place = (node: number): Position => [nodeLongitudes[node]!, nodeLatitudes[node]!];
  const features = edgesOf.flatMap((edges, id): Feature<MultiLineString>[] => {
    if (edges.length === 0) return [];
    const coordinates = chained(edges, edgeStarts, edgeEnds).map((nodes) => nodes.map(place));
    return [
      { type: "Feature", id, properties: {}, geometry: { type: "MultiLineString", coordinates } },
    ];
  });
  return { features, outerMeters };
}

/** Strings edges together end to end, so that the corners of a wide line are joined. */
function chained(edges: readonly number[], starts: Uint32Array, ends: Uint32Array): number[][] {
  const edgesAt = new Map<number, number[]>();
  for (const edge of edges) {
    for (const node of [starts[edge]!, ends[edge]!]) {
      const those = edgesAt.get(node);
      if (those) those.push(edge);
      else edgesAt.set(node, [edge]);
    }
  }
  const isUsed = new Set<number>();
  const lines: number[][] = [];
  const follow = (first: number) => {
    const line = [first];
    for (let node = first; ;) {
      const edge = edgesAt.get(node)?.find((each) => !isUsed.has(each));
      if (edge === undefined) break;
      isUsed.add(edge);
      node = starts[edge] === node ? ends[edge]! : starts[edge]!;
      line.push(node);
    }
    if (line.length > 1) lines.push(line);
  };
  // From the loose ends first; what is left are closed rings.
  for (const [node, those] of edgesAt) if (those.length !== 2) follow(node);
  for (const edge of edges) if (!isUsed.has(edge)) follow(starts[edge]!);
  return lines;
}
