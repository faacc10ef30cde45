import { expect, test } from "vitest";
import type { EntranceColumn } from "#data/model/answers/buildings.ts";
import { matrixOf, stepFrom } from "#web/cards/matrix.ts";

/** Doors by floor, from the top down; a door's id is its entrance and its number. */
function entrance(name: string, floors: Record<number, string[]>): EntranceColumn {
  const byFloor = Object.entries(floors).map(([floor, doors]) => ({
    floor: Number(floor),
    dwellings: doors.map((door, index) => ({
      id: `${name} ${door}`,
      name: door,
      ordinal: index + 1,
      use: "lived-in" as const,
      household: null,
      isHidden: false,
    })),
  }));
  byFloor.sort((a, b) => b.floor - a.floor);
  return { id: name, name, grid: null, microGrid: null, floors: byFloor };
}

const matrix = matrixOf([
  entrance("A", { 3: ["301", "302"], 2: ["201", "202"], 1: ["shop"] }),
  entrance("B", { 2: ["201", "202", "203"], 1: ["101", "102"] }),
]);
const press = (from: string, key: string, ctrlKey = false) =>
  stepFrom(matrix, from, { key, ctrlKey });

test("floors go from the top down over all entrances", () => {
  expect(matrix.rows.map(({ floor }) => floor)).toEqual([3, 2, 1]);
});

test("an entrance is as wide as its fullest floor", () => {
  expect(matrix.entrances.map(({ width }) => width)).toEqual([2, 3]);
});

test("every row fills the whole width", () => {
  for (const { groups } of matrix.rows) {
    const width = groups.map(
      ({ placed, rest }) => placed.reduce((sum, { span }) => sum + span, 0) + rest,
    );
    expect(width).toEqual([2, 3]);
  }
});

test("one shop is as wide as the two flats above it", () => {
  expect(matrix.rows[2]?.groups[0]?.placed[0]?.span).toBe(2);
});

test("two doors under three leave a place free", () => {
  expect(matrix.rows[2]?.groups[1]?.rest).toBe(1);
});

test("arrow keys cross from one entrance to the next and stop at the edge", () => {
  expect(press("A 202", "ArrowRight")).toBe("B 201");
  expect(press("B 203", "ArrowRight")).toBe("B 203");
  expect(press("A 201", "ArrowLeft")).toBe("A 201");
});

test("up and down lead to the nearest door of the next floor", () => {
  expect(press("A 302", "ArrowDown")).toBe("A 202");
  expect(press("A 202", "ArrowDown")).toBe("A shop");
  expect(press("B 203", "ArrowDown")).toBe("B 102");
  expect(press("B 203", "ArrowUp")).toBe("A 302");
  expect(press("A 301", "ArrowUp")).toBe("A 301");
});

test("home and end go along the floor, with control to the corners of the building", () => {
  expect(press("B 202", "Home")).toBe("A 201");
  expect(press("A 201", "End")).toBe("B 203");
  expect(press("B 202", "Home", true)).toBe("A 301");
  expect(press("A 201", "End", true)).toBe("B 102");
});

test("page down stops at the lowest floor", () => {
  expect(press("A 301", "PageDown")).toBe("A shop");
});

test("other keys do not move, nor does a dwelling that is gone", () => {
  expect(press("A 301", "Enter")).toBeUndefined();
  expect(press("A 999", "ArrowDown")).toBeUndefined();
});

test("a building without dwellings is an empty matrix", () => {
  expect(matrixOf([])).toEqual({ entrances: [], rows: [] });
});
