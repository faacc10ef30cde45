import { beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "#web/state/outbox/fate.ts";
import type { Letter, OutboxItem } from "#web/state/outbox/item.ts";
import { OutboxGone, OutboxState } from "#web/state/outbox/outbox.svelte.ts";
import { OutboxFull, OutboxStore } from "#web/state/outbox/store.ts";

const WANG = { userId: "wang", name: "王" };
const LI = { userId: "li", name: "李" };
const SENT: Outcome = { isSent: true };
const refused = (status: number, kind = "busy"): Outcome => ({
  isSent: false,
  problem: { kind, status, parameters: {} },
});

/** A phone's shelves, without the phone. */
class Shelf extends OutboxStore {
  items = new Map<string, OutboxItem>();
  isFull = false;
  override list() {
    return Promise.resolve([...this.items.values()]);
  }
  override pictures() {
    return Promise.resolve(new Map<string, Blob>());
  }
  override keep(item: OutboxItem) {
    if (this.isFull) return Promise.reject(new OutboxFull());
    this.items.set(item.id, item);
    return Promise.resolve();
  }
  override change(id: string, change: (item: OutboxItem) => OutboxItem | undefined) {
    const item = this.items.get(id);
    const next = item && change(item);
    if (next) this.items.set(id, next);
    else this.items.delete(id);
    return Promise.resolve(next);
  }
}

const letter = (subject: string): Letter => ({
  ...{ kind: "hazard-report", communitySlug: "hongqi", path: "/api/communities/hongqi/hazards" },
  ...{ body: {}, photos: [], subject, title: subject },
});

beforeEach(() => void vi.stubGlobal("navigator", {}));

/** An outbox of 王 whose server answers so, each time. */
function opened(answer: (subject: string) => Outcome) {
  const shelf = new Shelf("none");
  const sent: string[] = [];
  const send = (item: OutboxItem) => {
    sent.push(item.subject);
    return Promise.resolve(answer(item.subject));
  };
  const outbox = new OutboxState({ store: shelf, send });
  outbox.belongTo(WANG);
  return { outbox, shelf, sent };
}

test("what is written is kept first, and goes only when the server has it", async () => {
  let answer = refused(0);
  const { outbox, shelf, sent } = opened(() => answer);
  await outbox.add(letter("a"), new Map());
  expect(shelf.items.size).toBe(1);
  await outbox.flush();
  expect([outbox.items[0]?.state, outbox.isReachable]).toEqual(["stuck", false]);
  answer = SENT;
  await outbox.retry();
  expect([outbox.items.length, shelf.items.size, outbox.isReachable]).toEqual([0, 0, true]);
  expect(new Set(sent)).toEqual(new Set(["a"]));
});

test("a tab that was killed in the middle loses nothing", async () => {
  const { outbox, shelf, sent } = opened(() => SENT);
  await outbox.flush();
  const left = { ...(await outbox.add(letter("a"), new Map())), state: "sending" as const };
  await vi.waitFor(() => expect(shelf.items.size).toBe(0));
  shelf.items.set(left.id, left);
  await outbox.flush();
  expect([shelf.items.size, sent]).toEqual([0, ["a", "a"]]);
});

test("one that is refused waits for the person, and the others go on", async () => {
  const { outbox } = opened((subject) => (subject === "a" ? refused(422, "invalid") : SENT));
  await outbox.add(letter("a"), new Map());
  await outbox.add(letter("b"), new Map());
  await vi.waitFor(() => expect(outbox.items.map(({ subject }) => subject)).toEqual(["a"]));
  expect(outbox.needsYou).toHaveLength(1);
});

test("a refused one that is corrected goes again, and one that is gone says so", async () => {
  let answer = refused(409, "stale-version");
  const { outbox } = opened(() => answer);
  const { id } = await outbox.add(letter("a"), new Map());
  await vi.waitFor(() => expect(outbox.needsYou).toHaveLength(1));
  answer = SENT;
  await outbox.correct(id, { ...outbox.items[0]!, body: { version: 2 } }, new Map());
  await vi.waitFor(() => expect(outbox.items).toEqual([]));
  await expect(outbox.correct(id, letter("a"), new Map())).rejects.toThrow(OutboxGone);
});

test("after a change of person nothing of the first is sent or told", async () => {
  const { outbox, shelf, sent } = opened(() => refused(503));
  await outbox.add(letter("a"), new Map());
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  outbox.belongTo(LI);
  await outbox.retry();
  expect([outbox.items, outbox.others]).toEqual([[], [{ name: "王", count: 1 }]]);
  expect([shelf.items.size, sent]).toEqual([1, ["a"]]);
});

test("a full phone is said at once", async () => {
  const { outbox, shelf } = opened(() => SENT);
  shelf.isFull = true;
  await expect(outbox.add(letter("a"), new Map())).rejects.toThrow(OutboxFull);
  expect(outbox.items).toEqual([]);
});
