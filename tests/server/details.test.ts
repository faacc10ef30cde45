import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { BuildingDetail } from "#data/model/answers/buildings.ts";
import type { GridDetail, MicroGridDetail } from "#data/model/answers/grids.ts";
import type { CompoundDetail, PlaceDetail } from "#data/model/answers/places.ts";
import type { Layer } from "#data/model/layers.ts";
import { SAMPLE_SLUGS, type SampleSlug } from "#data/samples/index.ts";
import { entrances, planUnits } from "#data/schema/index.ts";
import { answersOf, read } from "./answers.ts";
import { inRollback, type TestServer } from "./harness.ts";

/** The details of everything on a layer. */
async function readAll<T>(server: TestServer, slug: SampleSlug, layer: Layer): Promise<T[]> {
  const { features } = (await answersOf(slug)).layers[layer];
  const details: T[] = [];
  for (const { id } of features) {
    details.push(await read<T>(server, `/api/communities/${slug}/${layer}/${id}`));
  }
  return details;
}

test.each(SAMPLE_SLUGS)("everything on the map of %s has a story", async (slug) => {
  const { layers, coverage } = await answersOf(slug);
  const { totals } = coverage;
  await inRollback(async (server) => {
    const buildings = await readAll<BuildingDetail>(server, slug, "buildings");
    const homes = buildings.flatMap((building) =>
      building.entrances.flatMap(({ floors }) => floors.flatMap(({ dwellings }) => dwellings)),
    );
    const lived = homes.filter(({ household }) => household !== null);
    expect(lived).toHaveLength(totals.households);
    expect(sum(buildings, ({ households }) => households!)).toBe(totals.households);
    expect(sum(buildings, ({ residents }) => residents!)).toBe(totals.residents);

    const grids = await readAll<GridDetail>(server, slug, "grids");
    const microGrids = await readAll<MicroGridDetail>(server, slug, "micro-grids");
    expect(sum(grids, ({ units }) => units.length)).toBe(totals.units - totals.uncovered);
    expect(sum(microGrids, ({ units }) => units.length)).toBe(totals.units - totals.uncovered);
    expect(sum(grids, ({ microGrids }) => microGrids.length)).toBe(totals.microGrids);
    const unassigned = new Set(
      layers.buildings.features
        .filter(({ properties }) => properties.coverage === "uncovered")
        .map(({ id }) => id),
    );
    const centres = layers["party-households"].features.filter(
      ({ properties: { standing, buildingId } }) =>
        standing === "centre" && !unassigned.has(buildingId as string),
    );
    expect(sum(grids, ({ centreHouseholds }) => centreHouseholds.length)).toBe(centres.length);
    const compounds = await readAll<CompoundDetail>(server, slug, "compounds");
    const inCompounds = layers.buildings.features.filter(
      ({ properties }) => properties.compoundId !== null,
    );
    expect(sum(compounds, ({ buildings }) => buildings.length)).toBe(inCompounds.length);
    await readAll<PlaceDetail>(server, slug, "places");
  })();
});

test(
  "a tower shared between micro-grids shows each entrance's own, floors from the top down",
  inRollback(async (server) => {
    const { layers } = await answersOf("xinyuan");
    const broken = layers.cells.features.find(({ id, properties }) => properties.buildingId !== id);
    const id = broken?.properties.buildingId as string;
    const tower = await read<BuildingDetail>(server, `/api/communities/xinyuan/buildings/${id}`);
    expect(tower.entrances).toHaveLength(3);
    expect(tower.microGrids.length).toBeGreaterThan(1);
    for (const { microGrid, floors } of tower.entrances) {
      expect(tower.microGrids).toContainEqual(microGrid);
      const order = floors.map(({ floor }) => floor);
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    }
    const rows = await server.ctx.db.select({ buildingId: entrances.buildingId }).from(entrances);
    expect(rows.filter(({ buildingId }) => buildingId === id)).toHaveLength(3);
  }),
);

test(
  "bounds are numbers even of what is empty, and go from west to east and south to north",
  inRollback(async (server) => {
    for (const layer of ["grids", "compounds", "places"] as const) {
      for (const { bounds } of await readAll<GridDetail>(server, "nanlou", layer)) {
        const [west, south, east, north] = bounds;
        expect(west).toBeLessThanOrEqual(east);
        expect(south).toBeLessThanOrEqual(north);
      }
    }
  }),
);

test(
  "a grid without units is shown with the whole community about it",
  inRollback(async (server) => {
    const { layers, summary } = await answersOf("hongqi");
    const { id } = layers.grids.features[0]!;
    await server.ctx.db.delete(planUnits).where(eq(planUnits.communityId, summary.id));
    const grid = await read<GridDetail>(server, `/api/communities/hongqi/grids/${id}`);
    expect(grid.units).toEqual([]);
    grid.bounds.forEach((side, index) => expect(side).toBeCloseTo(summary.bounds[index]!, 9));
  }),
);

function sum<T>(things: readonly T[], pick: (thing: T) => number): number {
  return things.reduce((total, thing) => total + pick(thing), 0);
}
