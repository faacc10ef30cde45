import { MAX_FILE_BYTES } from "#data/model/import/readFootprintFile.ts";
import type { LargeBody } from "./bodies.ts";

/** Every path that takes more than the usual megabyte. */
export const LARGE_BODIES: readonly LargeBody[] = [
  { path: /^\/api\/communities$/, bytes: MAX_FILE_BYTES },
  // A roster, as `people` itself limits it.
  { path: /^\/api\/communities\/[^/]+\/people\/import$/, bytes: 5 * 1024 * 1024 },
];
