import type { MultiPolygon, Polygon } from "geojson";
import { positionsOf, project, type Plane } from "../geometry/plane.ts";
import type { Clipped } from "./clip.ts";
import type { Tessellation } from "./tessellation.ts";

/**
 * The clipped graph as the tessellation carries it: only nodes in use, numbered from 0, in WGS 84. Corners of the
 * boundary keep the very numbers they came with.
 */
export function packNodes(
  { edges, noding }: Clipped,
  plane: Plane,
  boundary: Polygon | MultiPolygon,
): Pick<
  Tessellation,
  | "nodeLongitudes"
  | "nodeLatitudes"
  | "edgeStarts"
  | "edgeEnds"
  | "edgeLefts"
  | "edgeRights"
  | "edgeLeftSamples"
  | "edgeRightSamples"
> {
  const numbers = new Int32Array(noding.firstBoundaryNode + noding.x.length).fill(-1);
  const used = new Int32Array(numbers.length);
  let count = 0;
  const numberOf = (node: number) => {
    if (numbers[node]! < 0) {
      used[count] = node;
      numbers[node] = count++;
    }
    return numbers[node]!;
  };
  const columns = {
    edgeStarts: new Uint32Array(edges.count),
    edgeEnds: new Uint32Array(edges.count),
    edgeLefts: new Int32Array(edges.count),
    edgeRights: new Int32Array(edges.count),
    edgeLeftSamples: new Int32Array(edges.count),
    edgeRightSamples: new Int32Array(edges.count),
  };
  for (let edge = 0; edge < edges.count; edge++) {
    columns.edgeStarts[edge] = numberOf(edges.startOf(edge));
    columns.edgeEnds[edge] = numberOf(edges.endOf(edge));
    columns.edgeLefts[edge] = edges.leftOf(edge);
    columns.edgeRights[edge] = edges.rightOf(edge);
    columns.edgeLeftSamples[edge] = edges.leftSampleOf(edge);
    columns.edgeRightSamples[edge] = edges.rightSampleOf(edge);
  }
  const corners = cornersOf(boundary, plane);
  const nodeLongitudes = new Float64Array(count);
  const nodeLatitudes = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const node = used[i]!;
    const [x, y] = [noding.xOf(node), noding.yOf(node)];
    const corner = node < noding.firstBoundaryNode ? undefined : corners.get(`${x},${y}`);
    nodeLongitudes[i] = corner?.[0] ?? plane.longitude + x / plane.metersPerDegreeEast;
    nodeLatitudes[i] = corner?.[1] ?? plane.latitude + y / plane.metersPerDegreeNorth;
  }
  return { nodeLongitudes, nodeLatitudes, ...columns };
}

function cornersOf(boundary: Polygon | MultiPolygon, plane: Plane) {
  return new Map(
    positionsOf(boundary).map((position) => {
      const [x, y] = project(plane, position);
      return [`${x},${y}`, position] as const;
    }),
  );
}
