import type { HazardLine, HazardLines } from "../answers/hazardLines.ts";
import type { Named } from "../answers/responsibility.ts";

/** Ten thousand lines in a quarter of the room: no name of a field, and no name of a thing, comes twice. */
export function packLines(lines: readonly HazardLine[]): HazardLines {
  const indexes = new Map<string, number>();
  const named: Named[] = [];
  const indexOf = (thing: Named | null): number | null => {
    if (!thing) return null;
    const known = indexes.get(thing.id);
    if (known !== undefined) return known;
    indexes.set(thing.id, named.length);
    return named.push(thing) - 1;
  };
  return {
    id: lines.map(({ id }) => id),
    category: lines.map(({ category }) => category),
    level: lines.map(({ level }) => level),
    status: lines.map(({ status }) => status),
    note: lines.map(({ note }) => note),
    position: lines.map(({ location }) => location.coordinates),
    building: lines.map(({ building }) => indexOf(building)),
    floor: lines.map(({ floor }) => floor),
    place: lines.map(({ place }) => indexOf(place)),
    grid: lines.map(({ grid }) => indexOf(grid)),
    assignee: lines.map(({ assignee }) => indexOf(assignee)),
    department: lines.map(({ department }) => indexOf(department)),
    reportedAt: lines.map(({ reportedAt }) => reportedAt),
    rectifiedAt: lines.map(({ rectifiedAt }) => rectifiedAt),
    closedAt: lines.map(({ closedAt }) => closedAt),
    clockStartsAt: lines.map(({ clockStartsAt }) => clockStartsAt),
    dueAt: lines.map(({ dueAt }) => dueAt),
    returnCount: lines.map(({ returnCount }) => returnCount),
    isStarred: lines.flatMap(({ isStarred }, index) => (isStarred ? [index] : [])),
    named,
  };
}

export function unpackLines(packed: HazardLines): HazardLine[] {
  const starred = new Set(packed.isStarred);
  const thing = (index: number | null | undefined) =>
    index === null || index === undefined ? null : (packed.named[index] ?? null);
  return packed.id.map((id, index) => ({
    id,
    category: packed.category[index]!,
    level: packed.level[index]!,
    status: packed.status[index]!,
    note: packed.note[index]!,
    location: { type: "Point", coordinates: packed.position[index]! },
    building: thing(packed.building[index]),
    floor: packed.floor[index] ?? null,
    place: thing(packed.place[index]),
    grid: thing(packed.grid[index]),
    assignee: thing(packed.assignee[index]),
    department: thing(packed.department[index]),
    reportedAt: packed.reportedAt[index]!,
    rectifiedAt: packed.rectifiedAt[index] ?? null,
    closedAt: packed.closedAt[index] ?? null,
    clockStartsAt: packed.clockStartsAt[index]!,
    dueAt: packed.dueAt[index] ?? null,
    returnCount: packed.returnCount[index]!,
    isStarred: starred.has(index),
  }));
}
