import { expect, test } from "vitest";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { AttemptState, clockText } from "#web/sign-in/attempt.svelte.ts";

const refuse = (problem: unknown) => () => Promise.reject(problem as Error);

test("a try that goes well leaves nothing to say", async () => {
  const attempt = new AttemptState();
  expect(await attempt.make(() => Promise.resolve())).toBe(true);
  expect(attempt.text).toBeUndefined();
  expect(attempt.isBusy).toBe(false);
});

test("a wrong password is said, and the next try begins without it", async () => {
  const attempt = new AttemptState();
  await attempt.make(refuse(new ApiProblem("wrong-password", 401)));
  expect(attempt.text).toBe(m["problem_wrong-password"]());
  await attempt.make(() => Promise.resolve());
  expect(attempt.text).toBeUndefined();
});

test("after too many tries none is made before the time is over", async () => {
  const attempt = new AttemptState();
  const refusal = new ApiProblem("too-many-attempts", 429, { retryAfterSeconds: 245 });
  await attempt.make(refuse(refusal));
  expect(attempt.secondsLeft).toBe(245);
  let isMade = false;
  const next = attempt.make(() => {
    isMade = true;
    return Promise.resolve();
  });
  expect(await next).toBe(false);
  expect(isMade).toBe(false);
});

test("one try is made at a time", async () => {
  const attempt = new AttemptState();
  const first = attempt.make(() => Promise.resolve());
  expect(await attempt.make(() => Promise.resolve())).toBe(false);
  expect(await first).toBe(true);
});

test("what is left to wait is written as on a clock", () => {
  expect([5, 65, 600].map(clockText)).toEqual(["0:05", "1:05", "10:00"]);
});
