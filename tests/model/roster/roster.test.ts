import { expect, test } from "vitest";
import { readCsv } from "#data/model/roster/csv.ts";
import { readDay } from "#data/model/roster/days.ts";
import { type KnownRoster, planRoster } from "#data/model/roster/merge.ts";
import { PlaceIndex, type RosterPlace } from "#data/model/roster/places.ts";
import { nameOfRole, roleNamed } from "#data/model/roster/roles.ts";
import { ROLE_PLACES } from "#data/model/roster/rolePlaces.ts";
import { readRoster } from "#data/model/roster/rows.ts";
import { ROLES } from "#data/model/duties.ts";

const TODAY = "2026-03-01";
const PLACES: RosterPlace[] = [
  { type: "community", id: "c", name: "红旗社区" },
  { type: "compound", id: "s", name: "晨光小区" },
  { type: "compound", id: "t", name: "东苑" },
  { type: "grid", id: "g1", name: "第一网格" },
  { type: "grid", id: "g2", name: "第二网格" },
  { type: "micro-grid", id: "m12", name: "微网格1-2" },
  { type: "building", id: "b3", name: "3号楼", within: "晨光小区" },
  { type: "building", id: "d3", name: "3号楼", within: "东苑" },
  { type: "building", id: "b12", name: "12号楼", within: "晨光小区" },
];
const index = new PlaceIndex(PLACES);
const NOTHING: KnownRoster = { people: [], duties: [], usernames: new Set() };

function plan(cells: unknown[][], known = NOTHING) {
  let made = 0;
  const rules = { places: index, isUsername: (text: string) => /^[\w.]+$/.test(text) };
  return planRoster(readRoster(cells, TODAY), known, { ...rules, makeId: () => `new${++made}` });
}

const HEADER = ["姓名", "电话", "职责", "地点"];

test.each([
  ["grid-worker", "第一网格", "g1"],
  ["grid-worker", "1网格", "g1"],
  ["grid-worker", "网格２", "g2"],
  ["grid-worker", "第二 网格", "g2"],
  ["micro-grid-leader", "微网格1-2", "m12"],
  ["micro-grid-leader", "第一网格第二微网格", "m12"],
  ["building-chief", "晨光小区3号楼", "b3"],
  ["building-chief", "晨光3栋", "b3"],
  ["building-chief", "东苑 三号楼", "d3"],
  ["building-chief", "12幢", "b12"],
  ["building-chief", "十二号楼", "b12"],
  ["party-contact", "晨光", "s"],
  ["inspector", "红旗社区", "c"],
] as const)("%s of %s is found", (role, place, id) => {
  expect(index.find(role, { place })).toMatchObject({ place: { id } });
});

test("a place that is not clear is not guessed", () => {
  const problem = (role: "building-chief" | "grid-worker", place: string) =>
    index.find(role, { place });
  expect(problem("building-chief", "3号楼")).toMatchObject({ problem: "several-places" });
  expect(problem("building-chief", "99号楼")).toMatchObject({ problem: "unknown-place" });
  expect(problem("grid-worker", "晨光小区")).toMatchObject({ problem: "wrong-place-type" });
  expect(index.find("building-chief", { building: "3", compound: "东苑" })).toMatchObject({
    place: { id: "d3" },
  });
  expect(index.find("grid-worker", {})).toMatchObject({ problem: "no-place" });
  expect(index.find("secretary", {})).toMatchObject({ place: { id: "c" } });
});

test("columns are found in Chinese and English, below titles, and rows count as the sheet does", () => {
  const chinese = readRoster(
    [
      ["红旗社区人员名册"],
      [],
      ["序号", "姓 名（必填）", "联系电话", "岗位"],
      [1, "甲", 13800000000, "网格员"],
    ],
    TODAY,
  );
  expect(chinese.rows).toMatchObject([
    { row: 4, name: "甲", phone: "13800000000", role: "grid-worker", startsOn: TODAY },
  ]);
  const english = readRoster(
    [
      ["Name", "Role", "Start date"],
      ["A", "Building Chief", "2026-01-05"],
    ],
    TODAY,
  );
  expect(english.rows).toMatchObject([{ role: "building-chief", startsOn: "2026-01-05" }]);
  expect(() => readRoster([["a", "b"]], TODAY)).toThrow("no-roster-columns");
  expect(() => readRoster([], TODAY)).toThrow("empty-file");
  const many = Array.from({ length: 20_001 }, () => ["甲", null, "网格员"]);
  expect(() => readRoster([HEADER, ...many], TODAY)).toThrow("too-many-rows");
});

