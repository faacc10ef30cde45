import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { WORK_LIST_NAMES } from "#data/model/hazards/workLists.ts";
import { hazards, hazardSteps } from "#data/schema/index.ts";
import { type LayerAnswer, layerPath } from "../answers.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { given } from "../people/people.ts";
import { HAZARDS, moved, personOf, reported, somewhere } from "./hazards.ts";

const HOUR_MS = 3_600_000;

/** Moves a hazard's whole life back in time, as if it had been reported then. */
async function backdate({ ctx }: TestServer, id: string, hours: number): Promise<void> {
  const back = (moment: Date | null) => moment && new Date(moment.getTime() - hours * HOUR_MS);
  const [row] = await ctx.db.select().from(hazards).where(eq(hazards.id, id));
  const { reportedAt, clockStartsAt, dueAt } = row!;
  const times = { reportedAt: back(reportedAt)!, clockStartsAt: back(clockStartsAt)! };
  await ctx.db
    .update(hazards)
    .set({ ...times, dueAt: back(dueAt) })
    .where(eq(hazards.id, id));
  const steps = await ctx.db.select().from(hazardSteps).where(eq(hazardSteps.hazardId, id));
  for (const step of steps) {
    const set = { at: back(step.at)!, dueAt: back(step.dueAt) };
    await ctx.db.update(hazardSteps).set(set).where(eq(hazardSteps.id, step.id));
  }
}

const listed = (server: TestServer, query: string, username = "hongqi.secretary") =>
  given<HazardSummary[]>(server.as(username).get(`${HAZARDS}?${query}`));
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
/** Without the samples' own. */
const among = <T extends { id: string }>(own: { id: string }[], rows: T[]) =>
  rows.filter(({ id }) => idsOf(own).includes(id));

test(
  "every filter gives its own, and what is late is so by the clock",
  inRollback(async (server) => {
    const [inspector, secretary] = [server.as("hongqi.inspector"), server.as("hongqi.secretary")];
    const [longitude, latitude] = await somewhere();
    const late = await reported(inspector);
    const soon = await reported(inspector, { category: "fire", level: "serious" });
    const away = { location: { type: "Point", coordinates: [longitude + 0.01, latitude] } };
    const far = await reported(inspector, { ...away, category: "road" });
    const rejected = await reported(server.as("hongqi.keeper1"));
    await moved(inspector, rejected, "reject", { note: "没有" });
    await backdate(server, late.id, 30);
    await backdate(server, soon.id, 20);
    const assigneeId = await personOf(server, "hongqi.worker1");
    await moved(inspector, late, "assign", { assigneeId });

    const own = [late, soon, far, rejected];
    const sameOf = async (query: string, wanted: { id: string }[], username?: string) =>
      expect(idsOf(among(own, await listed(server, query, username))), query).toEqual(
        idsOf(wanted),
      );
    await sameOf("", [late, soon, far]);
    await sameOf("overdue=true", [late]);
    await sameOf("overdue=false", [soon, far]);
    await sameOf("category=road,fire", [soon, far]);
    await sameOf("level=serious", [soon]);
    await sameOf("status=rejected", [rejected]);
    await sameOf("status=assigned,rejected&category=exit", [late, rejected]);
    await sameOf("mine=true", [late], "hongqi.worker1");
    await sameOf("mine=true", [], "hongqi.leader1");
    await sameOf(`grid=${late.grid!.id}`, [late, soon]);
    await sameOf(`building=${late.building!.id}`, [late, soon]);
    await sameOf(`near=${longitude},${latitude},100&category=exit`, [late]);
    await sameOf(`near=${longitude + 0.01},${latitude},2000`, [far, late, soon]);
    await sameOf(`to=${new Date(Date.now() - 25 * HOUR_MS).toISOString()}`, [late]);
    expect(among(own, await listed(server, "status=all"))).toHaveLength(4);

    await secretary.send("PUT", `${HAZARDS}/${far.id}/star`);
    await sameOf("starred=true", [far]);
    await sameOf("starred=true", [], "hongqi.inspector");
    await secretary.send("DELETE", `${HAZARDS}/${far.id}/star`);
    await sameOf("starred=true", []);

    expect(WORK_LIST_NAMES).toEqual(["unassigned", "dueSoon", "overdue", "returned"]);
    await sameOf("list=unassigned", [soon, far]);
    await sameOf("list=dueSoon", [soon]);
    await sameOf("list=overdue", [late]);
    await sameOf("list=returned", []);
  }),
);

test(
  "how it looked at a past moment is what its steps until then made of it",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const hazard = await reported(inspector);
    await backdate(server, hazard.id, 50);
    const assigneeId = await personOf(server, "hongqi.worker1");
    await moved(inspector, hazard, "assign", { assigneeId });
    const at = (hours: number) => `at=${new Date(Date.now() - hours * HOUR_MS).toISOString()}`;
    const then = async (query: string) => among([hazard], await listed(server, query));
    expect(await then(at(60))).toEqual([]);
    expect(await then(at(49))).toMatchObject([
      { id: hazard.id, status: "confirmed", assignee: null, isOverdue: false },
    ]);
    expect(await then(at(10))).toMatchObject([{ status: "confirmed", isOverdue: true }]);
    expect(await then("at=2099-01-01")).toMatchObject([
      { status: "assigned", assignee: { id: assigneeId } },
    ]);
  }),
);

test(
  "a pin is on everybody's map with the change of its layer alone, and leaves it when it is closed",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const changes: Record<string, number>[] = [];
    server.ctx.changes.subscribe(({ revisions }) => changes.push(revisions));
    const path = layerPath("hongqi", "hazards");
    const pins = async () =>
      (await given<LayerAnswer>(server.as("hongqi.leader1").get(path))).features;
    const before = (await pins()).length;
    const resident = await server.ctx.residents.of(server.ctx, "hongqi");
    const hazard = await reported(server.as("hongqi.keeper1"), { level: "serious" });
    expect(changes.map((revisions) => Object.keys(revisions))).toEqual([["hazards"]]);
    expect(await server.ctx.residents.of(server.ctx, "hongqi")).toBe(resident);
    const pin = (await pins()).find(({ id }) => id === hazard.id);
    const { category, level, status, dueAt } = hazard;
    expect(pin).toMatchObject({
      geometry: { type: "Point" },
      properties: { ...{ id: hazard.id, category, level, status, dueAt }, isOverdue: false },
    });
    await backdate(server, hazard.id, 30);
    await moved(inspector, hazard, "confirm");
    const late = (await pins()).find(({ id }) => id === hazard.id);
    expect(late!.properties).toMatchObject({ status: "confirmed", isOverdue: true });
    const other = await reported(server.as("hongqi.keeper1"));
    expect(await pins()).toHaveLength(before + 2);
    await moved(inspector, other, "reject", { note: "没有" });
    expect(await pins()).toHaveLength(before + 1);
  }),
);
