import { Temporal } from "temporal-polyfill";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { v4 as uuidv4 } from "uuid";
import { HandOver } from "#data/model/answers/handOvers.ts";
import { PlanPerson } from "#data/model/answers/planPeople.ts";
import { type PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { audit, duties, leaves } from "#data/schema/index.ts";
import { takeEffect } from "#server/plans/takeEffect.ts";
import { type Asker, inRollback, type TestServer } from "../harness.ts";
import { answersOf } from "../answers.ts";
import { makeRound } from "../rounds/rounds.ts";
import { answered, change, HERE, newDraft, newGrid, PLANNER, planOf, refused } from "./planning.ts";

const TODAY = Temporal.Now.plainDateISO("Asia/Shanghai");
const inDays = (days: number) => TODAY.add({ days }).toString();
/** Noon of that day in the samples' communities. */
const noonIn = (days: number) =>
  TODAY.add({ days })
    .toZonedDateTime({ timeZone: "Asia/Shanghai", plainTime: "12:00" })
    .toInstant();

const publish = (asker: Asker, id: string, body: unknown) =>
  asker.post(`${HERE}/plans/${id}/publish`, body);

async function people(asker: Asker): Promise<PlanPerson[]> {
  const answer = await answered<unknown[]>(await asker.get(`${HERE}/plan-people`), 200);
  return answer.map((person) => PlanPerson.parse(person));
}

async function handOver(asker: Asker, id: string, on: string): Promise<HandOver> {
  const response = await asker.get(`${HERE}/plans/${id}/handover?on=${on}`);
  return HandOver.parse(await answered(response, 200));
}

/** The first of the persons who work a grid, and that grid's post. */
function workerOf(persons: PlanPerson[], gridId: string): PlanPerson {
  return persons.find(({ posts }) => posts.some(({ placeId }) => placeId === gridId))!;
}

/** A hazard at one of the units, as a hand-over has it. */
async function reportAt(asker: Asker, units: readonly { id: string }[]) {
  const { layers } = await answersOf("hongqi");
  const ids = new Set(units.map((unit) => unit.id));
  const building = layers.buildings.features.find(({ properties }) =>
    ids.has(String(properties["id"])),
  );
  if (building?.geometry.type !== "Polygon") throw new Error("no building to report at");
  const [corner] = building.geometry.coordinates[0]!;
  const hazard = { id: uuidv4(), category: "road" };
  const location = { type: "Point", coordinates: corner };
  const body = {
    ...hazard,
    buildingId: String(building.properties["id"]),
    note: "路面塌陷\n很深",
    location,
  };
  await answered(await asker.post(`${HERE}/hazards`, body), 201);
  return { ...hazard, name: "路面塌陷" };
}

const unitsIn = (plan: PlanDetail, gridId: string) =>
  plan.units.filter(({ microGridId }) =>
    plan.microGrids.some((one) => one.id === microGridId && one.gridId === gridId),
  );

/**
 * A draft in which the second grid is dissolved into a new one: the first grid's worker takes it in
 * addition to their own, and a micro-grid of it is led by nobody.
 */
async function dissolving(server: TestServer) {
  const planner = server.as(PLANNER);
  const { id } = await newDraft(planner);
  const plan = await planOf(planner, id);
  const [kept, gone] = plan.grids;
  const persons = await people(planner);
  const [stays, leaves] = [workerOf(persons, kept!.id), workerOf(persons, gone!.id)];
  const { gridId, microGridId, ...made } = newGrid("第九网格");
  const moved = unitsIn(plan, gone!.id);
  const goneMicroGrids = plan.microGrids.filter((one) => one.gridId === gone!.id);
  await change(planner, id, {
    version: 1,
    grids: [...made.grids, [gone!.id, null]],
    microGrids: [...made.microGrids, ...goneMicroGrids.map((one) => [one.id, null])],
    put: moved.map((unit) => [unit.id, microGridId]),
    posts: [
      [{ role: "grid-worker", placeType: "grid", placeId: gridId }, [stays.id]],
      [{ role: "micro-grid-leader", placeType: "micro-grid", placeId: microGridId }, []],
    ],
  });
  return { planner, id, kept: kept!, gone: gone!, stays, leaves, gridId, microGridId, moved };
}

test(
  "publishing is refused for a day gone by, and for what is uncovered until somebody states why",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner);
    const { units } = await planOf(planner, id);
    const taken = units.find(({ microGridId }) => microGridId !== null)!;
    await change(planner, id, { version: 1, put: [[taken.id, null]] });
    expect(await refused(await publish(planner, id, { effectiveFrom: inDays(-1) }), 422)).toEqual({
      ...{ kind: "plan-in-the-past", effectiveFrom: inDays(-1), today: TODAY.toString() },
    });
    const stale = { effectiveFrom: inDays(3), version: 1, reason: "急" };
    expect(await refused(await publish(planner, id, stale), 409)).toMatchObject({
      kind: "stale-version",
    });
    const refusal = await refused(await publish(planner, id, { effectiveFrom: inDays(3) }), 422);
    expect(refusal).toMatchObject({ kind: "plan-not-whole", doubled: [] });
    expect((refusal as unknown as HandOver).uncovered.map((unit) => unit.id)).toContain(taken.id);
    expect((await handOver(planner, id, inDays(3))).uncovered).toEqual(
      (refusal as unknown as HandOver).uncovered,
    );
    const reason = "拆迁，无人居住";
    const published = PlanSummary.parse(
      await answered(await publish(planner, id, { effectiveFrom: inDays(3), reason }), 200),
    );
    expect(published).toMatchObject({
      ...{ status: "scheduled", effectiveFrom: inDays(3), publishedReason: reason },
      publishedBy: expect.any(String) as string,
    });
    // A plan to come is everybody's to read and nobody's to change, until it is taken back.
    expect((await planOf(as("hongqi.worker1"), id)).status).toBe("scheduled");
    const edit = { version: published.version, name: "改" };
    expect(
      await refused(await planner.post(`${HERE}/plans/${id}/changes`, edit), 409),
    ).toMatchObject({ kind: "plan-not-a-draft", status: "scheduled" });
    const withdrawn = await planner.post(`${HERE}/plans/${id}/withdraw`, undefined);
    expect(PlanSummary.parse(await answered(withdrawn, 200))).toMatchObject({
      ...{ status: "draft", effectiveFrom: null, publishedBy: null },
    });
    expect(
      await refused(await planner.post(`${HERE}/plans/${id}/withdraw`, undefined), 409),
    ).toMatchObject({ kind: "plan-not-scheduled" });
    await refused(await publish(as("hongqi.worker1"), id, stale), 403);
  }),
);

