import { MAX_FILE_BYTES } from "#data/model/import/readFootprintFile.ts";
import type { LargeBody } from "./bodies.ts";

/** Every path that takes more than the usual megabyte. */
export const LARGE_BODIES: readonly LargeBody[] = [
  { path: /^\/api\/communities$/, bytes: MAX_FILE_BYTES },
  // A change of 50,000 units, also as the first of a draft.
  { path: /^\/api\/communities\/[^/]+\/plans$/, bytes: 16 * 1024 * 1024 },
  { path: /^\/api\/communities\/[^/]+\/plans\/[^/]+\/changes$/, bytes: 16 * 1024 * 1024 },
  // Outlines or a table, as `plans` itself limits them.
  { path: /^\/api\/communities\/[^/]+\/plans\/from-outlines$/, bytes: 10 * 1024 * 1024 },
  { path: /^\/api\/communities\/[^/]+\/plans\/from-table$/, bytes: 5 * 1024 * 1024 },
  { path: /^\/api\/communities\/[^/]+\/buildings\/import$/, bytes: MAX_FILE_BYTES },
  // A roster, as `people` itself limits it.
  { path: /^\/api\/communities\/[^/]+\/people\/import$/, bytes: 5 * 1024 * 1024 },
  // Nine pictures as a phone makes them small; read at once, so that they wait in no line with files.
  {
    path: /^\/api\/communities\/[^/]+\/(hazards(\/[^/]+\/[^/]+)?|inspections)$/,
    bytes: 24 * 1024 * 1024,
    isQuick: true,
  },
];
