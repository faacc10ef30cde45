import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "#data/model/coverage/findings.ts";
import { FINDING_KINDS } from "#data/model/coverage/kinds.ts";
import { type Locale, overwriteGetLocale } from "#web/messages/compiled/runtime.js";
import {
  findingKindHelp,
  findingKindLabel,
  findingKindTitle,
  findingShort,
  findingText,
  findingTitle,
} from "#web/words/findings.ts";
import { thingOf } from "#web/words/subjects.ts";
import { FINDINGS, findingOfKind } from "./findings.ts";

const speak = (locale: Locale) => overwriteGetLocale(() => locale);
afterAll(() => speak("zh-CN"));

const LOCALES: Locale[] = ["zh-CN", "en"];
describe.each(LOCALES)("in %s", (locale) => {
  beforeEach(() => speak(locale));

  test.each(FINDING_KINDS)("%s has a label, a title with its number, and help", (kind) => {
    expect(findingKindLabel(kind)).not.toBe("");
    expect(findingKindTitle(kind, 1)).toContain("1");
    expect(findingKindTitle(kind, 1234)).toContain("1,234");
    expect(findingKindHelp(kind)).not.toBe("");
  });

  test.each(FINDINGS)("$kind is said of its subject in whole words", (finding) => {
    expect(findingTitle(finding)).toContain(finding.subject.name);
    expect(findingShort(finding)).not.toBe("");
    expect(findingText(finding)).toContain(finding.subject.name);
    expect(findingText(finding)).not.toMatch(/[{}]|undefined|null|NaN/);
  });

  test.each<[Finding, string[]]>([
    [findingOfKind("unit-uncovered"), ["48"]],
    [findingOfKind("unit-doubled"), ["3"]],
    [findingOfKind("place-not-inspected"), ["45", "31"]],
    [findingOfKind("grid-cut-off"), ["2"]],
    [findingOfKind("grid-too-small"), ["120", "200", "80"]],
    [findingOfKind("grid-too-large"), ["612", "500", "112"]],
    [findingOfKind("micro-grid-too-small"), ["18", "30", "12"]],
    [findingOfKind("micro-grid-too-large"), ["131", "100", "31"]],
    [findingOfKind("duty-on-leave"), ["样甲", "2001", "21"]],
    [findingOfKind("micro-grid-without-leader"), ["第三网格", "微网格3-1"]],
    [findingOfKind("footprint-problem"), ["3号楼", "4号楼"]],
  ])("$kind is said with its numbers and names", (finding, parts) => {
    for (const part of parts) expect(findingText(finding)).toContain(part);
  });

  test("each footprint problem is said in its own words", () => {
    const problems = ["self-crossing", "zero-area", "identical", "nested", "overlapping"] as const;
    const finding = findingOfKind("footprint-problem");
    const texts = problems.map((problem) =>
      findingText({ ...finding, problem, otherId: null, otherName: null }),
    );
    expect(new Set(texts).size).toBe(problems.length);
    expect(texts.join()).not.toContain("null");
  });

  test("a post is said differently when a colleague answers, and when the return is open", () => {
    const finding = findingOfKind("duty-on-leave");
    const texts = [true, false].flatMap((isAnsweredByOther) =>
      ["2001-03-21", null].map((leaveEndsOn) =>
        findingText({ ...finding, isAnsweredByOther, leaveEndsOn }),
      ),
    );
    expect(new Set(texts).size).toBe(4);
    const vacant = findingOfKind("duty-vacant");
    expect(findingText({ ...vacant, isAnsweredByOther: true })).not.toBe(findingText(vacant));
  });
});

test("sentences say the numbers and the next step", () => {
  speak("zh-CN");
  expect(findingText(findingOfKind("grid-too-large"))).toBe(
    "第三网格 612 户，超过上限 500 户，多 112 户，可分出一部分",
  );
  expect(findingText(findingOfKind("place-not-inspected"))).toBe(
    "“清风小吃”已 45 天没有检查（每 31 天一次），请安排一次",
  );
  speak("en");
  expect(findingText(findingOfKind("grid-too-large"))).toBe(
    "第三网格: 612 households, 112 above the maximum of 500; part of it could go elsewhere",
  );
});

test("a unit assigned twice to one micro-grid is not said to be in two", () => {
  speak("zh-CN");
  const finding = { ...findingOfKind("unit-doubled"), microGridIds: ["m1", "m1"] };
  expect(findingText(finding)).toContain("同一个微网格");
});

test("a finding opens the card of what it is about", () => {
  expect(thingOf(findingOfKind("unit-uncovered"))).toEqual({ type: "building", id: "b3" });
  expect(thingOf(findingOfKind("unit-doubled"))).toEqual({ type: "building", id: "b3" });
  expect(thingOf(findingOfKind("grid-empty"))).toEqual({ type: "grid", id: "g3" });
  expect(thingOf(findingOfKind("micro-grid-empty"))).toEqual({ type: "micro-grid", id: "m31" });
  expect(thingOf(findingOfKind("place-not-inspected"))).toEqual({ type: "place", id: "s1" });
});

test("a duty opens the card of its place, if the place has one", () => {
  const duty = findingOfKind("duty-vacant");
  expect(thingOf(duty)).toEqual({ type: "grid", id: "g3" });
  expect(thingOf({ ...duty, placeType: "compound", placeId: "c1" })).toEqual({
    type: "compound",
    id: "c1",
  });
  expect(thingOf({ ...duty, placeType: "community", placeId: "v" })).toBeNull();
});

test("an entrance whose outline is wrong has no card, as its building is not known", () => {
  const subject = { type: "unit" as const, id: "b3-e1", name: "3号楼 1单元" };
  expect(thingOf({ ...findingOfKind("footprint-problem"), subject })).toBeNull();
});
