import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import type { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import { actionInSheet } from "#server/audit/sheetWords.ts";
import { inRollback } from "../harness.ts";
import { anyHousehold, ASKED, BASE, readAudit } from "./written.ts";

/** All cells of a spreadsheet's first sheet, as texts. */
async function cellsOf(response: Response): Promise<string[][]> {
  const [sheet] = await readExcelFile(Buffer.from(await response.arrayBuffer()));
  return sheet!.data.map((row) => row.map((cell) => String(cell ?? "")));
}

test(
  "the spreadsheet says who made it and when, has the filtered rows, and is written down itself",
  inRollback(async (server) => {
    const { id } = await anyHousehold(server);
    const asker = server.as("hongqi.secretary");
    await asker.post(`${BASE}/households/${id}/reveal`, { ...ASKED, reason: "=1+1 核对信息" });
    const answer = await asker.get(`${BASE}/audit.xlsx?action=household`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toMatch(/spreadsheetml/);
    expect(answer.headers.get("Content-Disposition")).toMatch(
      /^attachment;.*hongqi-audit-.*\.xlsx/,
    );
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const { name } = await server.actorOf("hongqi.secretary");
    const [made, head, ...rows] = await cellsOf(answer);
    expect(made![0]).toMatch(new RegExp(`红旗村.*${name}.*\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}`));
    expect(head).toEqual(["时间", "操作人", "操作", "对象", "原来", "现在", "原因"]);
    expect(rows).toHaveLength(1);
    // A formula would be counted: it stays the words that were written.
    expect(rows[0]!.at(-1)).toBe("=1+1 核对信息");
    expect(rows[0]![5]).toBe("查看内容: 姓名和电话");
    const { rows: audit } = await readAudit(asker, "?action=audit.export");
    expect(audit).toMatchObject([{ to: { action: "household", count: 1 }, actor: { name } }]);
  }),
);

test(
  "what was done to plans and to the ground is in Chinese, things by their names",
  inRollback(async (server) => {
    const secretary = server.as("hongqi.secretary");
    const ground = await secretary.get(`${BASE}/planning-ground`);
    const { buildings } = (await ground.json()) as PlanningGroundAnswer;
    const { id, name, compoundId } = buildings.find((building) => building.compoundId !== null)!;
    const listed = await secretary.post(`${BASE}/compounds/${compoundId}/buildings`, {
      ...{ enter: [], leave: [id] },
    });
    expect(listed.status).toBe(200);
    await secretary.post(`${BASE}/plans`, { name: "试划", from: "in-force" });
    const [, , ...rows] = await cellsOf(await secretary.get(`${BASE}/audit.xlsx`));
    const said = rows.map(([, , action, subject, , after]) => [action, subject, after]);
    expect(said).toContainEqual(["新建网格方案", "试划", "名称: 试划; 来源: 现行方案"]);
    expect(said).toContainEqual(["调整小区楼栋", expect.any(String), `列入: —; 移出: ${name}`]);
    for (const thing of ["building.create", "building.import", "building.remove", "plan.cover"]) {
      expect(actionInSheet(thing, "zh-CN")).toMatch(/^\p{Script=Han}+$/u);
    }
  }),
);
