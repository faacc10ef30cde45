import { expect, test } from "vitest";
import { isAccepted } from "#web/ui/accept.ts";

test("a dropped file is taken by its ending, whatever its case", () => {
  expect(isAccepted({ name: "Grids.GeoJSON", type: "" }, ".geojson,.zip")).toBe(true);
  expect(isAccepted({ name: "grids.csv", type: "text/csv" }, ".geojson,.zip")).toBe(false);
});

test("a dropped file is taken by its media type", () => {
  expect(isAccepted({ name: "door", type: "image/jpeg" }, "image/*")).toBe(true);
  expect(isAccepted({ name: "door", type: "image/jpeg" }, "image/png")).toBe(false);
});

test("without a list of kinds every file is taken", () => {
  expect(isAccepted({ name: "anything", type: "" })).toBe(true);
});
