import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnonymousBundle } from "#data/model/bundle.ts";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import { Coverage } from "#data/model/coverage/findings.ts";
import { FOOTPRINT_PROBLEM_KINDS } from "#data/model/coverage/kinds.ts";
import { ROLES } from "#data/model/duties.ts";
import { findingsOfKind, idsOf, inputOf } from "./asking.ts";
import * as make from "./village.ts";

const building = fc.record({
  households: fc.nat(3),
  isBroken: fc.boolean(),
  microGrids: fc.array(fc.constantFrom("m1", "m2", "m3", "m4", null), { maxLength: 3 }),
});
const post = fc.record({
  role: fc.constantFrom(...ROLES),
  place: fc.constantFrom(
    ["grid", "g1"],
    ["grid", "g2"],
    ["micro-grid", "m2"],
    ["building", "b1"],
    ["compound", "c1"],
    ["community", "village"],
  ) as fc.Arbitrary<["grid", string]>,
  personId: fc.constantFrom("one", "two", null),
  isOnLeave: fc.boolean(),
  standInId: fc.constantFrom("one", "three", null),
});
const anyVillage = fc
  .record({
    buildings: fc.array(building, { maxLength: 6 }),
    posts: fc.array(post, { maxLength: 8 }),
    places: fc.array(fc.constantFrom(null, "2026-01-01", make.TODAY), { maxLength: 3 }),
    hasOutline: fc.boolean(),
    wantsContacts: fc.boolean(),
    outside: fc.subarray(["b1", "b2", "b2-e1"]),
    problems: fc.array(fc.constantFrom(...FOOTPRINT_PROBLEM_KINDS), { maxLength: 3 }),
  })
  .map((facts) => {
    const bundle = make.emptyVillage();
    bundle.community.settings.wantsBuildingContacts = facts.wantsContacts;
    const outline = facts.hasOutline ? make.outlineAround(1, 3) : null;
    bundle.grids.push(make.grid(1, { outline }), make.grid(2));
    for (const number of [1, 2, 3, 4]) {
      bundle.microGrids.push(make.microGrid(number, number <= 2 ? "g1" : "g2"));
    }
    facts.buildings.forEach(({ households, isBroken, microGrids }, index) => {
      const { id } = make.addBuilding(bundle, index + 1, households);
      for (const microGridId of microGrids) make.assign(bundle, id, microGridId);
      if (isBroken) make.assign(bundle, `${id}-e1`, microGrids[0] ?? null);
    });
    facts.posts.forEach(({ role, place: [placeType, placeId], personId, ...leave }, index) => {
      const { id } = make.addDuty(bundle, { id: `p${index}`, role, placeType, placeId, personId });
      if (leave.isOnLeave) make.addLeave(bundle, id, { standInId: leave.standInId });
    });
    make.addPerson(bundle, "three");
    for (const inspectedOn of facts.places) make.addPlace(bundle, { inspectedOn });
    const units = inputOf(bundle).units.map(({ id }) => id);
    return inputOf(bundle, {
      partsOfGrid: new Map([["g1", units.map((id) => [id])]]),
      unitsOutsideBoundary: new Set(facts.outside),
      footprintProblems: facts.problems.map((kind) => ({ footprintId: "b1", kind })),
    });
  });

function subjectsOf(bundle: AnonymousBundle): Set<string> {
  const lists = {
    building: bundle.buildings,
    unit: bundle.entrances,
    grid: bundle.grids,
    "micro-grid": bundle.microGrids,
    place: bundle.places,
    duty: bundle.duties,
  };
  return new Set(
    Object.entries(lists).flatMap(([type, rows]) => rows.map(({ id }) => `${type} ${id}`)),
  );
}

test("uncovered and covered units add up to all units", () => {
  fc.assert(
    fc.property(anyVillage, (input) => {
      const { totals } = coverageOf(input);
      const { planUnits } = input.bundle;
      const covered = input.units.filter(({ id, buildingId }) =>
        planUnits.some((row) => row.microGridId && [id, buildingId].includes(row.unitId)),
      );
      expect(totals.uncovered + covered.length).toBe(totals.units);
      expect(totals.doubled).toBeLessThanOrEqual(covered.length);
    }),
  );
});

test("taking one assignment out of a village in order uncovers exactly that unit", () => {
  const ids = ["b1", "b2", "b3-e1", "b3-e2", "b4"];
  fc.assert(
    fc.property(fc.constantFrom(...ids), (unitId) => {
      const bundle = make.village();
      make.unassign(bundle, "b3");
      for (const id of ["b3-e1", "b3-e2"]) make.assign(bundle, id, "m3");
      const { units } = inputOf(bundle);
      expect(coverageOf(inputOf(bundle)).findings).toEqual([]);
      make.unassign(bundle, unitId);
      const uncovered = findingsOfKind("unit-uncovered", bundle, { units });
      expect(idsOf(uncovered)).toEqual([`unit-uncovered:${unitId}`]);
    }),
  );
});

test("every finding has its own id, a finite position and a subject that exists", () => {
  fc.assert(
    fc.property(anyVillage, (input) => {
      const { findings } = coverageOf(input);
      const subjects = subjectsOf(input.bundle);
      expect(new Set(idsOf(findings)).size).toBe(findings.length);
      for (const { position, subject } of findings) {
        expect(position.every(Number.isFinite)).toBe(true);
        expect(subjects).toContain(`${subject.type} ${subject.id}`);
      }
    }),
  );
});

test("no post is said twice", () => {
  fc.assert(
    fc.property(anyVillage, (input) => {
      const { findings } = coverageOf(input);
      const posts = findings.flatMap((finding) => ("postIds" in finding ? finding.postIds : []));
      const duties = findings.filter(({ subject }) => subject.type === "duty");
      const said = [...posts, ...duties.map(({ subject }) => subject.id)];
      expect(new Set(said).size).toBe(said.length);
    }),
  );
});

test("what coverage answers is what its schema describes", () => {
  fc.assert(
    fc.property(anyVillage, (input) => {
      const coverage = coverageOf(input);
      expect(Coverage.parse(coverage)).toEqual(coverage);
    }),
  );
});

test("the order of rows changes neither the findings nor their order", () => {
  fc.assert(
    fc.property(anyVillage, (input) => {
      const { bundle } = input;
      const turned = inputOf(
        {
          ...bundle,
          grids: bundle.grids.toReversed(),
          microGrids: bundle.microGrids.toReversed(),
          planUnits: bundle.planUnits.toReversed(),
          places: bundle.places.toReversed(),
          leaves: bundle.leaves.toReversed(),
        },
        {
          partsOfGrid: input.partsOfGrid,
          unitsOutsideBoundary: input.unitsOutsideBoundary,
          footprintProblems: input.footprintProblems,
        },
      );
      expect(coverageOf(turned)).toEqual(coverageOf(input));
    }),
  );
});
