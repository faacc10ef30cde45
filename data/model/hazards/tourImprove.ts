import { BEGINNING, type Way } from "./tourWay.ts";

/** Whole comparisons of all pairs up to this many points; above it only of those close in the order. */
const MOST_COMPARED = 400;
/** How far apart in the order two points may be in a longer walk. */
const WINDOW = 60;
/** Each round is shorter than the one before; in practice five to ten are enough. */
const MOST_ROUNDS = 30;
/** Of a metre: less is rounding, and would go on for ever. */
const LEAST_GAIN = 1e-6;

/**
 * Makes a walk shorter by turning pieces of it round (2-opt: Croes 1958) and by moving pieces of up
 * to three points elsewhere (Or-opt: Or 1976), as long as either helps. Never longer than before.
 */
export function improveOrder(start: readonly number[], way: Way): number[] {
  const order = [...start];
  const reach = order.length <= MOST_COMPARED ? order.length : WINDOW;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const hasTurned = turnPieces(order, way, reach);
    const hasMoved = movePieces(order, way, reach);
    if (!hasTurned && !hasMoved) break;
  }
  return order;
}

/** The way between two places of the order; after the last there is none to go. */
function leg(order: readonly number[], way: Way, from: number, to: number): number {
  return to >= order.length ? 0 : way(from < 0 ? BEGINNING : order[from]!, order[to]!);
}

function turnPieces(order: number[], way: Way, reach: number): boolean {
  let hasTurned = false;
  for (let first = 0; first < order.length - 1; first++) {
    const end = Math.min(order.length, first + reach);
    for (let last = first + 1; last < end; last++) {
      const was = leg(order, way, first - 1, first) + leg(order, way, last, last + 1);
      const after = last + 1 < order.length ? way(order[first]!, order[last + 1]!) : 0;
      const would = leg(order, way, first - 1, last) + after;
      if (would >= was - LEAST_GAIN) continue;
      order.splice(first, last - first + 1, ...order.slice(first, last + 1).reverse());
      hasTurned = true;
    }
  }
  return hasTurned;
}

function movePieces(order: number[], way: Way, reach: number): boolean {
  let hasMoved = false;
  for (let size = 1; size <= 3; size++) {
    for (let first = 0; first + size <= order.length; first++) {
      hasMoved = movePiece(order, way, { first, size, reach }) || hasMoved;
    }
  }
  return hasMoved;
}

interface Piece {
  first: number;
  size: number;
  reach: number;
}

/** Puts one piece where it costs least, either way round, if that is better than where it is. */
function movePiece(order: number[], way: Way, { first, size, reach }: Piece): boolean {
  const piece = order.slice(first, first + size);
  const rest = [...order.slice(0, first), ...order.slice(first + size)];
  const [head = BEGINNING, tail = BEGINNING] = [piece[0], piece.at(-1)];
  const costAt = (place: number, head: number, tail: number) => {
    const before = place === 0 ? BEGINNING : rest[place - 1]!;
    const after = rest[place];
    const onward = after === undefined ? 0 : way(tail, after) - way(before, after);
    return way(before, head) + onward;
  };
  let least = costAt(first, head, tail) - LEAST_GAIN;
  let best: { place: number; isTurned: boolean } | undefined;
  const end = Math.min(rest.length, first + reach);
  for (let place = Math.max(0, first - reach); place <= end; place++) {
    for (const isTurned of [false, true]) {
      const cost = isTurned ? costAt(place, tail, head) : costAt(place, head, tail);
      if (cost >= least) continue;
      least = cost;
      best = { place, isTurned };
    }
  }
  if (!best) return false;
  if (best.isTurned) piece.reverse();
  rest.splice(best.place, 0, ...piece);
  for (let place = 0; place < order.length; place++) order[place] = rest[place]!;
  return true;
}