test("every role is written as it is read", () => {
  for (const role of ROLES) {
    expect(roleNamed(nameOfRole(role))).toBe(role);
    expect(ROLE_PLACES[role].length > 0).toBe(role !== "admin");
  }
});

test.each([
  ["2026/1/5", "2026-01-05"],
  ["2026年1月5日", "2026-01-05"],
  ["2026.01.05", "2026-01-05"],
  ["20260105", "2026-01-05"],
  [46027, "2026-01-05"],
  [new Date("2026-01-05T00:00:00Z"), "2026-01-05"],
  ["长期", null],
  [null, null],
  ["2026-02-30", undefined],
  ["春天", undefined],
])("the day %s is %s", (cell, day) => {
  expect(readDay(cell)).toBe(day);
});

test("text in columns: quotes, line breaks in them, other separators", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(readCsv(bytes('a,"b ""c""\nd",\r\ne,f,g'))).toEqual([
    ["a", 'b "c"\nd', ""],
    ["e", "f", "g"],
  ]);
  expect(readCsv(bytes("a;b\n1;2\n"))).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("the same name and phone is one person, however often; another phone is another", () => {
  const made = plan([
    HEADER,
    ["甲", "138 0000 0000", "网格员", "第一网格"],
    ["甲", "+86 13800000000", "楼栋长", "12号楼"],
    ["甲", "13800000000", "网格员", "1网格"],
    ["甲", "13900000000", "网格员", "第一网格"],
  ]);
  expect(made.problems).toEqual([]);
  expect(made.people).toHaveLength(2);
  expect(made.duties).toHaveLength(3);
  expect(made.changes.map(({ person, duty }) => [person, duty])).toEqual([
    ["new", "new"],
    ["here", "new"],
    ["here", "here"],
    ["new", "new"],
  ]);
});

test("what the community has is not doubled, and a vacant post is filled", () => {
  const post = {
    role: "grid-worker",
    placeType: "grid",
    startsOn: "2025-01-01",
    endsOn: null,
  } as const;
  const known: KnownRoster = {
    people: [{ id: "p", name: "甲", phone: null, username: "hongqi.worker1" }],
    duties: [
      { ...post, id: "d1", personId: "p", placeId: "g1" },
      { ...post, id: "d2", personId: null, placeId: "g2" },
    ],
    usernames: new Set(["hongqi.worker1"]),
  };
  const made = plan(
    [HEADER, ["甲", null, "网格员", "第一网格"], ["乙", null, "网格员", "第二网格"]],
    known,
  );
  expect(made.people.map(({ name }) => name)).toEqual(["乙"]);
  expect(made.duties).toMatchObject([{ fills: "d2", placeId: "g2" }]);
  expect(known.duties[1]!.personId).toBeNull();
});

test("accounts: taken, of another, and not a name", () => {
  const known: KnownRoster = {
    people: [{ id: "p", name: "甲", phone: null, username: "hongqi.worker1" }],
    duties: [],
    usernames: new Set(["hongqi.worker1"]),
  };
  const header = ["姓名", "账号"];
  const made = plan(
    [
      header,
      ["甲", "Hongqi.Worker1"],
      ["甲", "other"],
      ["乙", "hongqi.worker1"],
      ["丙", "a b"],
      ["丁", "ding"],
    ],
    known,
  );
  expect(made.problems.map(({ row, kind }) => [row, kind])).toEqual([
    [3, "several-accounts"],
    [4, "username-taken"],
    [5, "bad-username"],
  ]);
  expect(made.accounts.map(({ username }) => username)).toEqual(["ding"]);
  expect(made.people.map(({ name }) => name)).toEqual(["丁"]);
});

test("every problem says its row, its column and what stands there", () => {
  const header = [...HEADER, "起", "止"];
  const made = plan([
    header,
    [null, null, "网格员", "第一网格"],
    ["甲", null, "大师", "第一网格"],
    ["乙", null, "管理员", null],
    ["丙", "没有", "网格员", "第九网格", "春天"],
    ["丁", null, "网格员", "第九网格"],
    ["戊", null, "网格员", "第一网格", "2026-03-02", "2026-03-01"],
  ]);
  expect(made.problems).toEqual([
    { row: 2, column: "姓名", kind: "no-name", value: null },
    { row: 3, column: "职责", kind: "unknown-role", value: "大师" },
    { row: 4, column: "职责", kind: "role-not-given", value: "管理员" },
    { row: 5, column: "电话", kind: "bad-phone", value: "没有" },
    { row: 5, column: "起", kind: "unreadable-date", value: "春天" },
    { row: 6, column: "地点", kind: "unknown-place", value: "第九网格" },
    { row: 7, column: "止", kind: "ends-before-start", value: "2026-03-01" },
  ]);
  expect(made.people).toEqual([]);
});
