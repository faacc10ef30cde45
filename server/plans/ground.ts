import {
  type PlanningBuilding,
  type PlanningGround,
  WORK_FACTS,
} from "#data/model/planning/ground.ts";
import type { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { emptyFacts, factsOfUnits, type UnitFacts, type UnitPart } from "#data/model/unitFacts.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { unitToday } from "../resident/spots.ts";
import type { HazardsInMemory, OpenHazard } from "../resident/openHazards.ts";
import { EncodedAnswer } from "../resident/encoded.ts";
import type { Resident } from "../resident/resident.ts";

/**
 * What plans are made on. Whoever may plan is told every count of every building and entrance: a
 * division cannot be fair without weighing them, and counts are for everyone (DESIGN §6); who they
 * are is not in here. Exact coordinates, so that cells come out as they do on the server.
 */
export function planningGround(resident: Resident, hazards: HazardsInMemory): PlanningGround {
  return keptWith(hazards, resident, "planning ground", () => ({
    boundary: resident.bundle.community.boundary,
    barriers: resident.barriers,
    buildings: planningBuildings(resident, hazards.rows),
    compounds: resident.bundle.compounds.map(({ id, name }) => ({ id, name })),
    partyGroups: partyGroups(resident),
  }));
}

/** Kept as long as neither the community nor its open hazards change. */
function keptWith<T>({ kept }: HazardsInMemory, resident: Resident, key: string, make: () => T): T {
  const known = kept.get(key) as { resident: Resident; value: T } | undefined;
  if (known?.resident === resident) return known.value;
  const value = make();
  kept.set(key, { resident, value });
  return value;
}

/** Encoded once a revision, of the community or of its hazards, and a day. @throws Problem not-your-duty */
export async function getPlanningGround(ctx: Ctx, slug: string): Promise<EncodedAnswer> {
  const { resident } = await openCommunity(ctx, slug, "plan");
  const hazards = await ctx.openHazards.of(ctx.database.db, resident.bundle.community.id);
  const { today } = resident;
  return keptWith(hazards, resident, `encoded planning ground ${today}`, () => {
    const { gridHouseholds, microGridHouseholds, loadWeights } = resident.bundle.community.settings;
    const settings = { gridHouseholds, microGridHouseholds, loadWeights };
    const answer: PlanningGroundAnswer = { ...planningGround(resident, hazards), settings, today };
    return new EncodedAnswer(new TextEncoder().encode(JSON.stringify(answer)));
  });
}

/** Every building taken apart into its entrances, whose facts add up to the building's. */
function planningBuildings(
  resident: Resident,
  openHazards: readonly OpenHazard[],
): PlanningBuilding[] {
  const { bundle, entrancesOf } = resident;
  const partsOf = new Map(
    bundle.buildings.map((building): [string, UnitPart[]] => {
      const entrances = entrancesOf.get(building.id) ?? [];
      if (entrances.length === 0)
        return [building.id, [{ unitId: building.id, building, entrance: null, stairs: 1 }]];
      return [
        building.id,
        entrances.map((entrance) => ({ unitId: entrance.id, building, entrance, stairs: 1 })),
      ];
    }),
  );
  const factsOf = factsOfUnits(bundle, partsOf);
  for (const { unitId, longitude, latitude } of openHazards) {
    const unit = unitToday(resident, { unitId, position: [longitude, latitude] }) ?? "";
    // What names no entrance counts to the first, as everything else.
    const facts = factsOf.get(unit) ?? factsOf.get(partsOf.get(unit)?.[0]?.unitId ?? "");
    if (facts) facts.openHazards += 1;
  }
  return bundle.buildings.map(({ id, name, compoundId, footprint }) => {
    const parts = (partsOf.get(id) ?? []).map(({ unitId, entrance }) => ({
      entrance,
      facts: countsOf(factsOf.get(unitId) ?? emptyFacts(0)),
    }));
    const facts = WORK_FACTS.map((_, fact) =>
      parts.reduce((sum, part) => sum + (part.facts[fact] ?? 0), 0),
    );
    const entrances = parts.flatMap(({ entrance, facts }) =>
      entrance ? [{ id: entrance.id, name: entrance.name, facts }] : [],
    );
    return { id, name, compoundId, footprint, facts, entrances };
  });
}

function countsOf(facts: UnitFacts): number[] {
  return WORK_FACTS.map((fact) => facts[fact]);
}

/** Of compounds and buildings; a grid's own group follows its grid. */
function partyGroups({ bundle }: Resident): PlanningGround["partyGroups"] {
  const ofCompound = groupBy(bundle.buildings, ({ compoundId }) => compoundId);
  return bundle.partyOrganisations.flatMap(({ id, name, compoundId, buildingId, level }) => {
    if (level === "centre-household") return [];
    const buildingIds =
      buildingId !== null
        ? [buildingId]
        : compoundId !== null
          ? (ofCompound.get(compoundId) ?? []).map((building) => building.id)
          : [];
    return buildingIds.length > 0 ? [{ id, name, buildingIds }] : [];
  });
}
