import { curve } from "./lines.ts";
import type { Line, Ring, Spot } from "./plane.ts";

/** Streets that cross: rows from the north, columns from the west, bent through the given crossings. */
export interface Lattice {
  /** West to east along a row of crossings. */
  row(index: number): Line;
  /** North to south along a column of crossings. */
  column(index: number): Line;
  /** The ground between two rows and two columns, anticlockwise; all of it without arguments. */
  block(rows?: readonly [number, number], columns?: readonly [number, number]): Ring;
}

/** Steps of {@link curve} from one crossing to the next. */
const STEPS = 5;

export function latticeOf(crossings: readonly Line[]): Lattice {
  const rows = crossings.map(curve);
  const columns = crossings[0]!.map((_, i) => curve(crossings.map((row) => row[i]!)));
  const span = (line: Spot[], [from, to]: readonly [number, number]) =>
    line.slice(from * STEPS, to * STEPS + 1);
  const block = (
    [top, bottom] = [0, rows.length - 1] as const,
    [left, right] = [0, columns.length - 1] as const,
  ): Ring => [
    ...span(columns[left]!, [top, bottom]).slice(0, -1),
    ...span(rows[bottom]!, [left, right]).slice(0, -1),
    ...span(columns[right]!, [top, bottom]).reverse().slice(0, -1),
    ...span(rows[top]!, [left, right]).reverse().slice(0, -1),
  ];
  return { row: (i) => rows[i]!, column: (i) => columns[i]!, block };
}
