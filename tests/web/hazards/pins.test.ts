import { expect, test } from "vitest";
import { clusterPrefix, faceOf, pinFeatures, pinName } from "#web/layers/hazardPins.ts";
import { readClusterName, readPinName, RING_STEPS } from "#web/layers/hazardPins.ts";
import type { HazardPin } from "#web/state/hazards/pin.ts";
import { HAZARD_MARKS } from "#web/words/hazards.ts";

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-03-05T01:00:00Z");
const pin: HazardPin = {
  id: "a",
  category: "fire",
  level: "major",
  status: "assigned",
  clockStartsAt: new Date(START).toISOString(),
  dueAt: new Date(START + 24 * HOUR_MS).toISOString(),
  position: [116.3, 39.9],
};
const look = (hours: number) => ({
  now: START + hours * HOUR_MS,
  scheme: "light" as const,
  marks: HAZARD_MARKS,
});

test("the ring fills as the deadline nears, and is full from then on", () => {
  const filled = [0, 6, 12, 24, 48].map((hours) => faceOf(pin, look(hours)).filled);
  expect(filled).toEqual([0, 2, 4, RING_STEPS, RING_STEPS]);
  expect(faceOf(pin, look(20)).clock).toBe("due-soon");
  expect(faceOf(pin, look(25)).clock).toBe("overdue");
});

test("a fix that waits for its re-check has no ring", () => {
  expect(faceOf({ ...pin, status: "rectified" }, look(48))).toMatchObject({
    clock: "stopped",
    filled: 0,
  });
});

test("the status is one character", () => {
  const marks = ["reported", "confirmed", "assigned", "escalated", "rectified"] as const;
  expect(marks.map((status) => HAZARD_MARKS[status]()).join("")).toBe("实派置报查");
});

test("an image is drawn from what its name says", () => {
  const face = faceOf(pin, look(6));
  expect(readPinName(pinName(face))).toEqual(face);
  expect(readPinName("star-centre")).toBeUndefined();
});

test("a cluster says how many of each level lie in it", () => {
  expect(readClusterName(`${clusterPrefix("dark")}3|0|1`)).toEqual({
    scheme: "dark",
    counts: { general: 3, serious: 0, major: 1 },
  });
});

test("the worst lies on top, and of two as bad the late one", () => {
  const general = { ...pin, id: "b", level: "general" as const };
  const weights = pinFeatures([general, pin], look(25)).features.map((each) => each.properties);
  const late = weights.map((properties) => Number(properties?.weight));
  const timely = pinFeatures([general, pin], look(1)).features.map((each) =>
    Number(each.properties?.weight),
  );
  expect(late).toEqual([1, 5]);
  expect(timely).toEqual([0, 4]);
});
