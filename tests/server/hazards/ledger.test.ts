import readExcelFile from "read-excel-file/node";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { HazardFiguresAnswer } from "#data/model/answers/hazardFigures.ts";
import { inRollback } from "../harness.ts";
import { given } from "../people/people.ts";
import { HAZARDS, moved, reported } from "./hazards.ts";

async function picture(): Promise<string> {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "#345" } });
  return (await image.jpeg().toBuffer()).toString("base64");
}

test(
  "the ledger has a line for each hazard of the list, with its pictures, and no formulas",
  inRollback(async (server) => {
    const [worker, inspector] = [server.as("hongqi.worker1"), server.as("hongqi.inspector")];
    const data = await picture();
    const photo = (id: string, kind: string) => [{ id, kind, data, keepsLocation: false }];
    const before = "019ab000-0000-7000-8000-0000000000a1";
    const hazard = await reported(worker, {
      ...{ note: '=HYPERLINK("http://evil")', floor: -1, photos: photo(before, "before") },
    });
    const after = "019ab000-0000-7000-8000-0000000000b1";
    await moved(worker, hazard, "fix", { note: "已清理", photos: photo(after, "after") });
    await moved(inspector, hazard, "pass");
    await reported(worker, { note: "仍未处理", category: "road" });

    const secretary = server.as("hongqi.secretary");
    const query = "?status=closed&category=exit";
    const text = await secretary.get(`${HAZARDS}.csv${query}`);
    expect(text.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const bytes = new Uint8Array(await text.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const written = new TextDecoder().decode(bytes);
    expect(written).toContain("序号,上报时间,上报人,类别,级别,位置");
    expect(written).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(written).not.toContain("仍未处理");

    const answer = await secretary.get(`${HAZARDS}.xlsx${query}`);
    const [sheet] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
    const [made, titles, ...lines] = sheet!.data.map((row) => row.map((value) => value ?? ""));
    const { name } = await server.actorOf("hongqi.secretary");
    expect(made![0]).toMatch(new RegExp(`红旗村.*隐患台账.*${name}`));
    const line = lines.find((cells) => cells.includes(hazard.id))!;
    const at = (title: string) => String(line[titles!.indexOf(title)]);
    expect(at("描述")).toBe('=HYPERLINK("http://evil")');
    expect([at("类别"), at("级别"), at("状态"), at("是否超时")]).toEqual([
      ...["安全出口", "一般", "已销号", "否"],
    ]);
    expect(at("位置")).toMatch(/地下1层$/);
    const [fixer, checker] = [
      await server.actorOf("hongqi.worker1"),
      await server.actorOf("hongqi.inspector"),
    ];
    expect([at("整改人"), at("复查人")]).toEqual([fixer.name, checker.name]);
    expect(at("复查时间")).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
    expect(at("照片链接").split("\n")).toEqual(
      [before, after].map((id) => `http://localhost/api/communities/hongqi/photos/${id}`),
    );
    const audit = await secretary.get("/api/communities/hongqi/audit?action=hazards.export");
    expect(((await audit.json()) as { rows: unknown[] }).rows).toHaveLength(2);

    const english = await secretary.get(`${HAZARDS}.csv${query}&locale=en`);
    expect(await english.text()).toContain("No.,Reported at,Reported by,Kind,Level,Where");
  }),
);

test(
  "figures count what came and went, by kind and by grid, and name nobody",
  inRollback(async (server) => {
    const worker = server.as("hongqi.worker1");
    const figures = (query = "") =>
      given<HazardFiguresAnswer>(worker.get(`/api/communities/hongqi/hazard-figures${query}`));
    const before = await figures();
    const [, ...rest] = before.periods;
    expect(rest.every(({ startsOn }) => new Date(startsOn).getUTCDay() === 1)).toBe(true);
    const data = await picture();
    const photos = ["before", "after"].map((kind, index) => ({
      ...{ id: `019ab000-0000-7000-8000-0000000000c${index}`, kind, data, keepsLocation: false },
    }));
    const fixed = await reported(worker, { category: "gas" });
    await moved(worker, fixed, "fix", { note: "", photos });
    await moved(server.as("hongqi.inspector"), fixed, "pass");
    await reported(worker, { category: "gas", level: "serious" });
    const after = await figures();
    const last = ({ periods }: HazardFiguresAnswer) => periods.at(-1)!;
    expect(last(after).opened).toBe(last(before).opened + 2);
    expect(last(after).closed).toBe(last(before).closed + 1);
    const closedGas = ({ byCategory }: HazardFiguresAnswer) =>
      byCategory.find(({ category }) => category === "gas")?.closed ?? 0;
    expect(closedGas(after)).toBe(closedGas(before) + 1);
    expect(after.openNow[1]!.open).toBe(before.openNow[1]!.open + 1);
    const names = [(await server.actorOf("hongqi.worker1")).name, "assignee", "personId"];
    for (const name of names) expect(JSON.stringify(after)).not.toContain(name);
    const backwards = await worker.get(
      "/api/communities/hongqi/hazard-figures?from=2026-03-02&to=2026-03-01",
    );
    expect(backwards.status).toBe(400);
  }),
);
