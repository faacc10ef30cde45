/**
 * A division before it has names. Parts count from 0; a unit of part -1 stays where the draft has it.
 * Units of locked micro-grids have a grid here and no micro-grid.
 */
export interface Layout {
  grids: Int32Array;
  /** The grid each part is, null for one still to be matched with the draft's or made. */
  gridIds: (string | null)[];
  microGrids: Int32Array;
  microGridIds: (string | null)[];
}

/** The units of each part, ascending. */
export function membersOf(parts: Int32Array, count: number): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  parts.forEach((part, unit) => part >= 0 && members[part]!.push(unit));
  return members;
}
