import { DEFAULT_CHECKLISTS } from "../../model/inspections/checklists.ts";
import type { ChecklistLine } from "../../model/inspections/kinds.ts";
import { type Target, targetsOf } from "../../model/inspections/targets.ts";
import type { TargetChoice } from "../../model/answers/rounds.ts";
import { groupBy } from "../../model/groupBy.ts";
import { isSmallPlace, PLACE_KINDS } from "../../model/places.ts";
import { daysBefore } from "../kit/days.ts";
import { idOf } from "../kit/identity.ts";
import type { Ground } from "./ground.ts";
import { momentOf } from "./moments.ts";

/** One round that is done once. */
export interface SampleRound {
  id: string;
  name: string;
  note: string;
  checklist: ChecklistLine[];
  startsOn: string;
  endsOn: string;
  /** ISO instant; null while it runs. */
  endedAt: string | null;
  createdByName: string;
  targets: Target[];
  /** Of the targets that are no places: those have their own days. */
  doneShare: number;
}

type Kind = "places" | "buildings" | "homes";

interface Plan {
  kind: Kind;
  /** Days before today. */
  from: number;
  to: number;
  doneShare: number;
}

/** Three that are over, and one of each kind that runs: its last day is to come, so nothing is late yet. */
const PLANS: readonly Plan[] = [
  { kind: "places", from: 250, to: 221, doneShare: 1 },
  { kind: "places", from: 160, to: 131, doneShare: 1 },
  { kind: "places", from: 75, to: 46, doneShare: 1 },
  { kind: "places", from: 21, to: -9, doneShare: 1 },
  { kind: "buildings", from: 140, to: 100, doneShare: 1 },
  { kind: "buildings", from: 12, to: -18, doneShare: 0.55 },
  { kind: "homes", from: 210, to: 180, doneShare: 1 },
  { kind: "homes", from: 26, to: -4, doneShare: 0.86 },
];

const NAMES: Readonly<Record<Kind, string>> = {
  places: "九小场所消防检查",
  buildings: "住宅楼消防通道检查",
  homes: "独居老人家庭安全检查",
};

/** 小阳泉北 has its six colours of service; fire checks are the blue one. */
const OWN_NAMES: Readonly<Record<string, Partial<Record<Kind, string>>>> = {
  xiaoyangquanbei: {
    places: "蓝色服务：商铺消防检查",
    homes: "蓝色服务：独居老人家庭消防检查",
  },
};

const CHOICES: Readonly<Record<Kind, TargetChoice>> = {
  places: { type: "places", kinds: PLACE_KINDS.filter(isSmallPlace) },
  buildings: { type: "buildings" },
  homes: { type: "households", tags: ["elderly-alone"] },
};

const LISTS: Readonly<Record<Kind, string>> = {
  places: "small-place",
  buildings: "residential-building",
  homes: "elderly-alone-home",
};

export function roundsOf(ground: Ground): SampleRound[] {
  return PLANS.map((plan) => roundOf(ground, plan)).filter(({ targets }) => targets.length > 0);
}

function roundOf(ground: Ground, { kind, from, to, doneShare }: Plan): SampleRound {
  const { slug, today, units, bundle, staff } = ground;
  const id = idOf(slug, `round/${kind}/${from}`);
  const [startsOn, endsOn] = [daysBefore(today, from), daysBefore(today, to)];
  const unitsIn = groupBy(units, ({ buildingId }) => buildingId);
  const points = new Map(units.map(({ id, position }) => [id, position]));
  const targets = targetsOf(id, [CHOICES[kind]], {
    bundle,
    unitsOfBuilding: (buildingId) => unitsIn.get(buildingId) ?? [],
    pointOf: (thing) => points.get(thing) ?? unitsIn.get(thing)?.[0]?.position ?? homeOf(thing),
    gridOfUnit: () => undefined,
    unitAt: () => null,
  });
  // A home stands at its entrance, also where the building is one unit.
  function homeOf(entranceId: string) {
    const entrance = bundle.entrances.find((one) => one.id === entranceId);
    return unitsIn.get(entrance?.buildingId ?? "")![0]!.position;
  }
  return {
    ...{ id, startsOn, endsOn, targets, doneShare },
    name: `${monthOf(startsOn)}${OWN_NAMES[slug]?.[kind] ?? NAMES[kind]}`,
    note: "",
    checklist: DEFAULT_CHECKLISTS.find((list) => list.id === LISTS[kind])!.lines,
    endedAt: to > 0 ? new Date(momentOf(endsOn, 18)).toISOString() : null,
    createdByName: staff.secretary.name,
  };
}

function monthOf(day: string): string {
  return `${Number(day.slice(5, 7))}月`;
}
