import type { PartitionGraph } from "./graph.ts";

/** Neighbours enclose a face; one with more sides than this is ground that a barrier, or the edge of the town, takes. */
const MOST_SIDES = 12;
/** Along the same face so many sides have to lie on either side of a gap: what is cut off is no mere corner. */
const LEAST_SIDES_APART = 16;
/** Gaps are so many links wide at most. */
const WIDEST = 3;

/** 1 for each link, parallel to `neighbours`, of a gap between barriers: few links with a large face on either side. */
export function linksInGaps(graph: PartitionGraph): Uint8Array {
  const faces = facesOf(graph);
  const inGap = new Uint8Array(graph.neighbours.length);
  const chain = new Int32Array(WIDEST);
  for (let link = 0; link < inGap.length; link++) {
    if (faces.sides[faces.ofLink[link]!]! > MOST_SIDES) cross(faces, link, link, 0, chain, inGap);
  }
  return inGap;
}

/** The faces of the graph drawn in the plane; each link has one on its left, its twin's on its right. */
interface Faces {
  ofLink: Int32Array;
  /** Which side of its face a link is. */
  places: Int32Array;
  sides: number[];
  /** The same link from the other unit. */
  twins: Int32Array;
  /** The next side of the face. */
  nexts: Int32Array;
}

/** Goes over a link to the face on its other side, and from a small one on over each of its other links. */
function cross(
  faces: Faces,
  first: number,
  link: number,
  width: number,
  chain: Int32Array,
  inGap: Uint8Array,
): void {
  chain[width] = link;
  const over = faces.twins[link]!;
  const face = faces.ofLink[over]!;
  if (faces.sides[face]! > MOST_SIDES) {
    if (!areApart(faces, first, over)) return;
    for (let i = 0; i <= width; i++) inGap[chain[i]!] = inGap[faces.twins[chain[i]!]!] = 1;
    return;
  }
  if (width + 1 === WIDEST) return;
  for (let side = faces.nexts[over]!; side !== over; side = faces.nexts[side]!) {
    cross(faces, first, side, width + 1, chain, inGap);
  }
}

function areApart({ ofLink, places, sides }: Faces, a: number, b: number): boolean {
  if (ofLink[a] !== ofLink[b]) return true;
  const along = Math.abs(places[a]! - places[b]!);
  return Math.min(along, sides[ofLink[a]!]! - along) >= LEAST_SIDES_APART;
}

function facesOf(graph: PartitionGraph): Faces {
  const { neighbours } = graph;
  const twins = twinsOf(graph);
  const turns = turnsOf(graph);
  const nexts = new Int32Array(twins.length);
  for (let link = 0; link < nexts.length; link++) nexts[link] = turns[twins[link]!]!;
  const ofLink = new Int32Array(neighbours.length).fill(-1);
  const places = new Int32Array(neighbours.length);
  const sides: number[] = [];
  for (let start = 0; start < neighbours.length; start++) {
    if (ofLink[start] !== -1) continue;
    let place = 0;
    for (let link = start; ofLink[link] === -1; link = nexts[link]!) {
      ofLink[link] = sides.length;
      places[link] = place++;
    }
    sides.push(place);
  }
  return { ofLink, places, sides, twins, nexts };
}

function twinsOf({ count, offsets, neighbours }: PartitionGraph): Int32Array {
  const twins = new Int32Array(neighbours.length);
  // Rows ascend, so units that come in order find themselves in order in each of their neighbours' rows.
  const found = offsets.slice(0, count);
  for (let unit = 0; unit < count; unit++) {
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      twins[i] = found[neighbours[i]!]!++;
    }
  }
  return twins;
}

/** Of each link the next one about the same unit, anticlockwise. */
function turnsOf({ count, offsets, neighbours, x, y }: PartitionGraph): Int32Array {
  const turns = new Int32Array(neighbours.length);
  const angles = new Float64Array(neighbours.length);
  const sorted = new Int32Array(neighbours.length);
  for (let unit = 0; unit < count; unit++) {
    const start = offsets[unit]!;
    const end = offsets[unit + 1]!;
    for (let link = start; link < end; link++) {
      const other = neighbours[link]!;
      const angle = turnOf(x[other]! - x[unit]!, y[other]! - y[unit]!);
      angles[link] = angle;
      // Rows are short: insertion beats any other sorting.
      let at = link;
      for (; at > start && angles[sorted[at - 1]!]! > angle; at--) sorted[at] = sorted[at - 1]!;
      sorted[at] = link;
    }
    for (let at = start; at < end; at++) {
      turns[sorted[at]!] = sorted[at + 1 < end ? at + 1 : start]!;
    }
  }
  return turns;
}

/** Rises with the angle of a direction, from 0 to 4. */
function turnOf(dx: number, dy: number): number {
  const slope = dy / (Math.abs(dx) + Math.abs(dy) || 1);
  return dx < 0 ? 2 - slope : dy < 0 ? 4 + slope : slope;
}
