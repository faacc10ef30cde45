import fc from "fast-check";
import { expect, test } from "vitest";
import { allotParts } from "#data/model/partition/allot.ts";
import { shareParts } from "#data/model/partition/barriersTargets.ts";

/** Components of so many ideals of 100 each, ± 5 % allowed. */
function share(ideals: readonly number[]) {
  const loads = Float64Array.from(ideals, (load) => 100 * load);
  const total = loads.reduce((sum, load) => sum + load, 0);
  const parts = Math.max(ideals.length, Math.round(total / 100));
  const ideal = total / parts;
  const limits = { min: 0.95 * ideal, max: 1.05 * ideal, ideal };
  const unitCounts = Uint32Array.from(loads, (load) => Math.ceil(load));
  return { ...shareParts(loads, unitCounts, parts, limits), loads, unitCounts, parts, limits };
}

const isOutside = (load: number, { min, max }: { min: number; max: number }) =>
  load < min - 1e-9 || load > max + 1e-9;

test("where the parts of a component cannot all keep the limits, most of them still do", () => {
  const { allotted, targets, limits } = share([6.4, 5.6]);
  expect([...allotted]).toEqual([6, 6]);
  expect([...targets].filter((target) => isOutside(target, limits)).length).toBe(4);
});

test("one component is shared evenly", () => {
  expect([...share([4.2]).targets]).toEqual([105, 105, 105, 105]);
});

test("every component gets the parts for its load, in all as many as there are", () => {
  const ideals = fc.array(fc.double({ min: 0.95, max: 12, noNaN: true }), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(ideals, (given) => {
      const { allotted, targets, loads, parts } = share(given);
      expect(allotted.reduce((sum, own) => sum + own, 0)).toBe(parts);
      let part = 0;
      loads.forEach((load, component) => {
        const own = targets.subarray(part, (part += allotted[component]!));
        expect(own.length).toBeGreaterThan(0);
        expect(own.reduce((sum, target) => sum + target, 0)).toBeCloseTo(load, 6);
      });
    }),
  );
});

test("large components have no more parts outside than with even shares, and none far outside", () => {
  const ideals = fc.array(fc.double({ min: 5, max: 15, noNaN: true }), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(ideals, (given) => {
      const { targets, loads, unitCounts, parts, limits } = share(given);
      const even = allotParts(loads, unitCounts, parts);
      const evenOutside = loads.reduce(
        (sum, load, i) => sum + (isOutside(load / even[i]!, limits) ? even[i]! : 0),
        0,
      );
      const outside = targets.filter((target) => isOutside(target, limits));
      expect(outside.length).toBeLessThanOrEqual(evenOutside);
      for (const target of outside) expect(Math.abs(target / limits.ideal - 1)).toBeLessThan(0.15);
    }),
  );
});
