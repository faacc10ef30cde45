import { v5 } from "uuid";

/** Namespace of all sample ids: a random UUID, fixed for good. */
const SAMPLES = "7d1d3a52-6c0e-4b57-9a68-2f4f0c9b8e11";

/** The id of a sample's thing: the same slug and key always give the same UUID (version 5). */
export function idOf(slug: string, key: string): string {
  return v5(`${slug}/${key}`, SAMPLES);
}
