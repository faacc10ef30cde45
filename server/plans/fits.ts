import type { MultiPolygon, Polygon, Position } from "geojson";
import type { PlanChange } from "#data/model/planning/change.ts";
import type { GridFacts, PlanState, PostPlace } from "#data/model/planning/state.ts";
import { mayHold } from "#data/model/roster/rolePlaces.ts";
import { type GroundIds, isUnit } from "./unitRows.ts";

export const CHANGE_ISSUES = [
  "no-such-building",
  "no-such-unit",
  "no-such-micro-grid",
  "no-such-grid",
  "no-such-person",
  "grid-not-empty",
  "micro-grid-not-empty",
  "wrong-place-for-role",
  "unreadable-outline",
] as const;

/** Why a change cannot be made: what is named in it, and what is wrong with it. */
export interface ChangeIssue {
  kind: (typeof CHANGE_ISSUES)[number];
  id: string;
}

export interface ChangeSurroundings {
  ground: GroundIds;
  before: PlanState;
  /** With the change made. */
  after: PlanState;
  /** Everybody of the community whom the change names. */
  personIds: ReadonlySet<string>;
}

/** As many as help; a change that does not fit in one place seldom fits in others. */
const MOST_ISSUES = 50;

/** What stands against a change; empty where it fits. */
export function issuesOf(change: PlanChange, around: ChangeSurroundings): ChangeIssue[] {
  return [
    ...issuesOfGrids(change, around),
    ...issuesOfUnits(change, around),
    ...issuesOfPosts(change, around),
  ].slice(0, MOST_ISSUES);
}

function issuesOfGrids(change: PlanChange, { after }: ChangeSurroundings): ChangeIssue[] {
  const issues: ChangeIssue[] = [];
  for (const [id, facts] of change.grids ?? []) {
    if (facts?.outline && !isOutline(facts.outline))
      issues.push({ kind: "unreadable-outline", id });
  }
  for (const [, facts] of change.microGrids ?? []) {
    if (facts && !after.grids.has(facts.gridId))
      issues.push({ kind: "no-such-grid", id: facts.gridId });
  }
  // Of what stays only that can be wrong which the change took the ground from under.
  const goneGrids = goneOf(change.grids, after.grids);
  const goneMicroGrids = goneOf(change.microGrids, after.microGrids);
  const full = new Set<string>();
  if (goneGrids.size > 0) {
    for (const { gridId } of after.microGrids.values()) if (goneGrids.has(gridId)) full.add(gridId);
    issues.push(...Array.from(full, (id): ChangeIssue => ({ kind: "grid-not-empty", id })));
  }
  if (goneMicroGrids.size > 0) {
    const held = new Set([...after.units.values()].filter((id) => goneMicroGrids.has(id)));
    issues.push(...Array.from(held, (id): ChangeIssue => ({ kind: "micro-grid-not-empty", id })));
  }
  return issues;
}

function goneOf(
  entries: readonly [string, unknown][] | undefined,
  left: ReadonlyMap<string, unknown>,
): Set<string> {
  return new Set((entries ?? []).map(([id]) => id).filter((id) => !left.has(id)));
}

function issuesOfUnits(
  change: PlanChange,
  { ground, before, after }: ChangeSurroundings,
): ChangeIssue[] {
  const issues: ChangeIssue[] = [];
  const isKnown = (id: string) => ground.buildingIds.has(id) || ground.buildingOf.has(id);
  for (const [id, microGridId] of change.put ?? []) {
    if (microGridId === null) {
      if (!isKnown(id) && !before.units.has(id)) issues.push({ kind: "no-such-unit", id });
    } else if (!after.microGrids.has(microGridId)) {
      issues.push({ kind: "no-such-micro-grid", id: microGridId });
    } else if (after.units.has(id) && !isUnit(ground, after.broken, id)) {
      issues.push({ kind: "no-such-unit", id });
    }
  }
  for (const [id, isBroken] of change.broken ?? []) {
    const entrances = ground.entranceIds.get(id) ?? [];
    if (!ground.buildingIds.has(id) || (isBroken && entrances.length === 0)) {
      issues.push({ kind: "no-such-building", id });
      continue;
    }
    for (const unitId of [id, ...entrances]) {
      if (after.units.has(unitId) && !isUnit(ground, after.broken, unitId))
        issues.push({ kind: "no-such-unit", id: unitId });
    }
  }
  return issues;
}

function issuesOfPosts(change: PlanChange, around: ChangeSurroundings): ChangeIssue[] {
  const issues: ChangeIssue[] = [];
  for (const [place, personIds] of change.posts ?? []) {
    if (personIds === null) continue;
    const { role, placeType, placeId } = place;
    if (!mayHold(role, placeType)) issues.push({ kind: "wrong-place-for-role", id: placeId });
    else if (!isThere(place, around)) issues.push({ kind: MISSING[placeType], id: placeId });
    for (const id of personIds) {
      if (!around.personIds.has(id)) issues.push({ kind: "no-such-person", id });
    }
  }
  return issues;
}

const MISSING = {
  grid: "no-such-grid",
  "micro-grid": "no-such-micro-grid",
  building: "no-such-building",
} as const satisfies Record<PostPlace["placeType"], ChangeIssue["kind"]>;

function isThere({ placeType, placeId }: PostPlace, around: ChangeSurroundings): boolean {
  if (placeType === "building") return around.ground.buildingIds.has(placeId);
  const { grids, microGrids } = around.after;
  return (placeType === "grid" ? grids : microGrids).has(placeId);
}

/** Heights are nothing to an outline, and the database takes none where other positions have none. */
export function withoutHeights(change: PlanChange): PlanChange {
  if (!change.grids) return change;
  const flat = (ring: Position[]) => ring.map(([x = 0, y = 0]): Position => [x, y]);
  const grids = change.grids.map(([id, facts]): [string, GridFacts | null] => {
    if (!facts?.outline) return [id, facts];
    const { type, coordinates } = facts.outline;
    const outline: GridFacts["outline"] =
      type === "Polygon"
        ? { type, coordinates: coordinates.map(flat) }
        : { type, coordinates: coordinates.map((rings) => rings.map(flat)) };
    return [id, { ...facts, outline }];
  });
  return { ...change, grids };
}

/** Closed rings on the earth: others the database would refuse. */
function isOutline({ type, coordinates }: Polygon | MultiPolygon): boolean {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return (
    polygons.length > 0 && polygons.every((rings) => rings.length > 0 && rings.every(isClosedRing))
  );
}

function isClosedRing(ring: Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return (
    isClosed &&
    ring.length >= 4 &&
    ring.every(([x, y]) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90)
  );
}
