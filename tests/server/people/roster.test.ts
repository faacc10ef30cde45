import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import type { PersonSummary, RosterReport } from "#data/model/answers/people.ts";
import { audit } from "#data/schema/index.ts";
import { type Asker, inRollback } from "../harness.ts";
import { given, PEOPLE, problemKind } from "./people.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/rosters");
const HEADER = ["姓名", "电话", "职责", "地点", "账号"];

type Fields = Partial<Record<"dryRun" | "onProblems", string>>;

function send(asker: Asker, bytes: Uint8Array<ArrayBuffer>, fields: Fields = {}) {
  const form = new FormData();
  form.set("file", new File([bytes], "roster"));
  for (const [name, value] of Object.entries({ dryRun: "false", ...fields })) form.set(name, value);
  return asker.post(`${PEOPLE}/import`, form);
}

async function sheet(rows: (string | null)[][]): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row) => row.map((value) => value ?? undefined));
  return new Uint8Array(await writeXlsxFile(cells).toBuffer());
}

const peopleOf = (asker: Asker) => given<PersonSummary[]>(asker.get(PEOPLE));

test(
  "a CSV as Excel saves it is taken in: people once, each with their duties",
  inRollback(async ({ as, ctx }) => {
    const secretary = as("hongqi.secretary");
    const bytes = new Uint8Array(await readFile(join(FIXTURES, "excel-gbk.csv")));
    const response = await send(secretary, bytes);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      ...{ rows: 3, people: 2, duties: 3, accounts: 0, isStored: true, problems: [] },
    });
    const made = (await peopleOf(secretary)).find(({ name }) => name === "周晓岚")!;
    expect(made.duties.map(({ role, startsOn }) => [role, startsOn]).sort()).toEqual([
      ["grid-worker", "2026-01-05"],
      ["secretary", "2026-01-05"],
    ]);
    const again = await given<RosterReport>(send(secretary, bytes));
    expect(again).toMatchObject({ people: 0, duties: 0, problems: [] });
    const rows = await ctx.db.select().from(audit).where(eq(audit.action, "people.import"));
    expect(rows).toHaveLength(2);
  }),
);

test(
  "a dry run tells everything and writes nothing",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const before = await peopleOf(secretary);
    const bytes = await sheet([HEADER, ["甲乙丙", null, "网格员", "第一网格", "jia.yi.bing"]]);
    const response = await send(secretary, bytes, { dryRun: "true" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ...{ people: 1, duties: 1, accounts: 1, isStored: false, passwords: [] },
      changes: [{ row: 2, name: "甲乙丙", person: "new", duty: "new", username: "jia.yi.bing" }],
    });
    expect(await peopleOf(secretary)).toEqual(before);
  }),
);

test(
  "with a problem nothing is taken in, unless those rows are to be left out",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const bytes = await sheet([
      HEADER,
      ["甲乙丙", null, "网格员", "第九十九网格", null],
      ["丁戊己", null, "网格员", "第一网格", "ding.wu"],
    ]);
    const refused = await send(secretary, bytes);
    expect(refused.status).toBe(200);
    expect(await refused.json()).toMatchObject({
      isStored: false,
      problems: [{ row: 2, column: "地点", kind: "unknown-place", value: "第九十九网格" }],
    });
    const names = async () => (await peopleOf(secretary)).map(({ name }) => name);
    expect(await names()).not.toContain("丁戊己");
    const taken = await given<RosterReport>(send(secretary, bytes, { onProblems: "skip" }));
    expect(taken).toMatchObject({ isStored: true, people: 1, leftOut: 1 });
    expect(await names()).toContain("丁戊己");
    expect(await names()).not.toContain("甲乙丙");
    const [{ username, password } = { username: "", password: "" }] = taken.passwords;
    const signedIn = await as(null).post("/api/auth/sign-in/username", { username, password });
    expect(signedIn.status).toBe(200);
  }),
);

test(
  "what is given out says who made it, is written down, and is taken in again without a change",
  inRollback(async ({ as, ctx }) => {
    const secretary = as("hongqi.secretary");
    const response = await secretary.get(`${PEOPLE}.xlsx`);
    expect(response.status).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const [first, titles] = await readSheet(Buffer.from(bytes));
    expect(String(first![0])).toMatch(/hongqi\.secretary.*\d{4}-\d\d-\d\d/);
    expect(titles).toEqual(["姓名", "电话", "职责", "地点", "起", "止", "账号"]);
    const report = await given<RosterReport>(send(secretary, bytes, { dryRun: "true" }));
    expect(report).toMatchObject({ people: 0, duties: 0, accounts: 0, problems: [] });
    const rows = await ctx.db.select().from(audit).where(eq(audit.action, "people.export"));
    expect(rows).toHaveLength(1);
    expect((await as("hongqi.planner").get(`${PEOPLE}.xlsx`)).status).toBe(403);
  }),
);

test(
  "what is no roster is refused in words: a picture, an empty file, a bomb, another table",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const refused = async (bytes: Uint8Array<ArrayBuffer>) => {
      const { parameters } = (await (await send(secretary, bytes)).json()) as {
        parameters: { reason: string };
      };
      return parameters.reason;
    };
    expect(await refused(new Uint8Array())).toBe("empty-file");
    expect(await refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe("not-a-roster");
    expect(await refused(new TextEncoder().encode("a,b\n1,2\n"))).toBe("no-roster-columns");
    expect(await refused(bomb())).toBe("not-a-roster");
    expect(await problemKind(send(as("hongqi.planner"), bomb()))).toBe("403 not-your-duty");
  }),
);

/** A ZIP of one entry that says it is small and unpacks to 80 MB. */
function bomb(): Uint8Array<ArrayBuffer> {
  const name = Buffer.from("xl/workbook.xml");
  const data = deflateRawSync(Buffer.alloc(80 * 1024 * 1024), { level: 1 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(1000, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(1000, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, name, data, entry, name, end]));
}
