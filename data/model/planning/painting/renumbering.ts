import { numberInName } from "../../proposals/names.ts";
import { chineseNumeral } from "../../proposals/numerals.ts";
import type { PlanChange } from "../change.ts";
import type { FigureGround } from "../figures/ground.ts";
import { gridsOfUnits, type PlanLayout } from "../layout.ts";
import type { GridFacts, MicroGridFacts, PlanState } from "../state.ts";

/**
 * Numbers grids from west to east and, in line, from north to south, dedicated ones after the others,
 * and the micro-grids of each grid likewise. Names keep their words and take the new number. Locked
 * ones are numbered too: a lock is about which units are in it.
 */
export function renumber(state: PlanState, ground: FigureGround, layout: PlanLayout): PlanChange {
  const grids: [string, GridFacts][] = [];
  const microGrids: [string, MicroGridFacts][] = [];
  const numbers = { basic: 0, dedicated: 0 };
  const westernMicroGrids = westToEast(ground, layout.microGridOfUnit, layout.microGridIds.length);
  const western = westToEast(ground, gridsOfUnits(layout), layout.gridIds.length);
  const factsOf = (grid: number) => state.grids.get(layout.gridIds[grid]!)!;
  const order = [
    ...western.filter((grid) => factsOf(grid).kind === "basic"),
    ...western.filter((grid) => factsOf(grid).kind === "dedicated"),
  ];
  order.forEach((grid, place) => {
    const facts = factsOf(grid);
    const number = ++numbers[facts.kind];
    const name = withNumber(facts.name, number);
    grids.push([layout.gridIds[grid]!, { ...facts, name, ordinal: place + 1 }]);
    const own = westernMicroGrids.filter((each) => layout.gridOfMicroGrid[each] === grid);
    own.forEach((each, index) => {
      const id = layout.microGridIds[each]!;
      const microGrid = state.microGrids.get(id)!;
      const ordinal = index + 1;
      const name = withTwoNumbers(microGrid.name, number, ordinal);
      microGrids.push([id, { ...microGrid, name, ordinal }]);
    });
  });
  return { grids, microGrids };
}

/** Groups by the centre of their units; empty ones come last. */
function westToEast({ x, y }: FigureGround, groupOfUnit: Int32Array, groupCount: number): number[] {
  const sums = Array.from({ length: groupCount }, () => ({ x: 0, y: 0, units: 0 }));
  groupOfUnit.forEach((group, unit) => {
    const sum = sums[group];
    if (!sum) return;
    sum.x += x[unit]!;
    sum.y += y[unit]!;
    sum.units++;
  });
  const at = sums.map(({ x, y, units }) =>
    units > 0 ? { x: Math.round(x / units), y: y / units } : { x: Infinity, y: 0 },
  );
  return [...at.keys()].sort((a, b) => {
    const [one, other] = [at[a]!, at[b]!];
    return one.x === other.x ? other.y - one.y || a - b : one.x - other.x;
  });
}

function withNumber(name: string, number: number): string {
  if (numberInName(name) === undefined) return name;
  const match = [...name.matchAll(/\d+|[零一二三四五六七八九十百千]+/g)].at(-1)!;
  const written = /\d/.test(match[0]) ? String(number) : chineseNumeral(number);
  return name.slice(0, match.index) + written + name.slice(match.index + match[0].length);
}

/** 微网格3-2 says its grid as well. */
function withTwoNumbers(name: string, grid: number, ordinal: number): string {
  const isPair = /\d+-\d+/.test(name);
  return isPair ? name.replace(/\d+-\d+/, `${grid}-${ordinal}`) : withNumber(name, ordinal);
}
