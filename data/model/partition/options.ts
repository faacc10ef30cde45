/** How far from the ideal load a part may be when nothing else is asked. */
const DEFAULT_TOLERANCE = 0.05;

export interface Priorities {
  /** How much it counts that units are near the centre of their part. */
  distance: number;
  /** How much it counts that few neighbours are separated, over short borders. */
  cut: number;
  /** How much it counts that loads are near the ideal, beyond keeping the limits. */
  balance: number;
}

export const EVEN: Priorities = { distance: 1, cut: 1, balance: 1 };

export interface PartitionOptions {
  parts: number;
  /** The same seed, graph and options give the same answer. */
  seed: number;
  /** Loads allowed in each part; without them, 5 % about the ideal. */
  minLoad?: number;
  maxLoad?: number;
  /** What is sought besides the limits; 1 each without it. */
  priorities?: Priorities;
  /** Units that belong together where possible: a group from 0 per unit, -1 for none. */
  groups?: Int32Array;
  /** What separating a pair of neighbours of one group costs, in pairs of others. */
  groupCost?: number;
  /** How many divisions are made to choose from; without it, as many as are quickly made. */
  tries?: number;
  /** Called now and then with a share from 0 to 1 and the best so far; answers whether to go on. */
  onProgress?: (share: number, best: () => Int32Array) => boolean;
}

export interface RebalanceOptions extends PartitionOptions {
  /** So many units may change their part; without it, any number. */
  maxMoves?: number;
  /** 1 for each unit that stays where it is. */
  fixed?: Uint8Array;
}

export interface LoadLimits {
  min: number;
  max: number;
  ideal: number;
}

export function limitsOf(loads: Float64Array, options: PartitionOptions): LoadLimits {
  let total = 0;
  for (let unit = 0; unit < loads.length; unit++) total += loads[unit]!;
  const ideal = total / Math.max(1, options.parts);
  return {
    min: options.minLoad ?? ideal * (1 - DEFAULT_TOLERANCE),
    max: options.maxLoad ?? ideal * (1 + DEFAULT_TOLERANCE),
    ideal,
  };
}
