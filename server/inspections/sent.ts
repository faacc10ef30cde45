import type { Context } from "hono";
import { NewInspection } from "#data/model/answers/inspections.ts";
import type { NewPhoto } from "#data/model/answers/hazards.ts";
import { checkJson } from "../hardening/json.ts";
import type { SentPhoto } from "../photos/prepare.ts";
import { parse } from "../photos/sent.ts";
import { problems } from "../problem.ts";

/** As many pictures as one visit may bring, those of its hazards among them. */
const MOST_PHOTOS = 60;

/** An inspection as it was sent, with the bytes of its pictures by their ids. */
export interface SentInspection {
  inspection: NewInspection;
  photo: (photo: NewPhoto) => SentPhoto;
}

/**
 * Reads JSON with pictures in base64, or a form whose field `inspection` is that JSON without them
 * and whose files are called by the ids of the pictures.
 * @throws Problem invalid that says where, unreadable-request
 */
export async function readSentInspection(c: Context): Promise<SentInspection> {
  const isForm = c.req.header("Content-Type")?.toLowerCase().startsWith("multipart/form-data");
  const files = new Map<string, Uint8Array>();
  const body = isForm ? await readForm(await c.req.formData(), files) : await c.req.json<unknown>();
  const inspection = parse(NewInspection, body, isForm ? "inspection" : "body");
  const photos = [...inspection.photos, ...inspection.hazards.flatMap((hazard) => hazard.photos)];
  if (photos.length > MOST_PHOTOS) throw refuse(`at most ${MOST_PHOTOS}`);
  for (const { id, data } of photos) {
    if (data !== undefined) files.set(id, new Uint8Array(Buffer.from(data, "base64")));
    if (!files.has(id)) throw refuse(`no picture ${id}`);
  }
  return {
    inspection,
    photo: ({ data: _, kind = "before", ...photo }) => ({
      ...{ ...photo, kind },
      bytes: files.get(photo.id) ?? new Uint8Array(),
    }),
  };
}

async function readForm(form: FormData, files: Map<string, Uint8Array>): Promise<unknown> {
  for (const value of form.values()) {
    if (!(value instanceof File)) continue;
    const id = value.name.replace(/\.\w+$/, "").toLowerCase();
    files.set(id, new Uint8Array(await value.arrayBuffer()));
  }
  const text = form.get("inspection");
  if (typeof text !== "string" || text === "") return undefined;
  // What a body of JSON is looked at for before anything works on it.
  checkJson(new TextEncoder().encode(text));
  return JSON.parse(text) as unknown;
}

function refuse(message: string) {
  return problems.invalid("body", [{ path: "photos", message }]);
}
