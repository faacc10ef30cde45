import { readdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { photos } from "#data/schema/index.ts";
import { sweepPhotos } from "#server/photos/sweep.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { given, problemKind } from "../people/people.ts";
import { formOf, HAZARDS, picture, report, reported, somewhere } from "./hazards.ts";

const DAY_MS = 24 * 3_600_000;

test(
  "a report knows its building, its grid, who would see to it and when it is due; a trusted one is confirmed",
  inRollback(async (server) => {
    const hazard = await reported(server.as("hongqi.leader1"), { note: " 消防通道被占 " });
    expect(hazard).toMatchObject({
      ...{ status: "reported", category: "exit", level: "general", note: "消防通道被占" },
      ...{ isOverdue: false, version: 1, photoCount: 0, returnCount: 0, isStarred: false },
      building: { name: expect.any(String) },
      grid: { name: expect.any(String) },
      proposedAssignee: { name: expect.any(String) },
      refusals: { confirm: "not-your-duty", pass: "no-such-move" },
    });
    expect(Date.parse(hazard.dueAt!) - Date.parse(hazard.clockStartsAt)).toBe(DAY_MS);
    expect(hazard.steps.map(({ step, toStatus }) => [step, toStatus])).toEqual([
      ["report", "reported"],
    ]);
    const trusted = await reported(server.as("hongqi.worker1"));
    expect(trusted.status).toBe("confirmed");
    expect(trusted.refusals).not.toHaveProperty("fix");
  }),
);

test(
  "the same id twice is one hazard, and a major one names its rule",
  inRollback(async (server) => {
    const asker = server.as("hongqi.worker1");
    const body = await report();
    expect((await asker.post(HAZARDS, body)).status).toBe(201);
    const again = await asker.post(HAZARDS, { ...body, note: "又一次" });
    expect(again.status).toBe(200);
    expect(((await again.json()) as HazardDetail).note).toBe("楼道堆物");
    const major = await report({ level: "major" });
    expect(await problemKind(asker.post(HAZARDS, major))).toBe("422 missing-evidence");
    expect((await asker.post(HAZARDS, { ...major, majorRule: "第六条" })).status).toBe(201);
    for (const wrong of [{ category: "none" }, { location: { type: "Point" } }, { id: "1" }]) {
      const response = asker.post(HAZARDS, await report(wrong));
      expect(await problemKind(response)).toBe("400 invalid");
    }
  }),
);

/** A camera's: with the place it was taken at. */
async function placed(): Promise<Buffer> {
  const IFD3 = {
    ...{ GPSLatitudeRef: "N", GPSLatitude: "39/1 54/1 26/1" },
    ...{ GPSLongitudeRef: "E", GPSLongitude: "116/1 23/1 50/1" },
  };
  return picture((made) => made.withExif({ IFD3 }));
}

test(
  "pictures come in a form or in JSON, are written anew without their place, and are small on request",
  inRollback(async (server) => {
    const asker = server.as("hongqi.worker1");
    const [first, second] = [uuidv7(), uuidv7()];
    const files = { [`${first}.jpg`]: await placed(), "after.jpg": await placed() };
    const body = await report();
    const made = await given<HazardDetail>(asker.post(HAZARDS, formOf(body, files)));
    expect(made.photoCount).toBe(2);
    const [before, after] = made.steps[0]!.photos.toSorted((a) => (a.id === first ? -1 : 1));
    expect(before).toMatchObject({ id: first, kind: "before", widthPixels: 40, heightPixels: 20 });
    expect(after!.kind).toBe("after");
    // Without an id of its own a picture gets one that is the same whenever the form is sent again.
    const known = await asker.post(HAZARDS, formOf(body, files));
    expect(known.status).toBe(200);
    const data = (await placed()).toString("base64");
    const kept = { id: second, kind: "other", keepsLocation: true, data };
    await reported(asker, { photos: [kept] });
    const rows = await server.ctx.db.select().from(photos);
    expect(rows.find(({ id }) => id === first)).toMatchObject({ longitude: null, latitude: null });
    expect(rows.find(({ id }) => id === second)!.latitude).toBeCloseTo(39.9072, 3);

    const image = await asker.get(before!.address);
    expect(image.headers.get("Content-Type")).toBe("image/jpeg");
    const { exif } = await sharp(Buffer.from(await image.arrayBuffer())).metadata();
    expect(exif).toBeUndefined();
    const small = await asker.get(`${before!.address}?width=16`);
    const { width } = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect(width).toBe(16);
    const tag = { "If-None-Match": small.headers.get("ETag")! };
    expect((await asker.get(`${before!.address}?width=16`, tag)).status).toBe(304);
    expect(await problemKind(server.as("hongqi.department").get(before!.address))).toBe(
      "404 no-such-thing",
    );
    await expectSwept(server);
  }),
);

/** Of the files, those without a row go; these all have theirs, and are young. */
async function expectSwept({ ctx }: TestServer): Promise<void> {
  expect(await sweepPhotos({ ...ctx.database, db: ctx.db }, ctx.photoDirectory)).toBe(0);
  const [row] = await ctx.db.select().from(photos);
  const files = await readdir(join(ctx.photoDirectory, row!.communityId), { recursive: true });
  expect(files.some((file) => file.endsWith(".part"))).toBe(false);
}

test(
  "a picture's id belongs to one thing, and nothing is stored of a report whose picture is none",
  inRollback(async (server) => {
    const asker = server.as("hongqi.worker1");
    const photo = { id: uuidv7(), data: (await picture()).toString("base64") };
    const first = await reported(asker, { photos: [photo] });
    const second = await report({ photos: [photo] });
    // A refusal undoes its transaction, in which a test's own other requests are not.
    expect(await problemKind(asker.post(HAZARDS, second))).toBe("409 id-taken");
    const broken = await report({ photos: [{ id: uuidv7(), data: "bm90IGEgcGljdHVyZQ==" }] });
    expect(await problemKind(asker.post(HAZARDS, broken))).toBe("415 image-kind");
    const list = await given<HazardDetail[]>(asker.get(`${HAZARDS}?status=all`));
    const ids = list.map(({ id }) => id);
    expect(ids).toContain(first.id);
    expect(ids).not.toContain(second.id);
    expect(ids).not.toContain(broken.id);
  }),
);

test(
  "one that is the same as another stands with it, and is kept for itself once that one is closed",
  inRollback(async (server) => {
    const asker = server.as("hongqi.inspector");
    const first = await reported(asker);
    const data = (await picture()).toString("base64");
    const same = { sameAsId: first.id, note: "同一处", photos: [{ id: uuidv7(), data }] };
    const second = await reported(server.as("hongqi.keeper1"), same);
    expect(second).toMatchObject({ status: "merged", mergedIntoId: first.id });
    expect(second.steps.map(({ step }) => step)).toEqual(["report", "merge"]);
    const joined = await given<HazardDetail>(asker.get(`${HAZARDS}/${first.id}`));
    expect(joined.merged).toMatchObject([{ id: second.id, note: "同一处", photos: [{}] }]);
    // By way of one that is merged itself.
    const third = await reported(asker, { sameAsId: second.id });
    expect(third.mergedIntoId).toBe(first.id);
    const nowhere = await reported(asker, { sameAsId: uuidv7() });
    expect(nowhere).toMatchObject({ status: "confirmed", mergedIntoId: null });
  }),
);

test(
  "what is in front of a house is at the house, and what is far from all belongs to no grid",
  inRollback(async (server) => {
    const [longitude, latitude] = await somewhere();
    const at = (location: number[]) => ({
      location: { type: "Point", coordinates: location },
      floor: -1,
    });
    const asker = server.as("hongqi.inspector");
    const near = await reported(asker, at([longitude, latitude]));
    expect(near.building).not.toBeNull();
    const far = await reported(asker, at([longitude + 1, latitude]));
    expect(far).toMatchObject({ building: null, grid: null, floor: -1, proposedAssignee: null });
    // Nobody's own place: only duties for the whole community reach it.
    const seen = await given<HazardDetail>(server.as("hongqi.worker1").get(`${HAZARDS}/${far.id}`));
    expect(seen.refusals.fix).toBe("not-your-duty");
    expect(far.refusals.fix).toBeUndefined();
  }),
);
