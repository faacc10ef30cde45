import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { v4 as uuidv4 } from "uuid";
import { z } from "zod";
import { HandOver } from "#data/model/answers/handOvers.ts";
import { PlanPerson } from "#data/model/answers/planPeople.ts";
import { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { WORK_FACTS } from "#data/model/planning/ground.ts";
import { inRollback } from "../harness.ts";
import { answersOf, read } from "../answers.ts";
import { answered, change, HERE, newDraft, PLANNER } from "./planning.ts";

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
      buildings: new Set(plan.units.map(({ buildingId }) => buildingId)).size,
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

test(
  "an open hazard is work at its building as soon as it is reported",
  inRollback(async (server) => {
    const { layers } = await answersOf("hongqi");
    const { geometry, id: buildingId } = layers.buildings.features[0]!;
    if (geometry.type !== "Polygon") throw new Error("not a polygon");
    const fact = WORK_FACTS.indexOf("openHazards");
    const openThere = async () => {
      const ground = PlanningGroundAnswer.parse(await read(server, `${HERE}/planning-ground`));
      return ground.buildings.find(({ id }) => id === buildingId)!.facts[fact]!;
    };
    const before = await openThere();
    const location = { type: "Point", coordinates: geometry.coordinates[0]![0] };
    const hazard = { id: uuidv4(), category: "road", buildingId, location };
    await answered(await server.as("hongqi.worker1").post(`${HERE}/hazards`, hazard), 201);
    expect(await openThere()).toBe(before + 1);
  }),
);

test(
  "contacts of whole compounds fill their buildings' posts, and leaves are those of the day asked for",
  inRollback(async ({ as }) => {
    const [planner, secretary] = [as(PLANNER), as("hongqi.secretary")];
    const { buildings, today } = PlanningGroundAnswer.parse(
      await answered(await planner.get(`${HERE}/planning-ground`), 200),
    );
    const inside = buildings.find(({ compoundId }) => compoundId !== null)!;
    const { id } = await newDraft(planner);
    const post = { role: "party-contact", placeType: "building", placeId: inside.id };
    await change(planner, id, { version: 1, posts: [[post, []]] });
    const vacant = async () => {
      const response = await planner.get(`${HERE}/plans/${id}/handover`);
      const { vacant } = HandOver.parse(await answered(response, 200));
      return vacant.filter(({ role }) => role === "party-contact");
    };
    expect(await vacant()).toMatchObject([post]);
    const people = async (query = "") =>
      z
        .array(PlanPerson)
        .parse(await answered(await planner.get(`${HERE}/plan-people${query}`), 200));
    const [first] = (await people()).filter(({ posts }) => posts.length === 0);
    const place = { role: "party-contact", placeType: "compound", placeId: inside.compoundId };
    const duty = { ...place, personId: first!.id, startsOn: today, endsOn: null };
    const { id: dutyId } = await answered<{ id: string }>(
      await secretary.post(`${HERE}/duties`, duty),
      201,
    );
    const day = Temporal.PlainDate.from(today).add({ days: 5 }).toString();
    const leave = { dutyId, startsOn: day, endsOn: day, standInId: null };
    await answered(await secretary.post(`${HERE}/leaves`, leave), 201);
    const postsOn = async (query?: string) =>
      (await people(query)).find(({ id }) => id === first!.id)!.posts;
    expect(await postsOn()).toMatchObject([{ ...place, isOnLeave: false }]);
    expect(await postsOn(`?on=${day}`)).toMatchObject([
      { ...place, isOnLeave: true, onLeaveUntil: day },
    ]);
    expect(await vacant()).toEqual([]);
  }),
);
