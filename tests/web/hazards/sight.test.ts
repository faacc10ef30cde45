import { afterEach, expect, test, vi } from "vitest";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { DAYS_BACK, HazardSight } from "#web/state/hazards/hazardSight.svelte.ts";

const DAY_MS = 86_400_000;

afterEach(() => vi.unstubAllGlobals());

/** As far as a sight reads it. */
function hazard(daysAgo: number, part: Partial<HazardSummary> = {}): Partial<HazardSummary> {
  const reportedAt = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const location = { type: "Point" as const, coordinates: [117.3, 31.8] as [number, number] };
  return { id: String(daysAgo), level: "general", status: "closed", reportedAt, location, ...part };
}

/** Answers every question with these. @returns what was asked for */
function answering(rows: readonly Partial<HazardSummary>[]): URL[] {
  const asked: URL[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(new URL(address, "http://here"));
    return Promise.resolve(Response.json(rows));
  });
  return asked;
}

test("heat is of what was reported in the period up to the day, the worse the hotter", async () => {
  answering([
    ...[hazard(1), hazard(20, { level: "major" }), hazard(60), hazard(200)],
    ...[hazard(2, { status: "rejected" }), hazard(3, { status: "merged" })],
  ]);
  const sight = new HazardSight();
  sight.openYear("hongqi");
  await vi.waitFor(() => expect(sight.heat).toHaveLength(3));
  sight.choose(30);
  expect(sight.heat.map(({ weight }) => weight)).toEqual([1, 4]);
  sight.stand(50);
  expect(sight.heat).toHaveLength(1);
});

test("a past day is asked for as of its end, once, and is left behind with today", async () => {
  const asked = answering([hazard(300, { status: "assigned" })]);
  const sight = new HazardSight();
  sight.open();
  sight.stand(1000);
  expect(sight.daysBack).toBe(DAYS_BACK);
  sight.openPast("hongqi");
  expect(sight.isReading).toBe(true);
  await vi.waitFor(() => expect(sight.pins.map(({ id }) => id)).toEqual(["300"]));
  expect(sight.isReading).toBe(false);
  expect(asked[0]!.searchParams.get("at")).toBe(new Date(sight.moment).toISOString());
  sight.stand(0);
  sight.openPast("hongqi");
  expect([sight.isPast, sight.pins.length]).toEqual([false, 0]);
  sight.stand(DAYS_BACK);
  sight.openPast("hongqi");
  expect([sight.isPast, sight.pins.length, asked.length]).toEqual([true, 1, 1]);
});
