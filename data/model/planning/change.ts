import {
  type GridFacts,
  type MicroGridFacts,
  type PlanState,
  type PostKey,
  type PostPlace,
  postKey,
  postPlace,
} from "./state.ts";

/**
 * An edit of a plan as a value: what each thing is to be, null for what is to be gone. Lists may be
 * left out. `broken` says whether a building's entrances are its units; who breaks or joins one also
 * puts the units it gains and takes away those it loses.
 */
export interface PlanChange {
  grids?: [gridId: string, GridFacts | null][];
  microGrids?: [microGridId: string, MicroGridFacts | null][];
  broken?: [buildingId: string, isBroken: boolean][];
  /** Null takes the unit out of its micro-grid. */
  put?: [unitId: string, microGridId: string | null][];
  /** Null leaves the post to whoever holds it; an empty list leaves it vacant. */
  posts?: [PostPlace, personIds: string[] | null][];
}

/**
 * Applies a change.
 * @returns the next state, and the change that takes it back: `applyChange(next, inverse)` equals `state`
 */
export function applyChange(
  state: PlanState,
  change: PlanChange,
): { state: PlanState; inverse: PlanChange } {
  const inverse: PlanChange = {};
  const next = { ...state };
  if (change.grids?.length) {
    [next.grids, inverse.grids] = put(state.grids, change.grids);
  }
  if (change.microGrids?.length) {
    [next.microGrids, inverse.microGrids] = put(state.microGrids, change.microGrids);
  }
  if (change.put?.length) {
    [next.units, inverse.put] = put(state.units, change.put);
  }
  if (change.broken?.length) {
    const broken = new Set(state.broken);
    inverse.broken = change.broken.map(([id]) => [id, state.broken.has(id)]);
    for (const [id, isBroken] of change.broken) {
      if (isBroken) broken.add(id);
      else broken.delete(id);
    }
    next.broken = broken;
  }
  if (change.posts?.length) {
    const entries = change.posts.map(([place, ids]): [PostKey, readonly string[] | null] => [
      postKey(place),
      ids,
    ]);
    const [posts, back] = put<PostKey, readonly string[]>(state.posts, entries);
    next.posts = posts;
    inverse.posts = back.map(([key, ids]) => [postPlace(key), ids && [...ids]]);
  }
  return { state: next, inverse };
}

/** A copy of the map with the entries in it, and the entries that take it back. The first of a key counts back. */
function put<Key extends string, Value>(
  map: ReadonlyMap<Key, Value>,
  entries: readonly (readonly [Key, Value | null])[],
): [Map<Key, Value>, [Key, Value | null][]] {
  const next = new Map(map);
  const before = new Map<Key, Value | null>();
  for (const [key, value] of entries) {
    if (!before.has(key)) before.set(key, map.get(key) ?? null);
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return [next, [...before]];
}

export function isEmptyChange(change: PlanChange): boolean {
  return Object.values(change).every((entries) => !entries || entries.length === 0);
}

/** One change that does what the changes do one after the other: of each thing the last word counts. */
export function joinChanges(changes: readonly PlanChange[]): PlanChange {
  const grids = new Map<string, GridFacts | null>();
  const microGrids = new Map<string, MicroGridFacts | null>();
  const broken = new Map<string, boolean>();
  const units = new Map<string, string | null>();
  const posts = new Map<string, [PostPlace, string[] | null]>();
  for (const change of changes) {
    for (const [id, facts] of change.grids ?? []) grids.set(id, facts);
    for (const [id, facts] of change.microGrids ?? []) microGrids.set(id, facts);
    for (const [id, isBroken] of change.broken ?? []) broken.set(id, isBroken);
    for (const [id, microGridId] of change.put ?? []) units.set(id, microGridId);
    for (const entry of change.posts ?? []) posts.set(postKey(entry[0]), entry);
  }
  return {
    ...(grids.size > 0 && { grids: [...grids] }),
    ...(microGrids.size > 0 && { microGrids: [...microGrids] }),
    ...(broken.size > 0 && { broken: [...broken] }),
    ...(units.size > 0 && { put: [...units] }),
    ...(posts.size > 0 && { posts: [...posts.values()] }),
  };
}
