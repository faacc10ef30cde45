import { expect, test } from "vitest";
import { answerLines, hazardIdOf, hazardNote } from "#data/model/inspections/answered.ts";

const line = (id: string) => ({ id, text: `${id}畅通`, category: "exit" as const });
const given = (lineId: string, answer: "pass" | "fail" = "fail") => ({ lineId, answer, note: "" });

test("lines are answered in the list's order, and what is not answered passes only when all is well", () => {
  const lines = [line("a"), line("b"), line("c")];
  const some = [given("c"), given("a", "pass")];
  const { answered, missing } = answerLines(lines, some, true);
  expect(missing).toEqual([]);
  expect(answered.map(({ lineId, answer }) => [lineId, answer])).toEqual([
    ["a", "pass"],
    ["b", "pass"],
    ["c", "fail"],
  ]);
  expect(answerLines(lines, some, false).missing).toEqual(["b"]);
});

test("a line that the list has no more keeps what it said where it was answered", () => {
  const { answered } = answerLines([], [{ ...given("gone"), text: "门卫在岗" }], false);
  expect(answered).toMatchObject([{ lineId: "gone", text: "门卫在岗", category: "other" }]);
});

test("a fail's hazard has the line as its title and what was said of it once, and always the same id", () => {
  expect(hazardNote({ text: "出口畅通", note: "" })).toBe("出口畅通");
  expect(hazardNote({ text: "出口畅通", note: "有纸箱" })).toBe("出口畅通：有纸箱");
  expect(hazardNote({ text: "出口畅通", note: "出口畅通，有纸箱" })).toBe("出口畅通，有纸箱");
  const inspection = "0190a000-0000-7000-8000-000000000001";
  expect(hazardIdOf(inspection, "a")).toBe(hazardIdOf(inspection, "a"));
  expect(hazardIdOf(inspection, "a")).not.toBe(hazardIdOf(inspection, "b"));
});
