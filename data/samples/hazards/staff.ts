import type { Building, CommunityBundle, Duty } from "../../model/bundle.ts";
import { type Role } from "../../model/duties.ts";
import type { Unit } from "../../model/units.ts";
import { departmentsOf } from "./departments.ts";

/** Who takes a step. */
export interface Agent {
  personId: string;
  name: string;
  role: Role;
}

/** Who is on duty for what in a sample community, posts that nobody holds left out. */
export class Staff {
  readonly secretary: Agent;
  readonly inspector: Agent;
  readonly #agents = new Map<string, Agent[]>();
  readonly #microGridOf: Map<string, string>;
  readonly #gridOf: Map<string, string>;
  readonly #departments: Map<string, Agent>;

  constructor({ community, duties, people, planUnits, microGrids }: CommunityBundle) {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    for (const duty of duties) this.#add(duty, names);
    const rows = planUnits.flatMap(({ unitId, buildingId, microGridId }) =>
      microGridId === null
        ? []
        : [[unitId, microGridId] as const, [buildingId, microGridId] as const],
    );
    this.#microGridOf = new Map(rows);
    // The unit's own row counts for more than that of another entrance of its building.
    for (const [unitId, microGridId] of rows) this.#microGridOf.set(unitId, microGridId);
    this.#gridOf = new Map(microGrids.map(({ id, gridId }) => [id, gridId]));
    this.secretary = this.#one("secretary", community.id);
    this.inspector = this.#one("inspector", community.id);
    this.#departments = new Map(
      departmentsOf(community.slug).map(({ id, key, name }) => [
        key,
        { personId: id, name, role: "department" },
      ]),
    );
  }

  department(key: "city" | "housing" | "drainage"): Agent {
    return this.#departments.get(key)!;
  }

  /** The worker of its grid; undefined where there is none. */
  workerOf(unit: Unit): Agent | undefined {
    const microGridId = this.#microGridAt(unit);
    return this.#find("grid-worker", this.#gridOf.get(microGridId ?? ""));
  }

  /** Those nearest to it whose report is still to be checked. */
  neighboursOf(unit: Unit, { id, compoundId }: Building): Agent[] {
    const places = [id, this.#microGridAt(unit), compoundId];
    return places.flatMap((place) => this.#agents.get(place ?? "") ?? []).filter(isNeighbour);
  }

  /** The one in a role whose place this unit lies in. */
  near(role: Role, unit: Unit, building: Building): Agent | undefined {
    return this.neighboursOf(unit, building).find((agent) => agent.role === role);
  }

  /** Who verifies what somebody fixed. */
  verifierAfter(fixer: Agent): Agent {
    return fixer.personId === this.inspector.personId ? this.secretary : this.inspector;
  }

  #microGridAt({ id, buildingId }: Unit): string | undefined {
    return this.#microGridOf.get(id) ?? this.#microGridOf.get(buildingId);
  }

  #add({ personId, placeId, role }: Duty, names: ReadonlyMap<string, string>): void {
    const name = names.get(personId ?? "");
    if (personId === null || name === undefined) return;
    this.#agents.set(placeId, [...(this.#agents.get(placeId) ?? []), { personId, name, role }]);
  }

  #find(role: Role, placeId: string | undefined): Agent | undefined {
    return this.#agents.get(placeId ?? "")?.find((agent) => agent.role === role);
  }

  #one(role: Role, placeId: string): Agent {
    const agent = this.#find(role, placeId);
    if (!agent) throw new Error(`nobody is ${role}`);
    return agent;
  }
}

const NEIGHBOURS: readonly Role[] = [
  "micro-grid-leader",
  "building-chief",
  "party-contact",
  "lane-keeper",
];

function isNeighbour({ role }: Agent): boolean {
  return NEIGHBOURS.includes(role);
}
