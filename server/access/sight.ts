import type { GroupFigures, ShownFigures } from "#data/model/answers/grids.ts";
import { mayRole } from "#data/model/permissions.ts";
import type { Unit } from "#data/model/units.ts";
import type { Ctx } from "../context.ts";
import { figuresOf } from "../resident/figures.ts";
import type { Resident } from "../resident/resident.ts";
import type { HeldDuty } from "./actor.ts";
import { Reach } from "./reach.ts";

/** Counts below this say something of single people: only who answers for them sees them (DESIGN §6). */
const FEWEST_SHOWN = 3;

/** How far into a community somebody's duties let them see. */
export class Sight {
  /** The same for everybody who sees the same; part of the key of what is kept. */
  readonly key: string;
  readonly #residents: Reach;
  readonly #sensitive: Reach;
  readonly #reveal: Reach;
  readonly #mayPlan: boolean;

  constructor(
    private readonly resident: Resident,
    duties: readonly HeldDuty[],
  ) {
    this.#residents = new Reach(resident, "see-residents", duties);
    this.#sensitive = new Reach(resident, "see-sensitive", duties);
    this.#reveal = new Reach(resident, "reveal", duties);
    this.#mayPlan = duties.some(({ role }) => mayRole(role, "plan"));
    this.key = [this.#residents.key, this.#sensitive.key, this.#mayPlan].join(" ");
  }

  seesResidents(unitId: string): boolean {
    return this.#residents.covers(unitId);
  }

  /** Party standing and tags. */
  seesSensitive(unitId: string): boolean {
    return this.#sensitive.covers(unitId);
  }

  /** A name or phone in full, for a reason that is written down. */
  mayReveal(unitId: string): boolean {
    return this.#reveal.covers(unitId);
  }

  /** An entrance is a unit of its own only in a broken building. */
  unitOf(entranceId: string, buildingId: string): string {
    const isUnit = this.resident.unitsOfBuilding(buildingId).some(({ id }) => id === entranceId);
    return isUnit ? entranceId : buildingId;
  }

  /** What a set of units adds up to, without what would tell of single people. */
  figures(units: readonly Unit[]): ShownFigures {
    const figures = figuresOf(units);
    return {
      ...figures,
      ...hideFew(figures, ["households", "residents"], this.#isAllWithin(this.#residents, units)),
      ...hideFew(
        figures,
        ["partyMembers", "centreHouseholds"],
        this.#isAllWithin(this.#sensitive, units),
      ),
      load: this.load(units, figures.load),
    };
  }

  /** The load adds tags up: of a few buildings it would tell who lives there. */
  load(units: readonly Unit[], load: number): number | null {
    const isSeen =
      this.#mayPlan ||
      new Set(units.map(({ buildingId }) => buildingId)).size >= FEWEST_SHOWN ||
      this.#isAllWithin(this.#sensitive, units);
    return isSeen ? load : null;
  }

  #isAllWithin(reach: Reach, units: readonly Unit[]): boolean {
    return units.every(({ id }) => reach.covers(id));
  }
}

function hideFew<K extends keyof GroupFigures>(
  figures: GroupFigures,
  counts: readonly K[],
  isSeen: boolean,
): Record<K, number | null> {
  const shown = counts.map((count) => {
    const value = figures[count];
    return [count, !isSeen && value > 0 && value < FEWEST_SHOWN ? null : value];
  });
  return Object.fromEntries(shown) as Record<K, number | null>;
}

/**
 * How far into this community the actor sees. From the database's word on what they hold, not from
 * the actor: it is the second wall of all that is answered from memory.
 */
export async function sightOf(ctx: Ctx, resident: Resident): Promise<Sight> {
  const rights = await ctx.actors.rightsOf(ctx.actor);
  const duties = rights.memberships.get(resident.bundle.community.slug)?.duties ?? [];
  const key = duties.map(({ dutyId }) => dutyId).join(",");
  return resident.keepToday(`sight ${key}`, () => new Sight(resident, duties));
}
