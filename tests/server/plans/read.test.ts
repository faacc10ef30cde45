import { expect, test } from "vitest";
import { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { inRollback } from "../harness.ts";
import { answersOf, read } from "../answers.ts";

const HERE = "/api/communities/hongqi";

test(
  "the plan in force is listed with its counts, and read whole as outside programs do",
  inRollback(async (server) => {
    const { summary, layers, coverage } = await answersOf("hongqi");
    const [inForce] = await read<PlanSummary[]>(server, `${HERE}/plans`);
    PlanSummary.parse(inForce);
    expect(inForce).toMatchObject({ status: "in-force", effectiveUntil: null });
    const plan = PlanDetail.parse(await read(server, `${HERE}/plans/${inForce!.id}`));
    expect(plan.grids.map(({ id }) => id).sort()).toEqual(
      layers.grids.features.map(({ id }) => id).sort(),
    );
    const { uncovered, doubled } = coverage.totals as unknown as Record<string, number>;
    expect(plan.totals).toMatchObject({ uncovered, doubled });
    expect(inForce!.counts).toEqual({
      grids: plan.grids.length,
      microGrids: plan.microGrids.length,
      units: plan.units.length,
      uncovered,
    });
    expect(summary.slug).toBe("hongqi");
  }),
);

test(
  "the ground adds up: entrances to their building, buildings to the plan's load",
  inRollback(async (server) => {
    const ground = PlanningGroundAnswer.parse(await read(server, `${HERE}/planning-ground`));
    for (const { facts, entrances } of ground.buildings) {
      if (entrances.length === 0) continue;
      const sums = facts.map((_, fact) => entrances.reduce((sum, e) => sum + e.facts[fact]!, 0));
      expect(sums).toEqual(facts);
    }
    const first = await server.get(`${HERE}/planning-ground`);
    const ETag = first.headers.get("ETag")!;
    const again = await server.get(`${HERE}/planning-ground`, { "If-None-Match": ETag });
    expect(again.status).toBe(304);
  }),
);
