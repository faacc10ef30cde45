import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { BuildingUses } from "#data/model/answers/ground.ts";
import { audit, duties, places, plans, planUnits } from "#data/schema/index.ts";
import { inRollback } from "../harness.ts";
import { findingsOf, HONGQI, lively, refusalOf } from "./asking.ts";

test(
  "a building is deleted with what hangs on it; former plans and the audit remember it",
  inRollback(async (server) => {
    const { id } = await lively(server);
    const path = `${HONGQI}/buildings/${id}`;
    const secretary = server.as("hongqi.secretary");
    const { db } = server.ctx;
    const uses = (await (await secretary.get(`${path}/uses`)).json()) as BuildingUses;
    expect(uses).toMatchObject({ missing: null, plans: [{ status: "in-force" }] });
    expect(uses.dwellings).toBeGreaterThan(0);
    expect(uses.households).toBeGreaterThan(0);
    expect(uses.places.length).toBeGreaterThan(0);
    const [unit] = await db.select().from(planUnits).where(eq(planUnits.unitId, id));
    const [plan] = await db.select().from(plans).where(eq(plans.id, unit!.planId));
    const former = { ...plan!, id: crypto.randomUUID(), status: "superseded" as const };
    await db.insert(plans).values(former);
    await db.insert(planUnits).values({ ...unit!, planId: former.id, microGridId: null });
    const uncoveredBefore = await findingsOf(server, HONGQI, "unit-uncovered");
    const removed = await secretary.send("DELETE", path, { reason: "拆除" });
    expect(await removed.json()).toMatchObject({ plans: 1, places: uses.places.length });
    expect((await secretary.get(path)).status).toBe(404);
    expect(await findingsOf(server, HONGQI, "unit-uncovered")).toHaveLength(uncoveredBefore.length);
    const left = await db.select().from(planUnits).where(eq(planUnits.unitId, id));
    expect(left.map(({ planId }) => planId)).toEqual([former.id]);
    const [raised] = await db.select().from(plans).where(eq(plans.id, plan!.id));
    expect(raised!.version).toBe(plan!.version + 1);
    const [place] = await db.select().from(places).where(eq(places.id, uses.places[0]!.id));
    expect(place!.buildingId).toBeNull();
    const held = await db.select().from(duties).where(eq(duties.placeId, id));
    const yesterday = new Date(Date.now() - 12 * 3600_000).toISOString().slice(0, 10);
    for (const { endsOn } of held) expect(endsOn! <= yesterday).toBe(true);
    const [row] = await db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, id), eq(audit.action, "building.remove")));
    expect(row).toMatchObject({ reason: "拆除", from: { name: uses.name } });
  }),
);

test(
  "who may not touch homes or people is told what it takes, and deletes nothing",
  inRollback(async (server) => {
    const path = `${HONGQI}/buildings/${(await lively(server)).id}`;
    const planner = server.as("hongqi.planner");
    const uses = await planner.get(`${path}/uses`);
    expect(await uses.json()).toMatchObject({ missing: "edit-households" });
    const refused = await planner.send("DELETE", path, { reason: "拆除" });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ parameters: { action: "edit-households" } });
    expect((await server.as("hongqi.worker1").get(`${path}/uses`)).status).toBe(403);
    expect((await server.get(path)).status).toBe(200);
  }),
);

test(
  "a building that was changed meanwhile is not deleted",
  inRollback(async (server) => {
    const path = `${HONGQI}/buildings/${(await lively(server)).id}`;
    await server.send("PATCH", path, { storeys: 9 });
    const stale = await server
      .as("hongqi.secretary")
      .send("DELETE", path, { version: 1, reason: "拆除" });
    expect(await refusalOf(stale)).toBe("stale-version");
  }),
);
