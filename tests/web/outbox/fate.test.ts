import { expect, test } from "vitest";
import {
  afterTry,
  dueItems,
  nextDueAt,
  othersOf,
  type Outcome,
  pauseAfter,
  sentAgain,
} from "#web/state/outbox/fate.ts";
import { OUTBOX_FORMAT, type OutboxItem, readItem } from "#web/state/outbox/item.ts";

const item = (id: string, part: Partial<OutboxItem> = {}): OutboxItem => ({
  ...{ id, format: OUTBOX_FORMAT, kind: "hazard-report", userId: "wang", userName: "王" },
  ...{ communitySlug: "hongqi", path: "/api/communities/hongqi/hazards", body: {}, photos: [] },
  ...{ subject: id, title: "", createdAt: "2026-11-22T04:00:00Z" },
  ...{ state: "waiting", attempts: 0, nextAttemptAt: 0, problem: null },
  ...part,
});
const refused = (status: number, kind = "some-kind"): Outcome => ({
  isSent: false,
  problem: { kind, status, parameters: {} },
});
const NOW = 1_000_000;
const idsOf = (items: OutboxItem[]) => items.map(({ id }) => id);

test("only an answer of the server takes an item out", () => {
  expect(afterTry(item("a"), { isSent: true }, NOW, 0)).toBeUndefined();
  for (const status of [0, 400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 507]) {
    expect(afterTry(item("a"), refused(status), NOW, 0), String(status)).toMatchObject({ id: "a" });
  }
});

test("what was changed after a lost answer is not given out as taken", () => {
  const repeated: Outcome = { isSent: true, isRepeated: true };
  expect(afterTry(item("a"), repeated, NOW, 0)).toBeUndefined();
  expect(afterTry(item("a", { isChanged: true }), { isSent: true }, NOW, 0)).toBeUndefined();
  expect(afterTry(item("a", { isChanged: true }), repeated, NOW, 0)).toMatchObject({
    state: "needs-you",
    problem: { kind: "there-before" },
  });
});

test("a server in trouble is tried again later, a refusal waits for the person", () => {
  const after = (status: number, kind?: string) =>
    afterTry(item("a"), refused(status, kind), NOW, 0)?.state;
  expect([500, 503, 507, 429, 408, 0].map((status) => after(status))).toEqual(
    Array(6).fill("stuck"),
  );
  expect([400, 403, 404, 409, 413, 422].map((status) => after(status))).toEqual(
    Array(6).fill("needs-you"),
  );
  // The line was too slow for the body: that is about the line.
  expect(after(400, "too-slow")).toBe("stuck");
});

test("pauses double up to five minutes, are shortened by chance, and heed what the server asks", () => {
  expect([1, 2, 3, 4].map((attempts) => pauseAfter(attempts, 0))).toEqual([1000, 2000, 4000, 8000]);
  expect(pauseAfter(50, 0)).toBe(300_000);
  expect(pauseAfter(3, 1)).toBe(2000);
  const asked = { ...refused(503), retryAfterSeconds: 60 };
  expect(afterTry(item("a"), asked, NOW, 0)?.nextAttemptAt).toBe(NOW + 60_000);
});

test("hours without a network do not make the first pause of a busy server longer", () => {
  const lost = afterTry(item("a", { attempts: 8 }), refused(0), NOW, 0)!;
  const busy = afterTry(lost, refused(503), NOW, 0)!;
  expect(busy.nextAttemptAt).toBe(NOW + 1000);
  expect(afterTry(busy, refused(503), NOW, 0)?.nextAttemptAt).toBe(NOW + 2000);
});

test("without a session an item waits for its writer, and no try is counted", () => {
  for (const kind of ["not-signed-in", "other-person"]) {
    const after = afterTry(item("a", { attempts: 3 }), refused(401, kind), NOW, 0);
    expect(after).toMatchObject({ state: "waiting", attempts: 3 });
  }
});

test("what belongs to one subject goes in order, and waits behind what was refused", () => {
  const items = [
    item("c", { subject: "hazard", kind: "hazard-move" }),
    item("a", { subject: "hazard" }),
    item("b"),
  ];
  expect(idsOf(dueItems(items, "wang", NOW))).toEqual(["a", "b"]);
  const stopped = items.map((each) => (each.id === "a" ? { ...each, state: "needs-you" } : each));
  expect(idsOf(dueItems(stopped as OutboxItem[], "wang", NOW))).toEqual(["b"]);
});

test("one that never gets through keeps nothing else back", () => {
  const items = [item("a", { attempts: 4, state: "stuck" }), item("b")];
  expect(idsOf(dueItems(items, "wang", NOW))).toEqual(["b", "a"]);
});

test("nobody sends what another wrote, and is told only whose it is and how many", () => {
  const items = [item("a"), item("b"), item("c", { userId: "li", userName: "李" })];
  expect(idsOf(dueItems(items, "li", NOW))).toEqual(["c"]);
  expect(othersOf(items, "li")).toEqual([{ name: "王", count: 2 }]);
  expect(othersOf(items, undefined)).toHaveLength(2);
});

test("what the person is asked about is not tried by itself, but when they say so", () => {
  const asked = item("a", { state: "needs-you", nextAttemptAt: NOW + 5 });
  expect(nextDueAt([asked], "wang")).toBeUndefined();
  expect(nextDueAt([asked, item("b", { nextAttemptAt: NOW + 9 })], "wang")).toBe(NOW + 9);
  expect(idsOf(dueItems([sentAgain(asked)], "wang", NOW))).toEqual(["a"]);
});

test("an item of a newer version is kept as it is, and never sent by this one", () => {
  const newer = readItem({ ...item("a"), format: (OUTBOX_FORMAT + 1) as typeof OUTBOX_FORMAT });
  expect(newer).toMatchObject({ state: "needs-you", problem: { kind: "newer-version" } });
  expect(dueItems([sentAgain(newer)], "wang", NOW)).toEqual([]);
});
