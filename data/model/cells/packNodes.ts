import type { MultiPolygon, Polygon } from "geojson";
import { positionsOf, project, type Plane } from "../geometry/plane.ts";
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
  const count = graph.count + nearby.count;
  const join = <A extends Int32Array | Uint32Array>(joined: A, kept: A, more: number[]): A => {
    joined.set(kept.subarray(0, graph.count));
    joined.set(more, graph.count);
    return joined;
  };
  return {
    ...placesOf(noding, plane, boundary),
    edgeStarts: join(new Uint32Array(count), graph.start, nearby.starts),
    edgeEnds: join(new Uint32Array(count), graph.end, nearby.ends),
    edgeLefts: join(new Int32Array(count), graph.left, nearby.lefts),
    edgeRights: join(new Int32Array(count), graph.right, nearby.rights),
    edgeLeftSamples: join(new Int32Array(count), graph.leftSample, nearby.leftSamples),
    edgeRightSamples: join(new Int32Array(count), graph.rightSample, nearby.rightSamples),
  };
}

function placesOf(
  noding: Clipped["noding"],
  plane: Plane,
  boundary: Polygon | MultiPolygon,
): Pick<Graph, "nodeLongitudes" | "nodeLatitudes"> {
  const corners = new Map(
    positionsOf(boundary).map((position) => {
      const [x, y] = project(plane, position);
      return [`${x},${y}`, position] as const;
    }),
  );
  const count = noding.firstBoundaryNode + noding.x.length;
  const nodeLongitudes = new Float64Array(count);
  const nodeLatitudes = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const [x, y] = [noding.xOf(node), noding.yOf(node)];
    const corner = node < noding.firstBoundaryNode ? undefined : corners.get(`${x},${y}`);
    nodeLongitudes[node] = corner?.[0] ?? plane.longitude + x / plane.metersPerDegreeEast;
    nodeLatitudes[node] = corner?.[1] ?? plane.latitude + y / plane.metersPerDegreeNorth;
  }
  return { nodeLongitudes, nodeLatitudes };
}
