import type { MultiPolygon, Polygon } from "geojson";
import { positionsOf, project, unproject, type Plane } from "../geometry/plane.ts";
import type { Clipped } from "./clip.ts";
import type { Tessellation } from "./tessellation.ts";

type Graph = Pick<
  Tessellation,
  | "nodeLongitudes"
  | "nodeLatitudes"
  | "edgeStarts"
  | "edgeEnds"
  | "edgeLefts"
  | "edgeRights"
  | "edgeLeftSamples"
  | "edgeRightSamples"
>;

/**
 * The clipped graph as the tessellation carries it, in WGS 84. Corners of the boundary keep the very numbers they came
 * with. Nodes outside the boundary stay, unused: leaving them costs less than numbering the others anew.
 */
export function packNodes(
  { graph, nearby, noding }: Clipped,
  plane: Plane,
  boundary: Polygon | MultiPolygon,
): Graph {
  return {
    ...placesOf(noding, plane, boundary),
    edgeStarts: joined(graph.start, graph.count, nearby.starts),
    edgeEnds: joined(graph.end, graph.count, nearby.ends),
    edgeLefts: joined(graph.left, graph.count, nearby.lefts),
    edgeRights: joined(graph.right, graph.count, nearby.rights),
    edgeLeftSamples: joined(graph.leftSample, graph.count, nearby.leftSamples),
    edgeRightSamples: joined(graph.rightSample, graph.count, nearby.rightSamples),
  };
}

/** In place where there is room: borders cut off at the boundary have left some. */
function joined<A extends Int32Array | Uint32Array>(kept: A, count: number, more: number[]): A {
  let column = kept;
  if (kept.length < count + more.length) {
    column = new (kept.constructor as new (length: number) => A)(count + more.length);
    column.set(kept.subarray(0, count));
  }
  column.set(more, count);
  return column.subarray(0, count + more.length) as A;
}

function placesOf(
  noding: Clipped["noding"],
  plane: Plane,
  boundary: Polygon | MultiPolygon,
): Pick<Graph, "nodeLongitudes" | "nodeLatitudes"> {
  const { firstBoundaryNode, x, y } = noding;
  const { places } = noding.graph;
  const nodeLongitudes = new Float64Array(firstBoundaryNode + x.length);
  const nodeLatitudes = new Float64Array(nodeLongitudes.length);
  for (let node = 0; node < firstBoundaryNode; node++) {
    nodeLongitudes[node] = plane.longitude + places[2 * node]! / plane.metersPerDegreeEast;
    nodeLatitudes[node] = plane.latitude + places[2 * node + 1]! / plane.metersPerDegreeNorth;
  }
  const corners = new Map(
    positionsOf(boundary).map((position) => [project(plane, position).join(), position] as const),
  );
  x.forEach((atX, i) => {
    const atY = y[i]!;
    const position = corners.get(`${atX},${atY}`) ?? unproject(plane, atX, atY);
    nodeLongitudes[firstBoundaryNode + i] = position[0]!;
    nodeLatitudes[firstBoundaryNode + i] = position[1]!;
  });
  return { nodeLongitudes, nodeLatitudes };
}
