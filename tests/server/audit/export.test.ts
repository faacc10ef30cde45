import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
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
