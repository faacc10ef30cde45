import fc from "fast-check";
import { expect, test } from "vitest";
import { HAZARD_CATEGORIES, HAZARD_LEVELS } from "#data/model/hazards/kinds.ts";
import { WORK_LIST_NAMES } from "#data/model/hazards/workLists.ts";
import { LAYERS } from "#data/model/layers.ts";
import { HAZARD_ORDERS, STATUS_CHOICES } from "#web/state/hazards/filters.ts";
import {
  BASEMAP_KINDS,
  COLOUR_MEASURES,
  COLOUR_TARGETS,
  DEFAULT_VIEW,
  formatView,
  MODES,
  parseView,
  PLAN_STEPS,
  THING_TYPES,
  type View,
} from "#web/state/view.ts";

const read = (address: string) => parseView(new URL(address, "http://localhost"));

const anyCamera = fc.record({
  longitude: fc.integer({ min: -180e5, max: 180e5 }).map((value) => value / 1e5),
  latitude: fc.integer({ min: -85e5, max: 85e5 }).map((value) => value / 1e5),
  zoom: fc.integer({ min: 0, max: 210 }).map((value) => value / 10),
  bearing: fc.integer({ min: -179, max: 180 }),
  pitch: fc.integer({ min: 0, max: 65 }),
});
const anyView: fc.Arbitrary<View> = fc.record({
  community: fc.constantFrom("hongqi", "c-1a2b3c", "新源"),
  mode: fc.constantFrom(...MODES),
  camera: fc.option(anyCamera),
  layers: fc.subarray([...LAYERS]).map((layers) => new Set(layers)),
  target: fc.constantFrom(...COLOUR_TARGETS),
  measure: fc.constantFrom(...COLOUR_MEASURES),
  is3d: fc.boolean(),
  basemap: fc.constantFrom(...BASEMAP_KINDS),
  selected: fc.option(fc.record({ type: fc.constantFrom(...THING_TYPES), id: fc.uuid() })),
  finding: fc.option(fc.uuid().map((id) => `unit-uncovered:${id}`)),
  showsFindings: fc.boolean(),
  person: fc.option(fc.uuid()),
  plan: fc.option(fc.uuid()),
  round: fc.option(fc.uuid()),
  step: fc.constantFrom(...PLAN_STEPS),
  hazards: fc.record({
    list: fc.option(fc.constantFrom(...WORK_LIST_NAMES)),
    status: fc.constantFrom(...STATUS_CHOICES),
    category: fc.option(fc.constantFrom(...HAZARD_CATEGORIES)),
    level: fc.option(fc.constantFrom(...HAZARD_LEVELS)),
    grid: fc.option(fc.uuid()),
    isMine: fc.boolean(),
    isStarred: fc.boolean(),
    order: fc.constantFrom(...HAZARD_ORDERS),
  }),
});

test("a link reproduces the view", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(formatView(view))).toEqual(view);
    }),
  );
});

test("a plain view has a plain address", () => {
  expect(formatView({ ...DEFAULT_VIEW, community: "hongqi" })).toBe("/hongqi");
});

test("what an address does not say or says wrongly stays at its default", () => {
  expect(read("/hongqi?mode=fly&at=999,0,3&by=streets&selected=building&colour=")).toEqual({
    ...DEFAULT_VIEW,
    community: "hongqi",
  });
});
