import { expect, test } from "vitest";
import {
  CLASS_COLOURS,
  LATE_COLOUR,
  OVERDUE_COLOURS,
  UNSHOWN_COLOUR,
} from "#web/layers/palette.ts";
import { fillOf, labelOf, overdueIds, type Theme } from "#web/layers/theme.ts";
import { classesOf } from "#web/modes/look/classes.ts";

const BLUE = CLASS_COLOURS.light;
const theme = (changes: Partial<Theme>): Theme => ({
  ...{ target: "buildings", measure: "hazards", scheme: "light", hasUnshown: false },
  ...{ breaks: [1, 3], joining: "done", joined: new Map() },
  ...changes,
});
const value = (value: number | null, text: string, isOverdue = false) => ({
  ...{ value, text, isOverdue },
});

test("what is counted is coloured by its class, red where some of it is late, and says its number", () => {
  const hazards = theme({
    joined: new Map([
      ["b1", value(1, "1 条")],
      ["b2", value(4, "4 条")],
      ["b3", value(4, "4 条，超时 1", true)],
      ["b4", value(2, "1 条")],
    ]),
  });
  const id = ["get", "id"];
  expect(fillOf(hazards)).toEqual([
    ...["match", id, ["b1", "b4"], BLUE[1], ["b2"], BLUE[2]],
    ...[["b3"], OVERDUE_COLOURS.light[2], BLUE[0]],
  ]);
  expect(overdueIds(hazards)).toEqual(["b3"]);
  const lines = [["b1", "b4"], "\n1 条", ["b2"], "\n4 条", ["b3"], "\n4 条，超时 1", ""];
  expect(labelOf(hazards, "buildings")).toEqual([
    ...["concat", ["get", "name"], ["match", id, ...lines]],
  ]);
  expect(labelOf(hazards, "grids")).toEqual(["get", "name"]);
});

test("never inspected is late, and nothing to inspect is no class", () => {
  const joined = new Map([
    ["b1", value(40, "40天前")],
    ["b2", value(null, "从未检查")],
  ]);
  expect(fillOf(theme({ measure: "inspected", breaks: [31, 91], joined }))).toEqual([
    ...["match", ["get", "id"], ["b1"], BLUE[1], ["b2"], LATE_COLOUR.light],
    UNSHOWN_COLOUR.light,
  ]);
});

test("the legend says each class in words that leave no gap and no overlap", () => {
  expect(classesOf({ measure: "hazards", breaks: [1, 3, 6] })).toEqual([
    ...["没有", "1–2 条", "3–5 条", "6 条及以上"],
  ]);
  expect(classesOf({ measure: "inspected", breaks: [31, 91, 366] })).toEqual([
    ...["30 天以内", "31–90 天前", "91–365 天前", "一年以上没有检查"],
  ]);
});
