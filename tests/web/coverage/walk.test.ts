import { expect, test } from "vitest";
import { countersOf, groupsOf, indexOfId, step } from "#web/modes/coverage/walk.ts";
import { coverageOfFindings, FINDINGS, findingOfKind } from "./findings.ts";

const three = ["a", "b", "c"].map((id) => ({ ...findingOfKind("grid-empty"), id }));

test("walking goes on and back, and round at both ends", () => {
  expect(step(three, "a", 1)?.id).toBe("b");
  expect(step(three, "b", -1)?.id).toBe("a");
  expect(step(three, "c", 1)?.id).toBe("a");
  expect(step(three, "a", -1)?.id).toBe("c");
});

test("walking from nowhere begins at the first, or backwards at the last", () => {
  expect(step(three, null, 1)?.id).toBe("a");
  expect(step(three, null, -1)?.id).toBe("c");
  expect(step(three, "settled since", 1)?.id).toBe("a");
});

test("a single finding is its own next, and none has none", () => {
  expect(step(three.slice(0, 1), "a", 1)?.id).toBe("a");
  expect(step(three.slice(0, 1), "a", -1)?.id).toBe("a");
  expect(step([], null, 1)).toBeUndefined();
  expect(step([], "a", -1)).toBeUndefined();
});

test("a finding that is gone has no place", () => {
  expect(indexOfId(three, "c")).toBe(2);
  expect(indexOfId(three, "gone")).toBe(-1);
  expect(indexOfId(three, null)).toBe(-1);
});

test("what is to be done comes before what is only to look at, both in the order of kinds", () => {
  const vacant = findingOfKind("duty-vacant");
  const answered = { ...vacant, id: "answered", severity: "look" as const };
  const absent = findingOfKind("duty-on-leave");
  const groups = groupsOf([answered, vacant, absent, ...three]);
  expect(groups.map(({ id, findings }) => [id, findings.length])).toEqual([
    ["act-duty-vacant", 1],
    ["act-duty-on-leave", 1],
    ["look-duty-vacant", 1],
    ["look-grid-empty", 3],
  ]);
});

test("counters leave out what is at zero, what is only to look at, and the pair that always stands", () => {
  expect(countersOf(coverageOfFindings(FINDINGS)).map(({ kind }) => kind)).toEqual([
    "grid-without-worker",
    "micro-grid-without-leader",
    "duty-vacant",
    "duty-on-leave",
    "building-without-contact",
    "place-not-inspected",
    "target-not-inspected",
  ]);
  expect(countersOf(coverageOfFindings([]))).toEqual([]);
});
