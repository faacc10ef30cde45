import type { HandOver } from "#data/model/answers/handOvers.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import type { Place as SmallPlace } from "#data/model/bundle.ts";
import { isCurrent } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { loadOf } from "#data/model/load.ts";
import { lastInspectedOn, type Visits } from "#data/model/inspections/visits.ts";
import { isSmallPlace } from "#data/model/places.ts";
import { type PlanningUnit, planningUnits } from "#data/model/planning/ground.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { type Ctx, look } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { dueTargetsAt } from "./dueTargets.ts";
import { dayBefore, dutiesAfter, dutyMoves } from "./dutyMoves.ts";
import { holdersIn, type HoldersOf, type Place } from "./holders.ts";
import { type OpenHazardsAt, readOpenHazards } from "./openHazards.ts";
import { type OpenPlans, openPlans } from "./openPlans.ts";
import { namesOfPlaces } from "./people.ts";
import { gapsOf } from "./publish.ts";
import { readPlan, type StoredPlan } from "./readState.ts";
import { type Transfer, transfersOf } from "./transfers.ts";
import { vacantPosts } from "./vacant.ts";

/**
 * What changes hands when a plan takes effect: from whom, to whom, which units, what is due there.
 * @param on ISO date, the plan's own day where it has one, else today
 * @throws Problem no-such-thing
 */
export async function getHandOver(
  ctx: Ctx,
  slug: string,
  id: string,
  on?: string,
): Promise<HandOver> {
  const open = await openPlans(ctx, slug, "plan");
  const { communityId, entranceIds, resident } = open;
  const inForceId = resident.plan?.id;
  const { plan, former, hazardsAt } = await look(ctx, async (ctx) => {
    const read = (planId: string) => readPlan(ctx, communityId, planId, entranceIds);
    return {
      plan: await read(id),
      former: inForceId === undefined ? EMPTY_STATE : (await read(inForceId)).state,
      hazardsAt: await readOpenHazards(ctx, resident),
    };
  });
  const day = on ?? plan.row.effectiveFrom ?? resident.today;
  return handOverOf(open, { plan, former, day, hazardsAt });
}

interface Change {
  plan: StoredPlan;
  former: PlanState;
  day: string;
  hazardsAt: OpenHazardsAt;
}

function handOverOf(open: OpenPlans, { plan, former, day, hazardsAt }: Change): HandOver {
  const { resident } = open;
  const { duties } = resident.bundle;
  // Who answers until then: on the day before, or today where the plan is late.
  const eve = day > resident.today ? dayBefore(day) : resident.today;
  const before = duties.filter((duty) => isCurrent(duty, eve));
  const after = dutiesAfter(duties, dutyMoves(duties, plan.state, day), day);
  // In the finest division of the two, so that an entrance can change hands by itself.
  const broken = new Set([...former.broken, ...plan.state.broken]);
  const units = planningUnits(open.ground, broken);
  const told = teller(open, { former, to: plan.state, day, hazardsAt });
  const holders = holdersIn(plan.state, after);
  const transfers = transfersOf(units, holdersIn(former, before), holders);
  return {
    ...{ planId: plan.row.id, version: plan.row.version, effectiveFrom: day },
    ...gapsOf(open, plan),
    vacant: vacantPosts(plan.state, after, told.placeName).filter(
      (post) => !isHeldMoreWidely(post, units, holders),
    ),
    transfers: transfers.map(told.transfer),
  };
}

/** A building that is left to the contact of its whole compound. */
function isHeldMoreWidely(
  { role, placeType, placeId }: HandOver["vacant"][number],
  units: readonly PlanningUnit[],
  holders: HoldersOf,
): boolean {
  if (placeType !== "building") return false;
  const within = units.filter(({ buildingId }) => buildingId === placeId);
  return within.length > 0 && within.every((unit) => holders(unit, role).size > 0);
}

/** Puts names and figures to what changes hands. */
function teller({ resident, visits }: OpenPlans, states: Omit<Change, "plan"> & { to: PlanState }) {
  const { former, to, day, hazardsAt } = states;
  const persons = new Map(resident.bundle.people.map(({ id, name }) => [id, name]));
  const nameOf = namesOfPlaces(resident);
  const placeName = (id: string) =>
    (to.grids.get(id) ?? to.microGrids.get(id) ?? former.grids.get(id))?.name ?? nameOf(id);
  const { loadWeights } = resident.bundle.community.settings;
  const person = (id: string | null): Named | null =>
    id === null ? null : { id, name: persons.get(id) ?? "" };
  const onlyPlace = ([place, ...others]: Place[]): Named | null =>
    place && others.length === 0 ? { id: place.placeId, name: placeName(place.placeId) } : null;
  const due = dueInspections(resident, visits, day);
  const targetsAt = dueTargetsAt(resident, visits, day);
  const transfer = (transfer: Transfer): HandOver["transfers"][number] => {
    const units = transfer.units.map((unit) => ({
      ...{ id: unit.id, buildingId: unit.buildingId, name: unit.name },
      ...{ households: unit.households, load: loadOf(unit, loadWeights) },
    }));
    const sum = (pick: (unit: (typeof units)[number]) => number) =>
      units.reduce((total, unit) => total + pick(unit), 0);
    return {
      ...{ role: transfer.role, from: person(transfer.from), to: person(transfer.to) },
      ...{ fromPlace: onlyPlace(transfer.fromPlaces), toPlace: onlyPlace(transfer.toPlaces) },
      ...{ units, households: sum((unit) => unit.households), load: sum((unit) => unit.load) },
      openHazards: transfer.units.flatMap((unit) => hazardsAt(unit)),
      dueInspections: transfer.units.flatMap((unit) => due(unit)),
      dueTargets: transfer.units.flatMap((unit) => targetsAt(unit)),
    };
  };
  return { placeName, transfer };
}

/** Small places that will not have been inspected within the period on that day, at their unit. */
function dueInspections({ bundle, entrancesOf }: Resident, visits: Visits, day: string) {
  const periodDays = bundle.community.settings.inspectionPeriodDays;
  const places = bundle.places.map((place) => ({
    ...place,
    inspectedOn: lastInspectedOn(place, visits),
  }));
  const isDue = ({ kind, inspectedOn }: SmallPlace) =>
    isSmallPlace(kind) && (inspectedOn === null || daysBetween(inspectedOn, day) > periodDays);
  const dueIn = groupBy(places.filter(isDue), ({ buildingId }) => buildingId);
  return ({ buildingId, entranceId }: PlanningUnit) => {
    // What names no entrance counts to the first, as it does in the load.
    if (entranceId !== null && entrancesOf.get(buildingId)?.[0]?.id !== entranceId) return [];
    return (dueIn.get(buildingId) ?? []).map(({ id, name, inspectedOn }) => ({
      ...{ placeId: id, name, lastInspectedOn: inspectedOn },
    }));
  };
}

/** Calendar days between ISO dates, which are read as UTC and so have 24 hours each. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
