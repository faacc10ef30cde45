import type { MultiPolygon, Position } from "geojson";
import { signedArea } from "../geometry/plane.ts";
import { contains } from "../geometry/contains.ts";
import type { Ring } from "./rings.ts";

/** A ring with what is needed to find its place. */
interface Outer {
  face: number;
  area: number;
  nodes: readonly number[];
  rings: Position[][];
}

/**
 * The rings of each group as one geometry: outer rings counter-clockwise, holes clockwise with the outer ring they lie
 * in (RFC 7946 §3.1.6); null for a group without ground.
 */
export function polygonsOfRings(
  rings: readonly Ring[],
  groupCount: number,
  x: Float64Array,
  y: Float64Array,
): (MultiPolygon | null)[] {
  const outers: Outer[][] = Array.from({ length: groupCount }, () => []);
  const holes: { ring: Ring; positions: Position[] }[] = [];
  for (const ring of rings) {
    const positions = ring.nodes.map((node): Position => [x[node]!, y[node]!]);
    positions.push(positions[0]!);
    const area = signedArea(positions);
    if (area > 0) {
      const { face, nodes } = ring;
      outers[ring.group]!.push({ face, nodes, area, rings: [positions] });
    } else if (area < 0) holes.push({ ring, positions });
  }
  for (const { ring, positions } of holes) {
    ownerOf(ring, positions, outers[ring.group]!)?.rings.push(positions);
  }
  return outers.map((group) =>
    group.length === 0
      ? null
      : { type: "MultiPolygon", coordinates: group.map((outer) => outer.rings) },
  );
}

/** The outer ring walked in one go with the hole, or the smallest one around it. */
function ownerOf(ring: Ring, positions: Position[], outers: readonly Outer[]) {
  if (outers.length === 1) return outers[0];
  const sameFace = outers.find((outer) => outer.face === ring.face);
  if (sameFace) return sameFace;
  let owner: Outer | undefined;
  for (const outer of outers) {
    if (owner && owner.area < outer.area) continue;
    const shared = new Set(outer.nodes);
    // A shared node is on both rings and says nothing.
    const place = ring.nodes.findIndex((node) => !shared.has(node));
    const polygon = { type: "Polygon" as const, coordinates: outer.rings.slice(0, 1) };
    if (place >= 0 && contains(polygon, positions[place]!)) owner = outer;
  }
  return owner;
}
