import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { figuresOf } from "#data/model/planning/figures/figures.ts";
import { layoutOf } from "#data/model/planning/layout.ts";
import type { Paint } from "#data/model/planning/painting/paintUnits.ts";
import { planMapOf } from "#data/model/planning/planMap.ts";
import { PlanBoard } from "#web/state/planBoard.svelte.ts";
import { PlanDraft } from "#web/state/planDraft.svelte.ts";

const COLUMNS = 6;
const HOUSES = Array.from({ length: 24 }, (_, place) => `b${place}`);
const GRIDS = ["g0", "g1"];
const MICRO_GRIDS = ["m0", "m1", "m2", "m3"];
const facts = (ordinal: number) => ({ isLocked: false, ordinal });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal("localStorage", { getItem: () => null, setItem() {}, removeItem() {} });
  vi.stubGlobal("fetch", async (input: RequestInfo | URL) =>
    Response.json(String(input).endsWith("/planning-ground") ? ground() : detail()),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Rows of houses 20 m apart, with more households to the north. */
function ground() {
  const [west, south, step] = [116.4, 39.9, 20 / 85_000];
  const box = (x: number, y: number, width: number, height: number) => {
    const [left, bottom] = [west + x * step, south + y * step];
    const [right, top] = [left + width * step, bottom + height * step];
    return [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]; // prettier-ignore
  };
  const buildings = HOUSES.map((id, place) => {
    const [x, y] = [place % COLUMNS, Math.floor(place / COLUMNS)];
    const footprint = { type: "Polygon", coordinates: [box(x + 0.3, y + 0.3, 0.4, 0.4)] };
    const counts = [6, 10 + y, 0, 0, 0, 0, 0, 0, 1];
    return { id, name: id, compoundId: `c${x % 2}`, footprint, facts: counts, entrances: [] };
  });
  return {
    boundary: { type: "MultiPolygon", coordinates: [[box(0, 0, COLUMNS, 4)]] },
    ...{ buildings, barriers: [], compounds: [{ id: "c0" }, { id: "c1" }] },
    partyGroups: [{ id: "p", name: "p", buildingIds: ["b0", "b23"] }],
    ...{ settings: DEFAULT_SETTINGS, today: "2026-11-22" },
  };
}

function detail() {
  return {
    ...{ id: "plan", name: "草案", note: "", status: "draft", version: 1, posts: [] },
    grids: GRIDS.map((id, grid) => {
      return { id, name: id, code: null, kind: "basic", outline: null, ...facts(grid + 1) };
    }),
    microGrids: MICRO_GRIDS.map((id, each) => {
      return { id, gridId: GRIDS[each % 2]!, name: id, ...facts(each + 1) };
    }),
    units: HOUSES.map((id, place) => {
      const microGridId = MICRO_GRIDS[Math.floor(place / COLUMNS)]!;
      return { id, buildingId: id, entranceId: null, microGridId, load: 1 };
    }),
  } as unknown as PlanDetail;
}

const anyUnits = fc.array(fc.nat(HOUSES.length - 1), { maxLength: 8 });
const anyPaint: fc.Arbitrary<Paint> = fc.oneof(
  fc.constant<Paint>({ kind: "erase" }),
  fc.nat(3).map((microGrid): Paint => ({ kind: "micro-grid", microGrid })),
  fc
    .tuple(fc.nat(1), fc.constantFrom("units" as const, "micro-grids" as const))
    .map(([grid, takes]): Paint => ({ kind: "grid", grid, takes, spareId: "spare" })),
);
const anyDeed = fc.oneof(
  fc.tuple(anyPaint, fc.array(anyUnits, { maxLength: 4 }), fc.boolean(), fc.boolean()),
  fc.constantFrom("undo" as const, "redo" as const),
);

test("whatever is painted, given up and taken back, the figures are those of the plan", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { maxLength: 8 }), async (deeds) => {
      const draft = await PlanDraft.open("hongqi", "plan");
      const map = planMapOf(draft.ground, draft.broken);
      const board = new PlanBoard(draft, map);
      const fresh = () => figuresOf(board.ground, layoutOf(draft.state, map.unitIds));
      for (const deed of deeds) {
        if (deed === "undo") draft.undo();
        else if (deed === "redo") draft.redo();
        else {
          const [paint, moves, isAnew, isKept] = deed;
          for (const units of moves) {
            board.paint(paint, units, isAnew);
            expect(board.figures).toEqual(figuresOf(board.ground, board.layout));
          }
          if (isKept) board.commit();
          else board.cancel();
        }
        board.lay(map);
        vi.advanceTimersByTime(100);
        expect(board.settled).toEqual({ state: draft.state, layout: board.committed });
        expect(board.committed).toEqual(layoutOf(draft.state, map.unitIds));
        expect(board.figures).toEqual(fresh());
      }
    }),
    { numRuns: 40 },
  );
});
