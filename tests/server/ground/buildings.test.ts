import { and, eq } from "drizzle-orm";
import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import type { BuildingGround } from "#data/model/answers/ground.ts";
import { shifted } from "#data/model/ground/movement.ts";
import { audit, entrances, planUnits, plans } from "#data/schema/index.ts";
import { answersOf, read } from "../answers.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { besides, change, findingsOf, HONGQI, lively, refusalOf, XINYUAN } from "./asking.ts";

const idOf = async (slug: "hongqi" | "xinyuan", name: string) =>
  (await answersOf(slug)).layers.buildings.features.find(
    ({ properties }) => properties.name === name,
  )!.id;

async function groundOf(server: TestServer, base: string, name: string): Promise<BuildingGround> {
  const id = await idOf(base === HONGQI ? "hongqi" : "xinyuan", name);
  return read(server, `${base}/buildings/${id}/ground`);
}

const uncovered = async (server: TestServer, base: string) =>
  (await findingsOf(server, base, "unit-uncovered")).map(({ subject }) => subject.name).sort();

test(
  "a building that is renamed and moved keeps its place in the plan, and what is in it goes along",
  inRollback(async (server) => {
    const { id, placeId } = await lively(server);
    const path = `${HONGQI}/buildings/${id}`;
    const building = await read<BuildingGround>(server, `${path}/ground`);
    const before = await uncovered(server, HONGQI);
    const place = await read<{ bounds: number[] }>(server, `${HONGQI}/places/${placeId}`);
    const footprint = shifted(building.footprint, [0.0001, 0]);
    const answer = await change(server, path, {
      ...{ version: building.version, name: "3号楼（南）", footprint },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ name: "3号楼（南）", version: 2 });
    expect(await uncovered(server, HONGQI)).toEqual(before);
    const [row] = await server.ctx.db
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, id), eq(audit.action, "building.change")));
    expect(row?.to).toMatchObject({ name: "3号楼（南）", movedMeters: expect.closeTo(9.5, 0) });
    expect(row?.from).toMatchObject({ name: building.name });
    expect(row?.from).not.toHaveProperty("address");
    const moved = await read<{ bounds: number[] }>(server, `${HONGQI}/places/${placeId}`);
    expect(moved.bounds[0]).toBeCloseTo(place.bounds[0]! + 0.0001, 6);
  }),
);

test(
  "of two who save, the second is shown both; ground that cannot be is refused",
  inRollback(async (server) => {
    const { id, version, footprint } = await groundOf(server, HONGQI, "3号楼");
    const path = `${HONGQI}/buildings/${id}`;
    expect((await change(server, path, { version, storeys: 7 })).status).toBe(200);
    const second = await change(server, path, { version, storeys: 8 });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      parameters: { mine: { storeys: 8 }, theirs: { storeys: 7, version: version + 1 } },
    });
    const far = await change(server, path, { footprint: shifted(footprint, [1, 0]) });
    expect(await far.json()).toMatchObject({ parameters: { flaw: "far-away" } });
    const [a, b, c, d] = (footprint as Polygon).coordinates[0]!;
    const bow = { type: "Polygon", coordinates: [[a, c, b, d, a]] };
    expect(await refusalOf(await change(server, path, { footprint: bow }))).toBe(
      "ground-not-usable",
    );
  }),
);

test(
  "a building moved out of the boundary stays in its micro-grid and is flagged",
  inRollback(async (server) => {
    const { id, footprint } = await groundOf(server, HONGQI, "3号楼");
    await change(server, `${HONGQI}/buildings/${id}`, { footprint: shifted(footprint, [0.02, 0]) });
    const flagged = await findingsOf(server, HONGQI, "building-outside-boundary");
    expect(flagged.map(({ subject }) => subject.id)).toContain(id);
    expect(await uncovered(server, HONGQI)).not.toContain("3号楼");
  }),
);

test(
  "a new building is uncovered, with a micro-grid proposed, and covered in one press, once",
  inRollback(async (server) => {
    const beside = await groundOf(server, HONGQI, "3号楼");
    const id = "00000000-0000-4000-8000-0000000000aa";
    const building = {
      ...{ id, name: "3号楼附楼", kind: "slab", address: null, storeys: 2, hasLift: false },
      ...{ compoundId: null, footprint: besides(beside, 0.0004, 0) },
    };
    expect((await server.post(`${HONGQI}/buildings`, building)).status).toBe(201);
    expect((await server.post(`${HONGQI}/buildings`, building)).status).toBe(200);
    const finding = (await findingsOf(server, HONGQI, "unit-uncovered")).find(
      ({ unitId }) => unitId === id,
    );
    const nearest = finding?.nearest;
    expect(nearest).toBeTruthy();
    const cover = () =>
      server.post(`${HONGQI}/coverage-gaps/${id}/cover`, { microGridId: nearest!.id });
    const [plan] = await server.ctx.db
      .select()
      .from(plans)
      .where(eq(plans.id, (await planOf(server, beside.id))!));
    const covered = await cover();
    expect(await covered.json()).toMatchObject({ microGrid: nearest, version: plan!.version + 1 });
    expect(await uncovered(server, HONGQI)).not.toContain("3号楼附楼");
    expect(await refusalOf(await cover())).toBe("unit-covered");
    const inspector = server.as("hongqi.inspector");
    const refused = await inspector.post(`${HONGQI}/coverage-gaps/${id}/cover`, {
      microGridId: nearest!.id,
    });
    expect(refused.status).toBe(403);
  }),
);

async function planOf(server: TestServer, unitId: string): Promise<string | undefined> {
  const rows = await server.ctx.db.select().from(planUnits).where(eq(planUnits.unitId, unitId));
  return rows[0]?.planId;
}

test(
  "entrances of a broken building may come and go, and the plan keeps all it can",
  inRollback(async (server) => {
    const [row] = await server.ctx.db
      .select({ buildingId: planUnits.buildingId })
      .from(planUnits)
      .innerJoin(entrances, eq(entrances.id, planUnits.unitId))
      .innerJoin(plans, and(eq(plans.id, planUnits.planId), eq(plans.status, "in-force")));
    const path = `${XINYUAN}/buildings/${row!.buildingId}`;
    const building = await read<BuildingGround>(server, `${path}/ground`);
    const before = await uncovered(server, XINYUAN);
    const added = { id: "00000000-0000-4000-8000-0000000000ab", name: "9单元" };
    await change(server, path, { entrances: [...building.entrances, added] });
    const withNew = await findingsOf(server, XINYUAN, "unit-uncovered");
    expect(withNew).toHaveLength(before.length + 1);
    expect(withNew.find(({ unitId }) => unitId === added.id)?.nearest).toBeTruthy();
    const whole = await change(server, path, { entrances: [] });
    expect(whole.status).toBe(200);
    expect(await uncovered(server, XINYUAN)).toEqual(before);
    expect(await planOf(server, building.id)).toBeDefined();
  }),
);
