/**
 * Directed edges by the group on their left, to be chained into rings. Edge `i` runs from `starts[i]` to `ends[i]`
 * with `groups[i]` on its left; nodes have their places in `x` and `y`.
 */
export interface DirectedEdges {
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
  groups: ArrayLike<number>;
  x: Float64Array;
  y: Float64Array;
}

/** A ring as nodes, not closed, that passes no node twice. `face` is shared by rings around one connected piece. */
export interface Ring {
  group: number;
  face: number;
  nodes: number[];
}

/**
 * Chains edges into rings. Where several edges of a group leave a node the tightest turn to the left is taken, which
 * walks around one connected piece of ground; a ring that comes back to one of its nodes is split there, so that rings
 * touch at points only, as OGC Simple Features wants them.
 */
export function chainRings(edges: DirectedEdges): Ring[] {
  const { first, order } = byStart(edges);
  const isUsed = new Uint8Array(edges.starts.length);
  const rings: Ring[] = [];
  const placeOf = new Map<number, number>();
  let face = 0;
  for (let edge = 0; edge < isUsed.length; edge++) {
    if (isUsed[edge]) continue;
    const path: number[] = [];
    placeOf.clear();
    for (let at = edge; at >= 0 && !isUsed[at]; at = nextEdge(edges, at, first, order, isUsed)) {
      isUsed[at] = 1;
      const node = edges.starts[at]!;
      const place = placeOf.get(node);
      if (place !== undefined) split(path, place, placeOf, rings, edges.groups[edge]!, face);
      placeOf.set(node, path.length);
      path.push(node);
    }
    if (path.length > 2) rings.push({ group: edges.groups[edge]!, face, nodes: path });
    face++;
  }
  return rings;
}

/** Takes the loop since `place` off the path, and keeps it where it has an inside. */
function split(
  path: number[],
  place: number,
  placeOf: Map<number, number>,
  rings: Ring[],
  group: number,
  face: number,
) {
  const nodes = path.splice(place);
  for (const node of nodes) placeOf.delete(node);
  if (nodes.length > 2) rings.push({ group, face, nodes });
}

/** The edges in order of their start node; those of node `n` begin at `first[n]`. */
function byStart(edges: DirectedEdges): { first: Uint32Array; order: Uint32Array } {
  const first = new Uint32Array(edges.x.length + 1);
  const count = edges.starts.length;
  for (let i = 0; i < count; i++) first[edges.starts[i]!]!++;
  for (let n = 1; n < first.length; n++) first[n]! += first[n - 1]!;
  const order = new Uint32Array(count);
  for (let i = count - 1; i >= 0; i--) order[--first[edges.starts[i]!]!] = i;
  return { first, order };
}

function nextEdge(
  edges: DirectedEdges,
  edge: number,
  first: Uint32Array,
  order: Uint32Array,
  isUsed: Uint8Array,
): number {
  const node = edges.ends[edge]!;
  const group = edges.groups[edge]!;
  let best = -1;
  let tightest = Infinity;
  for (let k = first[node]!; k < first[node + 1]!; k++) {
    const candidate = order[k]!;
    if (edges.groups[candidate] !== group || isUsed[candidate]) continue;
    if (best < 0) {
      best = candidate;
      continue;
    }
    // Angles only where there is a choice: nearly all nodes have none.
    if (tightest === Infinity) tightest = turnBack(edges, edge, best);
    const turn = turnBack(edges, edge, candidate);
    if (turn < tightest) [tightest, best] = [turn, candidate];
  }
  return best;
}

/** How far to turn clockwise from looking back along `edge` to looking along `next`: more than 0, up to a full turn. */
function turnBack({ starts, ends, x, y }: DirectedEdges, edge: number, next: number): number {
  const node = ends[edge]!;
  const [from, to] = [starts[edge]!, ends[next]!];
  const back = Math.atan2(y[from]! - y[node]!, x[from]! - x[node]!);
  const ahead = Math.atan2(y[to]! - y[node]!, x[to]! - x[node]!);
  const turn = back - ahead;
  return turn > 0 ? turn : turn + 2 * Math.PI;
}
