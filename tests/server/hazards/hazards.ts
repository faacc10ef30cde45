import sharp, { type Sharp } from "sharp";
import { v7 as uuidv7 } from "uuid";
import type { HazardDetail } from "#data/model/answers/hazards.ts";
import type { HazardAction } from "#data/model/hazards/moves.ts";
import type { Asker, TestServer } from "../harness.ts";
import { given } from "../people/people.ts";
import { answersOf } from "../answers.ts";

export const HAZARDS = "/api/communities/hongqi/hazards";

/** Somewhere on a building of 红旗社区. */
export async function somewhere(index = 0): Promise<[number, number]> {
  const { layers } = await answersOf("hongqi");
  const { geometry } = layers.buildings.features[index]!;
  if (geometry.type !== "Polygon") throw new Error("not a polygon");
  return geometry.coordinates[0]![0] as [number, number];
}

/** What a phone sends. */
export async function report(more: Record<string, unknown> = {}) {
  return {
    ...{ id: uuidv7(), category: "exit", level: "general", note: "楼道堆物" },
    location: { type: "Point", coordinates: await somewhere() },
    ...more,
  };
}

export async function reported(
  asker: Asker,
  more: Record<string, unknown> = {},
): Promise<HazardDetail> {
  return given<HazardDetail>(asker.post(HAZARDS, await report(more)));
}

export function move(
  asker: Asker,
  { id }: { id: string },
  action: HazardAction,
  brought: Record<string, unknown> = {},
): Promise<Response> {
  return asker.post(`${HAZARDS}/${id}/${action}`, brought);
}

export function moved(
  asker: Asker,
  hazard: { id: string },
  action: HazardAction,
  brought: Record<string, unknown> = {},
): Promise<HazardDetail> {
  return given<HazardDetail>(move(asker, hazard, action, brought));
}

/** The person that an account is in 红旗社区. */
export async function personOf(server: TestServer, username: string): Promise<string> {
  const { rows } = (await server.ctx.db.execute(
    `SELECT p.id FROM people p JOIN users u ON u.id = p.user_id
     JOIN communities c ON c.id = p.community_id
     WHERE c.slug = 'hongqi' AND u.username = '${username}'`,
  )) as unknown as { rows: { id: string }[] };
  return rows[0]!.id;
}

/** A small JPEG. */
export function picture(change: (made: Sharp) => Sharp = (made) => made): Promise<Buffer> {
  const create = { width: 40, height: 20, channels: 3, background: "#c33" } as const;
  return change(sharp({ create })).jpeg().toBuffer();
}

/** As a form: every field as text, and the pictures as files. */
export function formOf(fields: Record<string, unknown>, files: Record<string, Buffer>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  for (const [name, bytes] of Object.entries(files)) {
    form.append("photos", new File([new Uint8Array(bytes)], name, { type: "image/jpeg" }));
  }
  return form;
}
