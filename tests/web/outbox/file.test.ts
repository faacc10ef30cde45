import { expect, test } from "vitest";
import { FileRefused, picturesOf, readFile, writeFile } from "#web/state/outbox/file.ts";
import { OUTBOX_FORMAT, type OutboxItem } from "#web/state/outbox/item.ts";
import { formOf } from "#web/state/outbox/send.ts";

const PHOTO = { id: "p1", kind: "before", takenAt: null, keepsLocation: false } as const;
const ITEM: OutboxItem = {
  ...{ id: "a", format: OUTBOX_FORMAT, kind: "hazard-report", userId: "wang", userName: "王" },
  ...{ communitySlug: "hongqi", path: "/api/communities/hongqi/hazards", photos: [PHOTO] },
  body: { id: "h1", note: "堵了", floor: 3, placeId: null, location: { type: "Point" } },
  ...{ subject: "h1", title: "通道", createdAt: "2026-11-22T04:00:00Z" },
  ...{ state: "stuck", attempts: 2, nextAttemptAt: 5, problem: null },
};
const BYTES = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
const PICTURES = new Map([["p1", new Blob([BYTES])]]);

test("a form carries texts as they are, all else as JSON, and pictures called by their ids", () => {
  const form = formOf(ITEM, PICTURES);
  expect([form.get("note"), form.get("floor")]).toEqual(["堵了", "3"]);
  expect(form.get("location")).toBe('{"type":"Point"}');
  expect(form.has("placeId")).toBe(false);
  expect(JSON.parse(String(form.get("photoFacts")))).toEqual([PHOTO]);
  expect((form.get("photos") as File).name).toBe("p1.jpg");
});

test("a file brings back what was written and each byte of its pictures", async () => {
  const [read] = await readFile(await writeFile([{ item: ITEM, pictures: PICTURES }]));
  expect(read).toMatchObject({ id: "a", userName: "王", body: ITEM.body, path: ITEM.path });
  const picture = (await picturesOf(read!)).get("p1");
  expect(new Uint8Array(await picture!.arrayBuffer())).toEqual(BYTES);
});

test("a file that would send something elsewhere, or is none of ours, is refused", async () => {
  const evil = { ...ITEM, path: "/api/accounts" };
  const files = [await writeFile([{ item: evil, pictures: PICTURES }]), new Blob(["{}"])];
  for (const file of files) await expect(readFile(file)).rejects.toThrow(FileRefused);
});
