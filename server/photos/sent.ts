import type { Context } from "hono";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";
import { NewPhoto } from "#data/model/answers/hazards.ts";
import type { PhotoKind } from "#data/model/hazards/kinds.ts";
import { problems } from "../problem.ts";
import type { SentPhoto } from "./prepare.ts";

/** As many as belong to one step. */
const MOST_PHOTOS = 9;

/** A body with pictures: its fields, not yet checked, and each picture's facts and bytes. */
export interface SentBody {
  fields: Record<string, unknown>;
  photos: UnnamedPhoto[];
}

interface UnnamedPhoto {
  /** Absent: the server makes one that is the same whenever this is sent again. */
  id: string | undefined;
  facts: Omit<NewPhoto, "id" | "data">;
  /** Of a file: before.jpg says what it shows. */
  name: string;
  bytes: Uint8Array;
}

/** Fields of a form that stand for more than a text. */
const VALUES = new Set(["location", "floor", "version"]);

/**
 * Reads JSON with pictures in base64, or a form with the same names as fields and `photos` as files,
 * and in `photoFacts` what is known of them, in their order or by the ids that the files are called.
 * @throws Problem invalid
 */
export async function readSent(c: Context): Promise<SentBody> {
  const isForm = c.req.header("Content-Type")?.toLowerCase().startsWith("multipart/form-data");
  if (isForm) return readForm(await c.req.formData());
  // A step that needs nothing may come without a body.
  const text = await c.req.text();
  return readJson(text === "" ? {} : JSON.parse(text));
}

function readJson(body: unknown): SentBody {
  const { photos = [], ...fields } = (body ?? {}) as Record<string, unknown>;
  const read = parse(z.array(NewPhoto.required({ data: true })).max(MOST_PHOTOS), photos, "photos");
  return {
    fields,
    photos: read.map(({ id, data, ...facts }) => ({
      ...{ id, facts, name: "" },
      bytes: new Uint8Array(Buffer.from(data, "base64")),
    })),
  };
}

async function readForm(form: FormData): Promise<SentBody> {
  const fields: Record<string, unknown> = {};
  const files: File[] = [];
  for (const [name, value] of form) {
    if (value instanceof File) {
      // A field for files in which nobody chose one.
      if (value.name !== "" || value.size > 0) files.push(value);
    } else if (value !== "" && name !== "photoFacts") fields[name] = valueOf(name, value);
  }
  const sent = form.get("photoFacts");
  const json = typeof sent === "string" && sent !== "" ? valueOf("location", sent) : [];
  const facts = parse(z.array(NewPhoto).max(MOST_PHOTOS), json, "photoFacts");
  if (files.length > MOST_PHOTOS) {
    throw problems.invalid("form", [{ path: "photos", message: `at most ${MOST_PHOTOS}` }]);
  }
  const photos = files.map(async (file, index) => {
    const called = z.uuid().safeParse(file.name.replace(/\.\w+$/, "").toLowerCase()).data;
    const { id = called, ...known } =
      facts.find((fact) => fact.id === called) ??
      (facts.length === files.length ? facts[index]! : noFacts());
    return { id, facts: known, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  });
  return { fields, photos: await Promise.all(photos) };
}

function noFacts(): Omit<NewPhoto, "id"> & { id?: undefined } {
  return { takenAt: null, keepsLocation: false };
}

function valueOf(name: string, text: string): unknown {
  if (!VALUES.has(name)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** @throws Problem invalid that says where in the body */
export function parse<T extends z.ZodType>(schema: T, value: unknown, where: string): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({
    ...{ path: path.map(String).join("."), message },
  }));
  throw problems.invalid(where, issues);
}

/**
 * Gives each picture its id and says what it shows, where whoever sent it did not: by its file's name,
 * or as `kindOf` has it for its place among them.
 * @param owner the id of what they belong to: with the place it makes an id that is always the same
 */
export function namePhotos(
  photos: readonly UnnamedPhoto[],
  owner: string,
  kindOf: (index: number) => PhotoKind,
): SentPhoto[] {
  return photos.map(({ id, facts, name, bytes }, index) => ({
    ...{ ...facts, bytes },
    id: id ?? uuidv5(String(index), owner),
    kind: facts.kind ?? kindByName(name) ?? kindOf(index),
  }));
}

function kindByName(name: string): PhotoKind | undefined {
  if (/^before/i.test(name)) return "before";
  return /^after/i.test(name) ? "after" : undefined;
}
