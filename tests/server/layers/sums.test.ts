import { expect, test } from "vitest";
import { SAMPLE_SLUGS } from "#data/samples/index.ts";
import { type LayerAnswer, answersOf } from "../answers.ts";
import { areaOf } from "./planar.ts";

const sumOf = (layer: LayerAnswer, property: string) =>
  layer.features.reduce((sum, { properties }) => sum + (properties[property] as number), 0);

test.each(SAMPLE_SLUGS)("households and party members of %s add up in all layers", async (slug) => {
  const { layers, coverage } = await answersOf(slug);
  const { totals } = coverage;
  expect(sumOf(layers.buildings, "households")).toBe(totals.households);
  expect(sumOf(layers.buildings, "partyMembers")).toBe(totals.partyMembers);
  expect(sumOf(layers.cells, "households")).toBe(totals.households);
  expect(sumOf(layers["party-households"], "partyMembers")).toBe(totals.partyMembers);
  const unassigned = layers.cells.features
    .filter(({ properties }) => properties.gridId === null)
    .reduce((sum, { properties }) => sum + (properties.households as number), 0);
  expect(sumOf(layers.grids, "households")).toBe(totals.households - unassigned);
  expect(sumOf(layers["micro-grids"], "households")).toBe(totals.households - unassigned);
});

test.each(SAMPLE_SLUGS)("each layer of %s has as many features as are counted", async (slug) => {
  const { layers, coverage } = await answersOf(slug);
  const { totals } = coverage;
  expect(layers.boundary.features).toHaveLength(1);
  expect(layers.buildings.features).toHaveLength(totals.buildings);
  expect(layers.cells.features).toHaveLength(totals.units);
  expect(layers["party-households"].features).toHaveLength(totals.partyHouseholds);
  const centres = layers["party-households"].features.filter(
    ({ properties }) => properties.standing === "centre",
  );
  expect(centres).toHaveLength(totals.partyCentreHouseholds);
  expect(layers.grids.features).toHaveLength(totals.grids - totals.byKind["grid-empty"]);
  expect(layers["micro-grids"].features).toHaveLength(
    totals.microGrids - totals.byKind["micro-grid-empty"],
  );
});

test.each(SAMPLE_SLUGS)("the map of %s shows as uncovered what coverage counts", async (slug) => {
  const { layers, coverage } = await answersOf(slug);
  const shown = (state: string) =>
    layers.cells.features.filter(({ properties }) => properties.coverage === state).length;
  expect(shown("uncovered")).toBe(coverage.totals.uncovered);
  expect(shown("doubled")).toBe(coverage.totals.doubled);
});

test.each(SAMPLE_SLUGS)("cells of %s share out its ground without a rest", async (slug) => {
  const { layers, coverage } = await answersOf(slug);
  // A building outside has its own footprint as ground, which is no part of the community's.
  const outside = new Set(
    coverage.findings
      .filter(({ kind }) => kind === "building-outside-boundary")
      .map(({ subject }) => subject.id),
  );
  const cells = layers.cells.features.filter(
    ({ properties }) => !outside.has(properties.buildingId as string),
  );
  const total = cells.reduce((sum, { geometry }) => sum + areaOf(geometry), 0);
  const ground = areaOf(layers.boundary.features[0]!.geometry);
  // Each corner moves by half of 1e-7 degree; a community is some 1e-2 across.
  expect(Math.abs(total / ground - 1)).toBeLessThan(1e-5);
});

test.each(SAMPLE_SLUGS)(
  "micro-grids and grids of %s cover the cells assigned to them",
  async (slug) => {
    const { layers } = await answersOf(slug);
    for (const [layer, property] of [
      ["grids", "gridId"],
      ["micro-grids", "microGridId"],
    ] as const) {
      for (const { id, geometry } of layers[layer].features) {
        const cells = layers.cells.features
          .filter(({ properties }) => properties[property] === id)
          .reduce((sum, cell) => sum + areaOf(cell.geometry), 0);
        expect(Math.abs(areaOf(geometry) / cells - 1), `${layer} ${id}`).toBeLessThan(1e-3);
      }
    }
  },
);

test.each(SAMPLE_SLUGS)("ids on the map of %s lead to features of other layers", async (slug) => {
  const { layers } = await answersOf(slug);
  const ids = (layer: LayerAnswer) => new Set(layer.features.map(({ id }) => id));
  const [grids, microGrids] = [ids(layers.grids), ids(layers["micro-grids"])];
  const [buildings, compounds] = [ids(layers.buildings), ids(layers.compounds)];
  const lead = (layer: LayerAnswer, property: string, to: Set<string>) => {
    for (const { properties } of layer.features) {
      const id = properties[property];
      if (id !== null) expect(to, `${property} ${String(id)}`).toContain(id);
    }
  };
  lead(layers.buildings, "gridId", grids);
  lead(layers.buildings, "microGridId", microGrids);
  lead(layers.buildings, "compoundId", compounds);
  lead(layers.cells, "buildingId", buildings);
  lead(layers.cells, "gridId", grids);
  lead(layers.cells, "microGridId", microGrids);
  lead(layers["micro-grids"], "gridId", grids);
  lead(layers["party-households"], "buildingId", buildings);
});
