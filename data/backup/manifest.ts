import { z } from "zod";

/** Last in the archive: a backup without one was cut off. */
export const MANIFEST = "manifest.json";
export const FORMAT = "getu-backup-1";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself. */
export const Manifest = z.object({
  format: z.string(),
  /** Version of the program that made it. */
  program: z.string(),
  createdAt: z.iso.datetime(),
  /** The last migration that its database went through. */
  migration: z.object({ when: z.int(), hash: Sha256 }),
  tables: z.array(
    z.object({
      name: z.string(),
      /** In their order, each as "name type": a row is their text in this order. */
      columns: z.array(z.string()),
      rows: z.int(),
    }),
  ),
  /** Where each sequence stands. */
  sequences: z.record(z.string(), z.string()),
  entries: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;
export type TableNote = Manifest["tables"][number];
export type EntryNote = Manifest["entries"][number];

export const TABLES_FOLDER = "tables/";
/** What lies beside the database in a data directory and belongs to the backup, pictures of hazards included. */
export const FILE_FOLDERS = ["files", "photos"];
export const entryOfTable = (name: string) => `${TABLES_FOLDER}${name}.rows`;
