import { afterEach, expect, test, vi } from "vitest";
import type { Me } from "#data/model/answers/accounts.ts";
import { SessionState } from "#web/state/session.svelte.ts";

const HERE = "01900000-0000-7000-8000-000000000001";

function meWith(parts: Partial<Me["communities"][number]>, userId = HERE): Me {
  const duty = { dutyId: HERE, role: "grid-worker", placeType: "grid", placeId: HERE } as const;
  const community = { id: HERE, slug: "hongqi", duties: [{ ...duty, standsIn: false }] };
  const may = ["look", "see-residents", "see-sensitive"] as const;
  return {
    ...{ userId, username: "hongqi.worker1", name: "某人", isAdmin: false },
    communities: [{ ...community, may: [...may], ...parts }],
  };
}

/** The server answers /api/me with this, and every sign-in with yes. */
function answering(me: Me | 401): void {
  const headers = { "Content-Type": "application/json" };
  vi.stubGlobal("fetch", (input: RequestInfo | URL) => {
    const isMe = String(input).endsWith("/api/me");
    const refusal = { type: "urn:getu:problem:not-signed-in", parameters: {} };
    if (isMe && me === 401) return Promise.resolve(Response.json(refusal, { status: 401 }));
    const body = isMe ? me : { done: true };
    return Promise.resolve(new Response(JSON.stringify(body), { headers }));
  });
}

const CREDENTIALS = { username: "hongqi.worker1", password: "a password", rememberMe: false };

afterEach(() => vi.unstubAllGlobals());

test("a duty of one place is not a duty everywhere", () => {
  const session = new SessionState();
  session.begin(meWith({}));
  expect(session.may("see-residents", "hongqi")).toBe(true);
  expect(session.mayEverywhere("see-residents", "hongqi")).toBe(false);
  expect(session.may("see-residents", "nanguan")).toBe(false);
  expect(session.may("create-community", null)).toBe(false);
});

test("whoever comes back as the same person goes on where they were", async () => {
  const session = new SessionState();
  session.begin(meWith({}));
  const isBack = session.lose(performance.now());
  expect(session.isLost).toBe(true);
  answering(meWith({}));
  await session.signIn(CREDENTIALS);
  expect(await isBack).toBe(true);
  expect(session.isLost).toBe(false);
  expect(session.returns).toBe(1);
});

test("what one person asked is not asked again for another", async () => {
  const session = new SessionState();
  session.begin(meWith({}));
  const isBack = session.lose(performance.now());
  answering(meWith({}, "01900000-0000-7000-8000-000000000002"));
  await session.signIn(CREDENTIALS);
  expect(await isBack).toBe(false);
  expect(session.returns).toBe(0);
});

test("a refusal of what was asked before coming back does not ask for the password again", async () => {
  const session = new SessionState();
  const askedAt = performance.now();
  answering(meWith({}));
  await session.signIn(CREDENTIALS);
  expect(await session.lose(askedAt - 1)).toBe(true);
  expect(session.isLost).toBe(false);
});

test("a duty that ended is seen, and so is the end of the session", async () => {
  const session = new SessionState();
  session.begin(meWith({}));
  answering(meWith({}));
  expect(await session.check()).toBe("same");
  answering(meWith({ duties: [], may: [] }));
  expect(await session.check()).toBe("changed");
  expect(session.may("look", "hongqi")).toBe(false);
  answering(401);
  expect(await session.check()).toBe("lost");
  expect(session.isLost).toBe(true);
});
