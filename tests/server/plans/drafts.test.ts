import { expect, test } from "vitest";
import { v4 as uuidv4 } from "uuid";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { inRollback } from "../harness.ts";
import { answered, change, HERE, newDraft, newGrid, PLANNER, planOf, refused } from "./planning.ts";

const shapeOf = ({ grids, microGrids, units, totals }: Awaited<ReturnType<typeof planOf>>) => ({
  ...{ grids, microGrids, totals },
  units: Object.fromEntries(units.map(({ id, microGridId }) => [id, microGridId])),
});

test(
  "a draft starts as the plan in force is, from nothing, or as another draft, and is made once",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const [inForce] = await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200);
    const id = uuidv4();
    const draft = await newDraft(planner, { id, note: "为什么" });
    const again = { id, name: "试划", from: "in-force" };
    expect(await answered(await planner.post(`${HERE}/plans`, again), 200)).toMatchObject({ id });
    expect(draft).toMatchObject({ id, version: 1 });
    expect(shapeOf(await planOf(planner, id))).toEqual(shapeOf(await planOf(planner, inForce!.id)));
    const empty = await planOf(planner, (await newDraft(planner, { from: "empty" })).id);
    expect(empty.totals).toMatchObject({ grids: 0, uncovered: empty.units.length });
    const copy = await newDraft(planner, { from: id });
    expect(shapeOf(await planOf(planner, copy.id))).toEqual(shapeOf(await planOf(planner, id)));
    const plans = await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200);
    expect(plans.map((plan) => plan.id)).toEqual([copy.id, empty.id, id, inForce!.id]);
    expect(plans[2]).toMatchObject({ status: "draft", note: "为什么", effectiveFrom: null });
    expect(plans[1]!.counts).toMatchObject({ uncovered: empty.totals.uncovered });
  }),
);

test(
  "a draft is made with its first change, or not at all",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { gridId, microGridId, ...made } = newGrid("第九网格");
    const [inForce] = await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200);
    const [unit] = (await planOf(planner, inForce!.id)).units;
    const id = uuidv4();
    const put = [[unit!.id, microGridId]];
    const body = { id, name: "两份都留", from: "empty", change: { ...made, put } };
    const wrong = { ...body, change: { ...made, put: [[gridId, microGridId]] } };
    expect(await refused(await planner.post(`${HERE}/plans`, wrong), 422)).toMatchObject({
      ...{ kind: "change-does-not-fit", issues: [{ kind: "no-such-unit", id: gridId }] },
    });
    await refused(await planner.get(`${HERE}/plans/${id}`), 404);
    expect(await newDraft(planner, body)).toMatchObject({ id, version: 1 });
    const plan = await planOf(planner, id);
    expect([plan.grids.length, plan.totals.uncovered]).toEqual([1, plan.units.length - 1]);
    expect(plan.units.find((each) => each.id === unit!.id)).toMatchObject({ microGridId });
    await answered(await planner.post(`${HERE}/plans`, body), 200);
  }),
);

test(
  "a change is saved under a new version, and its inverse brings back what was",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner);
    const before = await planOf(planner, id);
    const { gridId, microGridId, ...made } = newGrid("第九网格");
    const [moved] = before.units.filter((unit) => unit.microGridId !== null);
    const saved = await change(planner, id, {
      ...{ version: 1, ...made, name: "新名", put: [[moved!.id, microGridId]] },
    });
    expect(saved.version).toBe(2);
    const after = await planOf(planner, id);
    expect(after).toMatchObject({ name: "新名", version: 2 });
    expect(after.units.find((unit) => unit.id === moved!.id)).toMatchObject({ microGridId });
    await change(planner, id, {
      ...{ version: 2, put: [[moved!.id, moved!.microGridId]] },
      ...{ microGrids: [[microGridId, null]], grids: [[gridId, null]] },
    });
    expect(shapeOf(await planOf(planner, id))).toEqual(shapeOf(before));
  }),
);

test(
  "a building is broken into its entrances, stays so while they are uncovered, and is joined again",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const ground = await answered<{ buildings: { id: string; entrances: { id: string }[] }[] }>(
      await planner.get(`${HERE}/planning-ground`),
      200,
    );
    const { id } = await newDraft(planner);
    const before = await planOf(planner, id);
    const whole = ground.buildings.find(
      (building) =>
        building.entrances.length > 1 && before.units.some((unit) => unit.id === building.id),
    )!;
    const taken = { broken: [[whole.id, true]], put: [[whole.id, null]] };
    await change(planner, id, { version: 1, ...taken });
    const after = await planOf(planner, id);
    expect(after.units.filter(({ buildingId }) => buildingId === whole.id)).toEqual(
      whole.entrances.map((entrance) => ({
        ...{ id: entrance.id, buildingId: whole.id, entranceId: entrance.id, microGridId: null },
        load: expect.any(Number) as number,
      })),
    );
    const microGridId = before.microGrids[0]!.id;
    const stale = { version: 2, put: [[whole.id, microGridId]] };
    expect(await refused(await planner.post(`${HERE}/plans/${id}/changes`, stale), 422)).toEqual({
      ...{ kind: "change-does-not-fit", issues: [{ kind: "no-such-unit", id: whole.id }] },
    });
    const own = before.units.find((unit) => unit.id === whole.id)!.microGridId;
    await change(planner, id, {
      ...{ version: 2, broken: [[whole.id, false]] },
      put: [...whole.entrances.map((entrance) => [entrance.id, null]), [whole.id, own]],
    });
    expect(shapeOf(await planOf(planner, id))).toEqual(shapeOf(before));
  }),
);

test(
  "of two who save one version the second is shown whose is there",
  inRollback(async ({ as }) => {
    const [planner, secretary] = [as(PLANNER), as("hongqi.secretary")];
    const { id } = await newDraft(planner);
    await change(secretary, id, { version: 1, name: "书记的" });
    const late = await planner.post(`${HERE}/plans/${id}/changes`, { version: 1, name: "我的" });
    expect(await refused(late, 409)).toMatchObject({
      kind: "stale-version",
      mine: { version: 1 },
      theirs: { version: 2, savedBy: expect.any(String) as string },
    });
    expect(await planOf(planner, id)).toMatchObject({ name: "书记的", version: 2 });
  }),
);

test(
  "drafts are the planners' alone, and a draft alone can be changed or removed",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const worker = as("hongqi.worker1");
    const { id } = await newDraft(planner);
    const [seen, ...others] = await answered<PlanSummary[]>(await worker.get(`${HERE}/plans`), 200);
    expect(others).toEqual([]);
    expect(await refused(await worker.get(`${HERE}/plans/${id}`), 404)).toMatchObject({
      kind: "no-such-thing",
    });
    const told = await planOf(worker, seen!.id);
    expect(told.units.some(({ load }) => load === null)).toBe(true);
    const inForce = `${HERE}/plans/${seen!.id}`;
    for (const response of [
      await planner.post(`${inForce}/changes`, { version: seen!.version, name: "改" }),
      await planner.send("DELETE", inForce),
    ]) {
      expect(await refused(response, 409)).toEqual({
        ...{ kind: "plan-not-a-draft", status: "in-force" },
      });
    }
    expect((await planner.send("DELETE", `${HERE}/plans/${id}`)).status).toBe(204);
    await refused(await planner.get(`${HERE}/plans/${id}`), 404);
  }),
);
