import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { overwriteGetLocale } from "#web/messages/compiled/runtime.js";
import { BUILDING_KIND_WORDS } from "#web/words/buildings.ts";
import { startOfCommunityDay } from "#data/model/communityClock.ts";
import { dayText, fullDayText, todayHere } from "#web/words/dates.ts";
import { listText, phrasesText } from "#web/words/lists.ts";
import {
  buildingsText,
  householdsFigure,
  householdsText,
  numberText,
  peopleText,
  rangeText,
  squareMetersText,
} from "#web/words/numbers.ts";

const TODAY = "2026-03-05";
const speak = (locale: "zh-CN" | "en") => overwriteGetLocale(() => locale);
afterEach(() => speak("zh-CN"));

describe("in Chinese", () => {
  beforeEach(() => speak("zh-CN"));

  test("a count that is too small to be shown is no number", () => {
    expect(householdsText(null)).toBe("不足 3");
    expect(householdsFigure(null)).toBe("不足 3");
  });

  test("days around today have names", () => {
    expect(dayText("2026-03-05", TODAY)).toBe("今天");
    expect(dayText("2026-03-04", TODAY)).toBe("昨天");
    expect(dayText("2026-03-06", TODAY)).toBe("明天");
  });

  test("a day of this year is said without its year", () => {
    expect(dayText("2026-11-30", TODAY)).toBe("11月30日");
  });

  test("a day of another year is said with its year", () => {
    expect(dayText("2025-03-05", TODAY)).toBe("2025年3月5日");
  });

  test("new year's eve is yesterday on new year's day", () => {
    expect(dayText("2025-12-31", "2026-01-01")).toBe("昨天");
  });

  test("the whole date says the weekday", () => {
    expect(fullDayText(TODAY)).toBe("2026年3月5日星期四");
  });

  test("numbers carry their measure words", () => {
    expect(householdsText(263)).toBe("263 户");
    expect(peopleText(1520)).toBe("1,520 人");
    expect(buildingsText(1)).toBe("1 栋");
    expect(squareMetersText(85.25)).toBe("85.3 m²");
    expect(householdsFigure(263)).toBe("263 户");
  });

  test("lists are joined as the language joins them", () => {
    expect(listText(["独居老人", "退役军人"])).toBe("独居老人和退役军人");
  });

  test("facts follow each other with a pause", () => {
    expect(phrasesText(["302", "常住", "党员户"])).toBe("302，常住，党员户");
    expect(phrasesText(["302"])).toBe("302");
  });

  test("a kind has a word", () => {
    expect(BUILDING_KIND_WORDS.courtyard()).toBe("院落");
  });
});

describe("in English", () => {
  beforeEach(() => speak("en"));

  test("days are said as people say them", () => {
    expect(dayText("2026-03-04", TODAY)).toBe("yesterday");
    expect(dayText("2026-11-30", TODAY)).toBe("November 30");
    expect(dayText("2025-03-05", TODAY)).toBe("March 5, 2025");
  });

  test("one is singular, others are plural", () => {
    expect(householdsText(1)).toBe("1 household");
    expect(householdsText(0)).toBe("0 households");
    expect(buildingsText(1000)).toBe("1,000 buildings");
  });

  test("under a label that names them, households are a plain number", () => {
    expect(householdsFigure(263)).toBe("263");
  });

  test("numbers keep one decimal at most", () => {
    expect(numberText(312.46)).toBe("312.5");
    expect(rangeText(200, 500)).toBe("200–500");
  });
});

test("today is the community's day, not that of Greenwich or of the reader's clock", () => {
  expect(todayHere(new Date("2026-03-04T16:10:00Z"))).toBe(TODAY);
  expect(todayHere(new Date("2026-03-05T15:50:00Z"))).toBe(TODAY);
  expect(startOfCommunityDay(TODAY)).toBe(Date.parse("2026-03-04T16:00:00Z"));
});
