import { expect, test } from "vitest";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import { ProposalStatus } from "#data/model/answers/proposals.ts";
import { type Asker, inRollback } from "../harness.ts";
import { answered, change, HERE, newDraft, PLANNER, planOf, refused } from "./planning.ts";

async function start(asker: Asker, planId: string, goal: object) {
  const response = await asker.post(`${HERE}/plans/${planId}/proposals`, { goal, seed: 7 });
  const status = ProposalStatus.parse(await answered(response, 202));
  return { status, address: response.headers.get("Location")! };
}

async function atEnd(asker: Asker, address: string): Promise<ProposalStatus> {
  for (;;) {
    const status = ProposalStatus.parse(await answered(await asker.get(address), 200));
    if (status.status !== "running") return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test(
  "a proposal is worked out aside, carries three alternatives, and what is taken of it fits the draft",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner, { from: "empty" });
    const { status, address } = await start(planner, id, { grids: 3, keepWhole: ["compound"] });
    expect(status).toMatchObject({ status: "running", version: 1, alternatives: [] });
    expect(address).toBe(`${HERE}/plans/${id}/proposals/${status.id}`);
    const { status: end, progress, alternatives } = await atEnd(planner, address);
    expect({ end, progress }).toEqual({ end: "done", progress: 1 });
    expect(alternatives.map(({ priority }) => priority)).toEqual([
      "balanced",
      "compact",
      "whole-compounds",
    ]);
    expect((await planOf(planner, id)).totals.grids).toBe(0);
    const [{ change: edit, assignment, measures }] = alternatives as [(typeof alternatives)[0]];
    expect(measures).toMatchObject({ contiguous: true, cutOff: 0, moved: 0 });
    await change(planner, id, { version: 1, ...edit });
    const plan = await planOf(planner, id);
    expect(plan.totals).toMatchObject({ grids: 3, uncovered: 0 });
    const gridOf = new Map(plan.microGrids.map(({ id, gridId }) => [id, gridId]));
    const taken = plan.units.map((unit) => [unit.id, gridOf.get(unit.microGridId!)]);
    expect(new Map(assignment)).toEqual(new Map(taken as [string, string][]));
  }),
);

test(
  "drafts alone get proposals; who asks again takes the first back; jobs are their plan's planners' alone",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner);
    const { id: other } = await newDraft(planner);
    const inForce = (await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200)).at(
      -1,
    )!;
    const elsewise = await planner.post(`${HERE}/plans/${inForce.id}/proposals`, { goal: {} });
    expect(await refused(elsewise, 409)).toEqual({
      ...{ kind: "plan-not-a-draft", status: "in-force" },
    });
    const first = await start(planner, id, { maxMoves: 2 });
    const second = await start(planner, id, { maxMoves: 3 });
    const elsewhere = `${HERE}/plans/${other}/proposals/${first.status.id}`;
    expect(await refused(await planner.get(elsewhere), 404)).toMatchObject({ type: "proposal" });
    const foreign = first.address.replace("hongqi", "xinyuan");
    await refused(await as("xinyuan.planner").get(foreign), 404);
    await refused(await as("hongqi.worker1").get(first.address), 403);
    await answered(await as("hongqi.secretary").get(second.address), 200);
    const response = await planner.send("DELETE", second.address);
    expect(response.status).toBe(204);
    expect((await atEnd(planner, first.address)).status).toBe("cancelled");
    expect((await atEnd(planner, second.address)).status).toBe("cancelled");
  }),
);
