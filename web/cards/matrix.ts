import type { DwellingCell, EntranceColumn } from "#data/model/answers/buildings.ts";

/** A dwelling in the matrix: `span` columns from `column` on, counted over all entrances. */
export interface PlacedDwelling {
  dwelling: DwellingCell;
  entrance: EntranceColumn;
  column: number;
  span: number;
}

export interface MatrixRow {
  floor: number;
  /** By entrance: its dwellings from left to right, then `rest` columns without any. */
  groups: { placed: PlacedDwelling[]; rest: number }[];
}

export interface Matrix {
  entrances: { entrance: EntranceColumn; width: number }[];
  /** From the top floor down. */
  rows: MatrixRow[];
}

/**
 * Entrances side by side, each as wide as its fullest floor. A floor with fewer doors fills the
 * width where it divides evenly: one shop under two flats is as wide as both.
 */
export function matrixOf(columns: readonly EntranceColumn[]): Matrix {
  let start = 0;
  const entrances = columns.map((entrance) => {
    const width = Math.max(1, ...entrance.floors.map(({ dwellings }) => dwellings.length));
    const placed = { entrance, width, start };
    start += width;
    return placed;
  });
  const floors = new Set(columns.flatMap((column) => column.floors.map(({ floor }) => floor)));
  const rows = [...floors]
    .sort((a, b) => b - a)
    .map((floor) => ({
      floor,
      groups: entrances.map(({ entrance, width, start }) => {
        const dwellings = entrance.floors.find((row) => row.floor === floor)?.dwellings ?? [];
        return place(entrance, dwellings, start, width);
      }),
    }));
  return { entrances: entrances.map(({ entrance, width }) => ({ entrance, width })), rows };
}

function place(
  entrance: EntranceColumn,
  dwellings: readonly DwellingCell[],
  start: number,
  width: number,
): MatrixRow["groups"][number] {
  const isEven = dwellings.length > 0 && width % dwellings.length === 0;
  const span = isEven ? width / dwellings.length : 1;
  const placed = dwellings.map((dwelling, index) => {
    return { dwelling, entrance, column: start + index * span, span };
  });
  return { placed, rest: width - dwellings.length * span };
}

/** How many floors Page Up and Page Down go. */
const PAGE_ROWS = 5;

/**
 * The dwelling that a key leads to from another, as in the ARIA pattern for grids; undefined if the
 * key does not move. At an edge it stays where it is.
 */
export function stepFrom(
  { rows }: Matrix,
  fromId: string,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
): string | undefined {
  const lines = rows.map(({ groups }) => groups.flatMap(({ placed }) => placed));
  const row = lines.findIndex((line) => line.some(({ dwelling }) => dwelling.id === fromId));
  const line = lines[row];
  const index = line?.findIndex(({ dwelling }) => dwelling.id === fromId) ?? -1;
  const from = line?.[index];
  if (!line || !from) return undefined;
  const above = (steps: number) => nearest(lines[Math.max(0, row - steps)], from);
  const below = (steps: number) => nearest(lines[Math.min(lines.length - 1, row + steps)], from);
  const moves: Record<string, () => PlacedDwelling | undefined> = {
    ArrowLeft: () => line[index - 1],
    ArrowRight: () => line[index + 1],
    ArrowUp: () => above(1),
    ArrowDown: () => below(1),
    PageUp: () => above(PAGE_ROWS),
    PageDown: () => below(PAGE_ROWS),
    Home: () => (ctrlKey ? lines[0] : line)?.[0],
    End: () => (ctrlKey ? lines.at(-1) : line)?.at(-1),
  };
  const move = moves[key];
  return move && (move() ?? from).dwelling.id;
}

/** The dwelling of a line that stands most nearly above or below another. */
function nearest(line: PlacedDwelling[] | undefined, from: PlacedDwelling) {
  const middle = ({ column, span }: PlacedDwelling) => column + span / 2;
  const distance = (placed: PlacedDwelling) => Math.abs(middle(placed) - middle(from));
  return line?.toSorted((a, b) => distance(a) - distance(b))[0];
}
