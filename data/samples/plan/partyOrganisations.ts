import type {
  Building,
  Compound,
  Household,
  PartyOrganisation,
  Person,
} from "../../model/bundle.ts";
import type { Party } from "../definition.ts";
import { idOf } from "../kit/identity.ts";
import type { Random } from "../kit/random.ts";
import { inventedName } from "../people/names.ts";
import type { Division } from "./divide.ts";

export interface PartySetting {
  compounds: readonly Compound[];
  /** Buildings that people live in. */
  homes: readonly Building[];
  households: readonly Household[];
  division: Division;
}

interface Growing {
  slug: string;
  organisations: PartyOrganisation[];
  people: Person[];
  random: Random;
  nextPhone: () => string;
}

/** Community → compound branch or grid group → building group → centre household, as far as each exists. */
export function organiseParty(
  slug: string,
  party: Party,
  setting: PartySetting,
  random: Random,
  nextPhone: () => string,
): Pick<Growing, "organisations" | "people"> {
  const growing: Growing = { slug, organisations: [], people: [], random, nextPhone };
  const root = add(growing, { level: "community", name: party.name });
  const compoundNames = new Map(setting.compounds.map(({ id, name }) => [id, name]));
  const fullName = ({ compoundId, name }: Building) =>
    `${compoundNames.get(compoundId ?? "") ?? ""}${name}`;
  const gridOf = gridsOfBuildings(setting.division);
  const branches = new Map<string, string>();
  if (party.compoundBranches) {
    for (const { id, name } of setting.compounds) {
      const spec = { level: "compound-branch", name: `${name}党支部`, compoundId: id } as const;
      branches.set(id, add(growing, { ...spec, parentId: root }));
    }
  }
  if (party.gridGroups) {
    for (const { id, name } of setting.division.grids) {
      const spec = { level: "grid-group", name: `${name}党小组`, gridId: id } as const;
      branches.set(id, add(growing, { ...spec, parentId: root }));
    }
  }
  const above = (building: Building) =>
    branches.get(building.compoundId ?? "") ?? branches.get(gridOf.get(building.id) ?? "") ?? root;
  const groups = new Map<string, string>();
  for (const building of withMostMembers(setting, party.buildingGroups ?? 0)) {
    const name = `${fullName(building)}党小组`;
    const spec = { level: "building-group", name, buildingId: building.id } as const;
    groups.set(building.id, add(growing, { ...spec, parentId: above(building) }));
  }
  const byId = new Map(setting.homes.map((building) => [building.id, building]));
  for (const household of setting.households.filter((h) => h.partyStanding === "centre")) {
    const building = byId.get(household.buildingId)!;
    add(growing, {
      level: "centre-household",
      name: `${fullName(building)}党员中心户`,
      householdId: household.id,
      parentId: groups.get(building.id) ?? above(building),
    });
  }
  return growing;
}

function add(
  growing: Growing,
  spec: Partial<PartyOrganisation> & Pick<PartyOrganisation, "level" | "name">,
): string {
  const key = `party/${growing.organisations.length + 1}`;
  const id = idOf(growing.slug, key);
  const secretary: Person = {
    id: idOf(growing.slug, `person/${key}`),
    name: inventedName(growing.random),
    phone: growing.nextPhone(),
  };
  const isLed = spec.level !== "centre-household";
  if (isLed) growing.people.push(secretary);
  growing.organisations.push({
    parentId: null,
    compoundId: null,
    buildingId: null,
    gridId: null,
    householdId: null,
    ...spec,
    id,
    secretaryId: isLed ? secretary.id : null,
  });
  return id;
}

function gridsOfBuildings({ planUnits, microGrids }: Division): Map<string, string> {
  const gridOf = new Map(microGrids.map(({ id, gridId }) => [id, gridId]));
  return new Map(
    planUnits.map((unit) => [unit.buildingId, gridOf.get(unit.microGridId ?? "") ?? ""]),
  );
}

function withMostMembers({ homes, households }: PartySetting, count: number): Building[] {
  const members = new Map<string, number>();
  for (const { buildingId, partyMembers } of households) {
    members.set(buildingId, (members.get(buildingId) ?? 0) + partyMembers);
  }
  const of = (building: Building) => members.get(building.id) ?? 0;
  return [...homes].sort((a, b) => of(b) - of(a)).slice(0, count);
}
