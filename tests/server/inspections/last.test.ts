import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { LastInspections } from "#data/model/answers/inspections.ts";
import { inRollback } from "../harness.ts";
import { given } from "../people/people.ts";
import { BASE, makeRound, TODAY } from "../rounds/rounds.ts";

const LAST = `${BASE}/last-inspections`;

test(
  "a building shows the day it was last inspected, and so do its micro-grid and grid; of homes nothing is told",
  inRollback(async ({ as, ctx }) => {
    const secretary = as("hongqi.secretary");
    const resident = await ctx.residents.of(ctx, "hongqi");
    const last = () => given<LastInspections>(secretary.get(LAST));
    const before = await last();
    const idle = resident.units.find(
      ({ id, buildingId }) =>
        before.buildings[buildingId] === undefined && resident.microGridOf.has(id),
    );
    const buildingId = idle!.buildingId;
    // Wanted by a round it is to be inspected; a home in a round says nothing of its building.
    await makeRound(secretary, {}, { type: "buildings", buildingIds: [buildingId] });
    await makeRound(secretary, {}, { type: "households", tags: ["elderly-alone"] });
    const wanted = await last();
    expect(wanted.buildings).toEqual({ ...before.buildings, [buildingId]: null });
    // Outside of any round as well.
    const inspection = { id: uuidv7(), isAllWell: true, buildingId };
    expect((await secretary.post(`${BASE}/inspections`, inspection)).status).toBe(201);
    const after = await last();
    expect(after.buildings[buildingId]).toBe(TODAY);
    expect(after["micro-grids"][resident.microGridOf.get(idle!.id)!]).toBe(TODAY);
    expect(after.grids[resident.gridOfUnit(idle!.id)!]).toBe(TODAY);
  }),
);
