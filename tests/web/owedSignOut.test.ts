import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { owesSignOut, paySignOut } from "#web/state/owedSignOut.ts";
import { SessionState } from "#web/state/session.svelte.ts";
import { readStart } from "#web/state/start.ts";

let answer: () => Promise<Response>;
const asked: string[] = [];

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  vi.stubGlobal("fetch", (input: RequestInfo | URL) => {
    asked.push(String(input));
    return answer();
  });
  asked.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

const cut = () => Promise.reject(new TypeError("no network"));
const yes = () => Promise.resolve(Response.json({ success: true }));

test("whoever signs out without a network is out, and the server is told once it can be", async () => {
  answer = cut;
  const session = new SessionState();
  await session.signOut("here");
  expect([session.me, owesSignOut()]).toEqual([null, true]);
  answer = yes;
  expect(await readStart()).toEqual({ me: null, communities: [] });
  expect(await paySignOut()).toBe(true);
  expect(owesSignOut()).toBe(false);
  expect(asked.every((address) => address.endsWith("/api/auth/sign-out"))).toBe(true);
});

test("a server in trouble has not heard it; one that knows no such session has", async () => {
  answer = () => Promise.resolve(new Response(null, { status: 503 }));
  await new SessionState().signOut("here");
  expect(owesSignOut()).toBe(true);
  answer = () => Promise.resolve(new Response(null, { status: 401 }));
  expect([await paySignOut(), owesSignOut()]).toEqual([true, false]);
});
