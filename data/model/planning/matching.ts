import { groupBy } from "../groupBy.ts";

interface Shared {
  before: string | null;
  after: string | null;
  load: number;
}

/**
 * Which group of one division is which of another: by id, then those left over greedily by the load
 * that they have in common, as long as it is most of one of the two.
 * @param shared one of each unit: the groups it is in, and its load
 * @returns former id → new id, each at most once
 */
export function matchGroups(
  beforeIds: readonly string[],
  afterIds: readonly string[],
  shared: readonly Shared[],
): Map<string, string> {
  const after = new Set(afterIds);
  const pairs = new Map(beforeIds.filter((id) => after.has(id)).map((id) => [id, id]));
  const taken = new Set(pairs.values());
  const totals = (side: "before" | "after") => {
    const groups = groupBy(shared, (unit) => unit[side]);
    return new Map([...groups].map(([id, units]) => [id, sum(units)]));
  };
  const [ofBefore, ofAfter] = [totals("before"), totals("after")];
  const left = shared.filter(
    ({ before, after }) =>
      before !== null && after !== null && !pairs.has(before) && !taken.has(after),
  );
  const ties = [...groupBy(left, ({ before, after }) => `${before} ${after}`).values()]
    .map((units) => ({ before: units[0]!.before!, after: units[0]!.after!, load: sum(units) }))
    .filter(
      ({ before, after, load }) => 2 * load > Math.min(ofBefore.get(before)!, ofAfter.get(after)!),
    )
    .sort((a, b) => b.load - a.load);
  for (const { before, after } of ties) {
    if (pairs.has(before) || taken.has(after)) continue;
    pairs.set(before, after);
    taken.add(after);
  }
  return pairs;
}

function sum(units: readonly Shared[]): number {
  return units.reduce((total, { load }) => total + load, 0);
}