test(
  "the hand-over names what really changes hands, and on its day the plan is in force by itself",
  inRollback(async (server) => {
    const { as, ctx } = server;
    const {
      planner,
      id,
      kept,
      gone,
      stays,
      leaves: leaver,
      gridId,
      microGridId,
      moved,
    } = await dissolving(server);
    const day = inDays(10);
    const hazard = await reportAt(server.as("hongqi.worker1"), moved);
    const buildingId = moved[0]!.buildingId;
    const choice = { type: "buildings" as const, buildingIds: [buildingId] };
    const round = await makeRound(server.as("hongqi.secretary"), { endsOn: day }, choice);
    const given = await handOver(planner, id, day);
    const transfers = given.transfers.filter(({ role }) => role === "grid-worker");
    expect(transfers).toHaveLength(1);
    const [transfer] = transfers;
    expect(transfer).toMatchObject({
      ...{ from: { id: leaver.id }, to: { id: stays.id } },
      ...{ fromPlace: { id: gone.id }, toPlace: { id: gridId, name: "第九网格" } },
    });
    expect(transfer!.units.map((unit) => unit.id).sort()).toEqual(
      moved.map((unit) => unit.id).sort(),
    );
    const handed = transfer!.openHazards.find((open) => open.id === hazard.id);
    expect(handed).toEqual({ ...hazard, dueAt: expect.any(String) as string });
    const dueIn = ({ dueTargets }: HandOver["transfers"][number]) =>
      dueTargets.filter(({ roundId }) => roundId === round.id);
    const target = { roundName: round.name, type: "building", buildingId, endsOn: day };
    expect(dueIn(transfer!)).toMatchObject([{ ...target, state: "due" }]);
    const later = await handOver(planner, id, inDays(11));
    const [worker] = later.transfers.filter(({ role }) => role === "grid-worker");
    expect(dueIn(worker!)).toMatchObject([{ ...target, state: "late" }]);
    const vacant = { role: "micro-grid-leader", placeType: "micro-grid", placeId: microGridId };
    expect(given.vacant).toContainEqual({ ...vacant, placeName: "第九网格 1" });

    const isHere = (placeId: string) => eq(duties.placeId, placeId);
    const [former] = await ctx.db.select().from(duties).where(isHere(gone.id));
    const leave = { communityId: former!.communityId, id: uuidv4(), dutyId: former!.id };
    await ctx.db.insert(leaves).values({ ...leave, startsOn: inDays(5), endsOn: inDays(20) });
    const own = await ctx.db.select().from(duties).where(isHere(kept.id));
    await answered(await publish(planner, id, { effectiveFrom: day, reason: "试" }), 200);

    expect(await takeEffect(ctx, noonIn(9))).toBe(0);
    expect(await takeEffect(ctx, noonIn(11))).toBe(1);
    expect(await takeEffect(ctx, noonIn(11))).toBe(0);
    const plans = await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200);
    expect(plans.map(({ status, effectiveUntil }) => [status, effectiveUntil])).toEqual([
      ["in-force", null],
      ["superseded", inDays(9)],
    ]);
    expect((await planOf(planner, plans[1]!.id)).grids.map((grid) => grid.id)).toContain(gone.id);
    const onMap = await as("hongqi.secretary").get(`${HERE}/layers/grids`);
    const { features } = await answered<{ features: { id: string }[] }>(onMap, 200);
    expect(features.map((grid) => grid.id)).toContain(gridId);

    const [ended] = await ctx.db.select().from(duties).where(isHere(gone.id));
    expect(ended).toMatchObject({ id: former!.id, endsOn: inDays(9) });
    const [shortened] = await ctx.db.select().from(leaves).where(eq(leaves.id, leave.id));
    expect(shortened).toMatchObject({ endsOn: inDays(9) });
    const [begun] = await ctx.db.select().from(duties).where(isHere(gridId));
    expect(begun).toMatchObject({ personId: stays.id, startsOn: day, endsOn: null });
    const [post] = await ctx.db.select().from(duties).where(isHere(microGridId));
    expect(post).toMatchObject({ role: "micro-grid-leader", personId: null });
    expect(await ctx.db.select().from(duties).where(isHere(kept.id))).toEqual(own);
    const done = and(eq(audit.subjectId, id), eq(audit.action, "plan.take-effect"));
    expect(await ctx.db.select().from(audit).where(done)).toMatchObject([
      { actorId: null, to: { effectiveFrom: day } },
    ]);
  }),
);

