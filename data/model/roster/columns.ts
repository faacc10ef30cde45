/** What a column of a roster can say. */
export const ROSTER_COLUMNS = [
  "name",
  "phone",
  "role",
  "place",
  "micro-grid",
  "grid",
  "building",
  "compound",
  "startsOn",
  "endsOn",
  "username",
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** What people call their columns, likeliest first. */
export const COLUMN_TITLES: Record<RosterColumn, readonly string[]> = {
  name: ["姓名", "名字", "人员姓名", "人员", "负责人", "责任人", "name", "full name", "person"],
  phone: [
    ...["电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码", "phone"],
    ...["mobile", "tel", "telephone", "phone number"],
  ],
  role: ["职责", "职务", "岗位", "角色", "身份", "人员类别", "类别", "role", "duty", "position"],
  place: [
    ...["地点", "负责区域", "责任区域", "责任区", "负责范围", "包保区域", "管辖区域", "管辖范围"],
    ...["范围", "区域", "位置", "place", "area", "location"],
  ],
  "micro-grid": ["微网格", "所属微网格", "微网格名称", "micro-grid", "microgrid"],
  grid: ["网格", "所属网格", "所在网格", "网格名称", "grid"],
  building: ["楼栋", "楼号", "楼栋号", "栋号", "幢号", "楼幢", "门牌", "building", "block"],
  compound: ["小区", "小区名称", "所在小区", "院落", "compound", "estate"],
  startsOn: [
    ...["起", "起始", "开始", "开始日期", "起始日期", "任职日期", "上岗日期", "自"],
    ...["from", "start", "starts on", "start date", "since"],
  ],
  endsOn: [
    ...["止", "终止", "结束", "结束日期", "截止日期", "离岗日期", "至"],
    ...["to", "end", "ends on", "end date", "until"],
  ],
  username: ["账号", "帐号", "用户名", "登录名", "登录账号", "account", "username", "login"],
};

/** A title may stand above the names of the columns, and a line that says who made the file. */
const MOST_ROWS_ABOVE = 20;
/** Names behind this one would be part of another table. */
const MOST_COLUMNS = 200;

export interface RosterHeader {
  /** Of the row with the names, from 0. */
  row: number;
  /** Of each column that means something, from 0. */
  indexes: Partial<Record<RosterColumn, number>>;
  /** As the file calls them. */
  titles: Partial<Record<RosterColumn, string>>;
}

/** The first row that names a column for people and one for what they do. */
export function findHeader(rows: readonly (readonly unknown[])[]): RosterHeader | undefined {
  for (const [row, cells] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const header = readHeader(row, cells.slice(0, MOST_COLUMNS));
    const { name, ...others } = header.indexes;
    if (name !== undefined && Object.keys(others).length > 0) return header;
  }
  return undefined;
}

function readHeader(row: number, cells: readonly unknown[]): RosterHeader {
  return { row, ...columnsIn(cells, COLUMN_TITLES) };
}

/** Which cell of a row is the title of which column, by the first of its names that is there. */
export function columnsIn<Column extends string>(
  cells: readonly unknown[],
  titles: Record<Column, readonly string[]>,
): { indexes: Partial<Record<Column, number>>; titles: Partial<Record<Column, string>> } {
  const found: ReturnType<typeof columnsIn<Column>> = { indexes: {}, titles: {} };
  const plain = cells.map((cell) => (typeof cell === "string" ? plainTitle(cell) : ""));
  for (const column of Object.keys(titles) as Column[]) {
    const known = titles[column].map(plainTitle);
    const best = known.map((name) => plain.indexOf(name)).find((index) => index >= 0);
    if (best === undefined) continue;
    found.indexes[column] = best;
    found.titles[column] = String(cells[best]).trim();
  }
  return found;
}

/** 姓 名（必填）, Full_Name * → 姓名, fullname. */
function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s_*:.\-/]/g, "");
}
