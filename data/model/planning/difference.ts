import type { PlanChange } from "./change.ts";
import { type PlanState, type PostKey, postPlace } from "./state.ts";

/** The change that makes `to` of `from`; empty where they say the same. */
export function differenceOf(from: PlanState, to: PlanState): PlanChange {
  const grids = entriesThatDiffer(from.grids, to.grids);
  const microGrids = entriesThatDiffer(from.microGrids, to.microGrids);
  const put = entriesThatDiffer(from.units, to.units);
  const posts = entriesThatDiffer<PostKey, readonly string[]>(from.posts, to.posts);
  const broken = [...new Set([...from.broken, ...to.broken])].filter(
    (id) => from.broken.has(id) !== to.broken.has(id),
  );
  return {
    ...(grids.length > 0 && { grids }),
    ...(microGrids.length > 0 && { microGrids }),
    ...(broken.length > 0 && {
      broken: broken.map((id): [string, boolean] => [id, to.broken.has(id)]),
    }),
    ...(put.length > 0 && { put }),
    ...(posts.length > 0 && {
      posts: posts.map(([key, ids]) => [postPlace(key), ids && [...ids]]),
    }),
  };
}

function entriesThatDiffer<Key extends string, Value>(
  from: ReadonlyMap<Key, Value>,
  to: ReadonlyMap<Key, Value>,
): [Key, Value | null][] {
  const entries: [Key, Value | null][] = [];
  for (const key of from.keys()) if (!to.has(key)) entries.push([key, null]);
  for (const [key, value] of to) {
    if (!isSame(from.get(key), value)) entries.push([key, value]);
  }
  return entries;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
}
