import { afterEach, expect, test, vi } from "vitest";
import type { NoticeAnswer, NoticesAnswer } from "#data/model/answers/notices.ts";
import { Inbox } from "#web/state/inbox.svelte.ts";

const HAZARD: NoticeAnswer["hazard"] = {
  ...{ id: "h", category: "gas", level: "general", status: "assigned", note: "", dueAt: null },
  ...{ building: null, floor: null, place: null },
};
const notice = (id: string, readAt: string | null = null): NoticeAnswer => ({
  ...({ id, kind: "assigned", at: "2026-03-05T06:00:00.000Z", readAt, hazard: HAZARD } as const),
});

/** The server has these of a community, and keeps what it is told was read. */
function answering(answers: Record<string, NoticesAnswer>) {
  const read: unknown[] = [];
  vi.stubGlobal("fetch", (input: RequestInfo | URL, init?: RequestInit) => {
    const [, slug, post] = /communities\/(\w+)\/notices(\/read)?$/.exec(String(input))!;
    if (!post) return Promise.resolve(Response.json(answers[slug!]));
    read.push(JSON.parse(String(init?.body)));
    return Promise.resolve(Response.json({ unread: answers[slug!]!.unread - 1 }));
  });
  return read;
}

afterEach(() => vi.unstubAllGlobals());

test("a notice that was seen is read once, and counted so at once", async () => {
  const notices = [notice("b"), notice("a", "2026-03-05T07:00:00.000Z")];
  const read = answering({ hongqi: { unread: 3, notices } });
  const inbox = new Inbox();
  inbox.open("hongqi");
  await vi.waitFor(() => expect(inbox.unread).toBe(3));
  const marking = inbox.markRead("b");
  expect(inbox.unread).toBe(2);
  expect(inbox.notices?.[0]?.readAt).not.toBeNull();
  await marking;
  await inbox.markRead("b");
  await inbox.markRead("a");
  expect(read).toEqual([{ ids: ["b"] }]);
});

test("what another community answers late is not shown here", async () => {
  answering({
    hongqi: { unread: 5, notices: [notice("a")] },
    nanlou: { unread: 1, notices: [notice("b")] },
  });
  const inbox = new Inbox();
  const leave = inbox.open("hongqi");
  leave();
  inbox.open("nanlou");
  expect(inbox.notices).toBeUndefined();
  await vi.waitFor(() => expect(inbox.unread).toBe(1));
  expect(inbox.notices?.map(({ id }) => id)).toEqual(["b"]);
});
