import { afterEach, expect, test } from "vitest";
import { DEFAULT_HAZARD_RULES } from "#data/model/hazards/rules.ts";
import { overwriteGetLocale } from "#web/messages/compiled/runtime.js";
import { daysText, readDays } from "#web/modes/hazards/calendarText.ts";
import { clockText } from "#web/words/hazardClock.ts";
import { refusalText } from "#web/words/hazardMoves.ts";

afterEach(() => overwriteGetLocale(() => "zh-CN"));

const { calendar } = DEFAULT_HAZARD_RULES;
/** A moment by the community's clock; months from 0. */
const moment = (...[year, month, day, hours, minutes]: [number, number, number, number, number]) =>
  Date.UTC(year, month, day, hours - 8, minutes);
/** Thursday before a weekend, in the morning. */
const NOW = moment(2026, 2, 5, 9, 0);
const due = (...parts: Parameters<typeof moment>) => ({
  status: "assigned" as const,
  clockStartsAt: new Date(moment(2026, 2, 1, 0, 0)).toISOString(),
  dueAt: new Date(moment(...parts)).toISOString(),
});
const say = (...parts: Parameters<typeof due>) => clockText(due(...parts), NOW, calendar);

test("what is left is said in the unit that people reckon in", () => {
  expect(say(2026, 2, 5, 9, 20)).toBe("还剩 20 分钟");
  expect(say(2026, 2, 5, 14, 0)).toBe("还剩 5 小时");
});

test("days off do not count among what is left", () => {
  expect(say(2026, 2, 10, 17, 30)).toBe("还剩 3 个工作日");
});

test("what is late says by how much", () => {
  expect(say(2026, 2, 5, 6, 0)).toBe("超时 3 小时");
  expect(say(2026, 2, 2, 9, 0)).toBe("超时 3 天");
});

test("a clock that stands still says nothing", () => {
  const stopped = { ...due(2026, 2, 10, 17, 30), status: "rectified" as const };
  expect(clockText(stopped, NOW, calendar)).toBe("");
});

test("English counts one and many", () => {
  overwriteGetLocale(() => "en");
  expect(say(2026, 2, 5, 10, 0)).toBe("1 hour left");
  expect(say(2026, 2, 10, 17, 30)).toBe("3 working days left");
});

test("a button that is missing says why", () => {
  const hazard = { status: "rectified" as const, assignee: null, department: null };
  expect(refusalText("own-fix", "pass", hazard)).toBe("这条隐患由你整改，需由他人复查");
  expect(refusalText("not-your-duty", "reopen", hazard)).toContain("书记");
});

test("days are typed as people write them, and what is none is said", () => {
  expect(readDays("10-01，10月2日 1/3 02-30 x", "2026")).toEqual({
    days: ["2026-01-03", "2026-10-01", "2026-10-02"],
    wrong: ["02-30", "x"],
  });
  expect(daysText(["2026-10-02", "2025-10-01", "2026-01-01", "2026-10-01"], "2026")).toBe(
    "01-01 10-01~10-02",
  );
});

test("days in a row are typed by their ends, and come back so", () => {
  const { days, wrong } = readDays("10月1日至3日 02-27 ~ 03-01 05-03~05-01 12-31~01-02", "2026");
  expect(days).toEqual(
    ["02-27", "02-28", "03-01", "10-01", "10-02", "10-03"].map((day) => `2026-${day}`),
  );
  expect(wrong).toEqual(["05-03~05-01", "12-31~01-02"]);
  expect(daysText(days, "2026")).toBe("02-27~03-01 10-01~10-03");
});
