import { v5 } from "uuid";

/** Namespace of the ids of proposed grids and micro-grids: a random UUID, fixed for good. */
const PROPOSED = "5b0c7f6e-3f0b-4f0f-9a35-0c6b8f1d2e47";

/** Gives out UUIDs (version 5), always the same in a row for the same key. */
export function idMaker(key: string): () => string {
  let count = 0;
  return () => v5(`${key}/${++count}`, PROPOSED);
}
