/** What a section of the bench found: one table, and whether its goal was met. */
export interface Section {
  title: string;
  /** What the issue asks for; absent where nothing is asked. */
  goal?: string;
  isReached?: boolean;
  /** The first column is a name, the others are numbers. */
  columns: string[];
  rows: string[][];
  /** What has to be known to read the table. */
  note?: string;
}

export function printSection({ title, goal, isReached, columns, rows, note }: Section): void {
  const lines = [columns, ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? "").length)),
  );
  console.log(`\n${title}`);
  for (const line of lines) {
    const cells = widths.map((width, column) => {
      const cell = line[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
  if (note) console.log(`  ${note}`);
  if (goal) console.log(`  goal: ${goal} — ${isReached ? "reached" : "NOT reached"}`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}
