import { expect, test } from "vitest";
import { nearestStop, sheetHeight, sheetLength, stepStop } from "#web/ui/sheetStops.ts";

const available = 800;
const peek = 100;

test("a sheet let go without a flick goes to the nearest stop", () => {
  expect(nearestStop(180, 0, available, peek)).toBe("peek");
  expect(nearestStop(390, 0, available, peek)).toBe("half");
  expect(nearestStop(700, 0, available, peek)).toBe("full");
});

test("a quick flick changes the stop before the sheet has come half the way", () => {
  expect(nearestStop(420, 1500, available, peek)).toBe("full");
  expect(nearestStop(380, -1500, available, peek)).toBe("peek");
});

test("steps end at the lowest and the highest stop", () => {
  expect(stepStop("peek", 1)).toBe("half");
  expect(stepStop("full", 1)).toBe("full");
  expect(stepStop("peek", -1)).toBe("peek");
});

test("the CSS length of a stop is its height in pixels", () => {
  expect(sheetLength("peek", peek)).toBe(`${sheetHeight("peek", available, peek)}px`);
  for (const stop of ["half", "full"] as const) {
    const share = Number.parseFloat(sheetLength(stop, peek)) / 100;
    expect(share * available).toBeCloseTo(sheetHeight(stop, available, peek));
  }
});
