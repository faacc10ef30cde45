import { allotParts } from "./allot.ts";
import type { LoadLimits } from "./options.ts";

/** Parts that cannot keep the limits stay within so many times the tolerance, where that is possible. */
const WORST_TOLERANCES = 2.7;
/** Parts at the edge keep so much of the tolerance as room for units that cannot be cut up. */
const EDGE_ROOM = 0.12;
const COST_BEYOND_WORST = 10;
const COST_OF_UNEVENNESS = 0.01;
/** How far the number of parts given out may run ahead of, or behind, the load passed on the way. */
const MOST_AHEAD = 64;
const WIDTH = 2 * MOST_AHEAD + 1;

export interface SharedParts {
  /** Parts of each component. */
  allotted: Uint32Array;
  /** The load each part is to have, component by component. */
  targets: Float64Array;
}

/**
 * Shares parts out to components between which nothing can be moved, so that as few parts as possible have to be outside
 * the limits. Where a component's load is not a whole number of parts, equal shares would put all of them outside:
 * instead most stand at the edge of the limits, and one or a few take what is left. The number of parts of each component
 * is found by dynamic programming over the components. One part at least to each, none more than it has units.
 */
export function shareParts(
  loads: Float64Array,
  unitCounts: Uint32Array,
  parts: number,
  limits: LoadLimits,
): SharedParts {
  const allotted =
    (loads.length > 1 ? leastOutside(loads, unitCounts, parts, limits) : undefined) ??
    allotParts(loads, unitCounts, parts);
  const targets = new Float64Array(allotted.reduce((sum, own) => sum + own, 0));
  let part = 0;
  for (let component = 0; component < loads.length; component++) {
    const own = allotted[component]!;
    const { absorbers, edge, rest } = splitLoad(loads[component]!, own, limits);
    targets.fill(edge, part, part + own - absorbers);
    targets.fill(rest, part + own - absorbers, part + own);
    part += own;
  }
  return { allotted, targets };
}

/** The number of parts of each component; undefined where no way gives out all of them. */
function leastOutside(
  loads: Float64Array,
  unitCounts: Uint32Array,
  parts: number,
  limits: LoadLimits,
): Uint32Array | undefined {
  const components = loads.length;
  let costs = new Float64Array(WIDTH).fill(Infinity);
  costs[MOST_AHEAD] = 0;
  // Of every state, how many parts the component got that led there.
  const given = new Uint32Array(components * WIDTH);
  const passed = new Int32Array(components + 1);
  let sum = 0;
  for (let component = 0; component < components; component++) {
    sum += loads[component]! / limits.ideal;
    passed[component + 1] = component === components - 1 ? parts : Math.round(sum);
    const step = passed[component + 1]! - passed[component]!;
    const next = new Float64Array(WIDTH).fill(Infinity);
    const share = loads[component]! / limits.ideal;
    const most = Math.min(Math.ceil(share) + 1, unitCounts[component]!);
    for (let own = Math.max(1, Math.floor(share) - 1); own <= most; own++) {
      const { cost } = splitLoad(loads[component]!, own, limits);
      for (let state = 0; state < WIDTH; state++) {
        const reached = state + own - step;
        if (reached < 0 || reached >= WIDTH || costs[state]! + cost >= next[reached]!) continue;
        next[reached] = costs[state]! + cost;
        given[component * WIDTH + reached] = own;
      }
    }
    costs = next;
  }
  if (costs[MOST_AHEAD] === Infinity) return undefined;
  const allotted = new Uint32Array(components);
  let state = MOST_AHEAD;
  for (let component = components - 1; component >= 0; component--) {
    const own = given[component * WIDTH + state]!;
    allotted[component] = own;
    state += passed[component + 1]! - passed[component]! - own;
  }
  return allotted;
}

export interface SplitLoad {
  /** About the number of parts outside the limits. */
  cost: number;
  /** So many parts cannot keep the limits and take `rest`; the others take `edge`. */
  absorbers: number;
  edge: number;
  rest: number;
}

/** How a load is best shared by a number of parts: evenly if that keeps the limits. */
export function splitLoad(load: number, parts: number, { min, max, ideal }: LoadLimits): SplitLoad {
  const mean = load / parts;
  const tolerance = Math.max(max - ideal, ideal - min, 1e-9);
  const even = (mean - ideal) / tolerance;
  if (mean >= min && mean <= max) {
    return { cost: COST_OF_UNEVENNESS * even * even, absorbers: 0, edge: mean, rest: mean };
  }
  const room = EDGE_ROOM * ((max - min) / 2);
  const edge = mean < min ? min + room : max - room;
  let best: SplitLoad = { cost: Infinity, absorbers: parts, edge: mean, rest: mean };
  for (let absorbers = 1; absorbers <= parts; absorbers++) {
    const rest = (load - (parts - absorbers) * edge) / absorbers;
    const off = Math.abs(rest - ideal) / tolerance;
    const beyond = Math.max(0, off - WORST_TOLERANCES);
    const worst = Math.min(1, off / WORST_TOLERANCES);
    const cost = absorbers * (1 + 0.3 * worst * worst + COST_BEYOND_WORST * beyond);
    if (cost < best.cost) best = { cost, absorbers, edge, rest };
  }
  return best;
}