test(
  "a plan published for today is in force at once, and its locks are gone",
  inRollback(async (server) => {
    const { planner, id, kept } = await dissolving(server);
    const { id: gridId, ...grid } = kept;
    await change(planner, id, { version: 2, grids: [[gridId, { ...grid, isLocked: true }]] });
    const today = { effectiveFrom: TODAY.toString(), reason: "今天" };
    expect(await answered(await publish(planner, id, today), 200)).toMatchObject({
      status: "in-force",
    });
    const plan = await planOf(planner, id);
    expect(plan.grids.some(({ isLocked }) => isLocked)).toBe(false);
    // From the plan in force a new draft has no posts of its own: they are duties by now.
    const next = await planOf(planner, (await newDraft(planner)).id);
    expect(next.posts).toEqual([]);
    expect(next.grids).toEqual(plan.grids);
  }),
);

test(
  "a person's capacity and the weights of the load are set by those who plan",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const [first] = await people(planner);
    const address = `${HERE}/capacities/${first!.id}`;
    const capacity = { role: "grid-worker", load: 350 };
    await answered(await planner.send("PUT", address, capacity), 200);
    expect((await people(planner))[0]!.capacities).toEqual([capacity]);
    await answered(await planner.send("PUT", address, { ...capacity, load: null }), 200);
    expect((await people(planner))[0]!.capacities).toEqual([]);
    const elsewhere = await as("xinyuan.planner").get("/api/communities/xinyuan/plan-people");
    const [stranger] = await answered<PlanPerson[]>(elsewhere, 200);
    await refused(await planner.send("PUT", `${HERE}/capacities/${stranger!.id}`, capacity), 404);

    const ground = await answered<{ settings: { loadWeights: Record<string, number> } }>(
      await planner.get(`${HERE}/planning-ground`),
      200,
    );
    const weights = { ...ground.settings.loadWeights, household: 3 };
    const [inForce] = await answered<PlanSummary[]>(await planner.get(`${HERE}/plans`), 200);
    const before = await planOf(planner, inForce!.id);
    await answered(await planner.send("PUT", `${HERE}/load-weights`, weights), 200);
    const after = await planOf(planner, inForce!.id);
    expect(after.totals.load).toBeGreaterThan(before.totals.load * 1.5);
    await refused(await planner.send("PUT", `${HERE}/load-weights`, { household: 1 }), 400);
  }),
);
