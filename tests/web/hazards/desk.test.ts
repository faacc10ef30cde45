import { afterEach, expect, test, vi } from "vitest";
import { packLines } from "#data/model/hazards/lines.ts";
import { NO_HAZARD_FILTERS } from "#web/state/hazards/filters.ts";
import { HazardDesk } from "#web/state/hazards/hazardDesk.svelte.ts";
import type { ViewState } from "#web/state/view.svelte.ts";

afterEach(() => vi.unstubAllGlobals());

test("a list that changes faster than it is read is read to its end, and once more", async () => {
  const answers: (() => void)[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  vi.stubGlobal("fetch", (_: unknown, init?: RequestInit) => {
    signals.push(init?.signal);
    return new Promise<Response>((resolve) =>
      answers.push(() => resolve(Response.json(packLines([])))),
    );
  });
  const view = { current: { mode: "hazards", hazards: NO_HAZARD_FILTERS } };
  const desk = new HazardDesk(view as unknown as ViewState);
  for (let change = 0; change < 3; change++) desk.openRows("hongqi", NO_HAZARD_FILTERS);
  expect([answers.length, signals[0]?.aborted]).toEqual([1, false]);
  answers[0]!();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(desk.rows).toEqual([]);
  desk.openRows("hongqi", { ...NO_HAZARD_FILTERS, isMine: true });
  expect([answers.length, signals[1]?.aborted]).toEqual([3, true]);
});
