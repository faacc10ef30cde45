import { expect, test } from "vitest";
import { v4 as uuidv4 } from "uuid";
import { CreatedPlan } from "#data/model/answers/planEdits.ts";
import type { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { answersOf } from "../answers.ts";
import { type Asker, inRollback } from "../harness.ts";
import { answered, HERE, PLANNER, planOf, refused } from "./planning.ts";

function send(
  asker: Asker,
  from: "outlines" | "table",
  content: BlobPart,
  fields: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("name", "来自文件");
  form.set("note", "街道办发来");
  form.set("file", new File([content], "file"));
  return asker.post(`${HERE}/plans/from-${from}`, form);
}

async function planInForce(asker: Asker): Promise<PlanDetail> {
  const plans = await answered<PlanSummary[]>(await asker.get(`${HERE}/plans`), 200);
  return planOf(asker, plans.find(({ status }) => status === "in-force")!.id);
}

const homes = ({ units }: PlanDetail) =>
  Object.fromEntries(units.map(({ id, microGridId }) => [id, microGridId]));

test(
  "outlines put each unit where it stands, and say where they and the plan in force disagree",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const before = await planInForce(planner);
    const [left, ...features] = (await answersOf("hongqi")).layers["micro-grids"].features;
    const [first, second] = before.grids;
    const inFirst = new Set(
      before.microGrids.flatMap(({ id, gridId }) => (gridId === first!.id ? [id] : [])),
    );
    // Each grid drawn where the other is, in parts, and one part of one not at all.
    const swapped = features.map(({ id, geometry }) => ({
      ...{ type: "Feature", geometry },
      properties: { 名称: inFirst.has(id) ? second!.name : first!.name },
    }));
    const collection = { type: "FeatureCollection", features: swapped };
    const made = CreatedPlan.parse(
      await answered(await send(planner, "outlines", JSON.stringify(collection)), 201),
    );
    const kinds = new Set(made.notes.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(["building-elsewhere", "outside-outlines"]));
    const plan = await planOf(planner, made.id);
    expect(plan).toMatchObject({ name: "来自文件", note: "街道办发来", status: "draft" });
    // The grids keep who they are: by their names they have changed grounds.
    expect(plan.grids.map(({ id }) => id).sort()).toEqual([first!.id, second!.id].sort());
    expect(plan.grids.every(({ outline }) => outline?.type === "MultiPolygon")).toBe(true);
    const gridOf = ({ microGrids, units }: PlanDetail, unitId: string | null) => {
      const { microGridId } = units.find(({ id }) => id === unitId)!;
      return microGrids.find(({ id }) => id === microGridId)?.gridId;
    };
    for (const { kind, unitId } of made.notes) {
      // What has no micro-grid now is on nobody's ground either.
      const { microGridId } = before.units.find(({ id }) => id === unitId)!;
      const isLeft = microGridId === left!.id || microGridId === null;
      expect(kind).toBe(isLeft ? "outside-outlines" : "building-elsewhere");
      const other = gridOf(before, unitId) === first!.id ? second!.id : first!.id;
      expect(gridOf(plan, unitId)).toBe(isLeft ? undefined : other);
    }
    const metres = JSON.stringify(collection).replaceAll(/11\d\.\d+/g, "500000.5");
    expect(await refused(await send(planner, "outlines", metres), 422)).toMatchObject({
      kind: expect.stringMatching(/^coordinates-/) as string,
    });
    await refused(await send(as("hongqi.worker1"), "outlines", "{}"), 403);
  }),
);

test(
  "a table of the plan in force, as it is given out or as text, is that plan again",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const before = await planInForce(planner);
    const ground = await answered<{
      buildings: { id: string; name: string; compoundId: string | null; entrances: NamedThing[] }[];
      compounds: NamedThing[];
    }>(await planner.get(`${HERE}/planning-ground`), 200);
    const nameOf = (things: NamedThing[], id: string | null | undefined) =>
      things.find((thing) => thing.id === id)?.name ?? "";
    const rows = before.units.flatMap(({ buildingId, entranceId, microGridId }) => {
      const building = ground.buildings.find(({ id }) => id === buildingId)!;
      const microGrid = before.microGrids.find(({ id }) => id === microGridId);
      if (!microGrid) return [];
      return [
        [
          nameOf(ground.compounds, building.compoundId),
          building.name,
          nameOf(building.entrances, entranceId),
          microGrid.name,
          nameOf(before.grids, microGrid.gridId),
        ],
      ];
    });
    const lines = [
      ["小区", "楼栋", "单元", "微网格", "网格"],
      ...rows,
      ["", "不存在楼", "", "", "九"],
    ];
    const csv = lines.map((cells) => cells.join(",")).join("\r\n");
    const id = uuidv4();
    const made = CreatedPlan.parse(await answered(await send(planner, "table", csv, { id }), 201));
    expect(await answered(await send(planner, "table", csv, { id }), 200)).toMatchObject({ id });
    expect(made.notes).toMatchObject([
      { kind: "no-such-building", name: "不存在楼", detail: `#${lines.length}` },
    ]);
    const plan = await planOf(planner, made.id);
    expect(homes(plan)).toEqual(homes(before));
    const sheet = await planner.get(`${HERE}/plans/${before.id}/units.xlsx`);
    const xlsx = await sheet.arrayBuffer();
    const again = CreatedPlan.parse(await answered(await send(planner, "table", xlsx), 201));
    expect(homes(await planOf(planner, again.id))).toEqual(homes(before));
    const unknown = lines.map((cells) => cells.join(",")).join("\n");
    const other = unknown
      .replace("楼栋", "房子")
      .replace(",网格", ",片区")
      .replace("微网格", "小片");
    expect(await refused(await send(planner, "table", other), 422)).toMatchObject({
      ...{ kind: "unreadable-table", reason: "no-table-columns" },
      titles: ["小区", "房子", "单元", "小片", "片区"],
    });
    const chosen = { buildingColumn: "房子", microGridColumn: "小片", gridColumn: "片区" };
    const told = await answered<CreatedPlan>(await send(planner, "table", other, chosen), 201);
    expect(homes(await planOf(planner, told.id))).toEqual(homes(before));
  }),
);

interface NamedThing {
  id: string;
  name: string;
}
