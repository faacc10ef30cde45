import type { Coverage, Finding, FindingOf } from "#data/model/coverage/findings.ts";
import { FINDING_KINDS, type FindingKind, SEVERITY_OF_KIND } from "#data/model/coverage/kinds.ts";

type Details = { [Kind in FindingKind]: Omit<FindingOf<Kind>, "id" | "kind" | "severity"> };

const position: [number, number] = [113.58, 37.86];
const about = <Type extends string>(type: Type, id: string, name: string) => ({
  subject: { type, id, name },
  position,
});
const block = about("building", "b3", "3号楼");
const grid = about("grid", "g3", "第三网格");
const microGrid = {
  ...about("micro-grid", "m31", "微网格3-1"),
  gridId: "g3",
  gridName: "第三网格",
};
const post = {
  role: "grid-worker" as const,
  placeType: "grid" as const,
  placeId: "g3",
  placeName: "第三网格",
  isAnsweredByOther: false,
};

const DETAILS: Details = {
  "unit-uncovered": {
    ...block,
    unitId: "b3",
    buildingId: "b3",
    households: 48,
    nearest: { id: "m31", name: "微网格3-1" },
  },
  "unit-doubled": {
    ...about("unit", "b3-e2", "3号楼 2单元"),
    unitId: "b3-e2",
    buildingId: "b3",
    microGridIds: ["m31", "m32", "m33"],
  },
  "grid-without-worker": { ...grid, postIds: [] },
  "micro-grid-without-leader": { ...microGrid, postIds: ["post"] },
  "duty-vacant": { ...about("duty", "d1", "第三网格"), ...post },
  "duty-on-leave": {
    ...about("duty", "d2", "第三网格"),
    ...post,
    personId: "p1",
    personName: "样甲",
    leaveEndsOn: "2001-03-21",
  },
  "building-without-contact": { ...block, postIds: [] },
  "place-not-inspected": {
    ...about("place", "s1", "清风小吃"),
    placeKind: "eating",
    inspectedOn: "2001-01-29",
    daysSince: 45,
    periodDays: 31,
  },
  "target-not-inspected": {
    ...block,
    roundId: "r1",
    roundName: "三月楼道检查",
    state: "late",
    periodEndsOn: "2001-03-31",
    inspectedOn: null,
  },
  "grid-cut-off": { ...grid, unitIds: ["b7", "b8"] },
  "grid-too-small": { ...grid, households: 120, min: 200, max: 500 },
  "grid-too-large": { ...grid, households: 612, min: 200, max: 500 },
  "micro-grid-too-small": { ...microGrid, households: 18, min: 30, max: 100 },
  "micro-grid-too-large": { ...microGrid, households: 131, min: 30, max: 100 },
  "grid-empty": grid,
  "micro-grid-empty": microGrid,
  "outline-disagrees": {
    ...block,
    unitId: "b3",
    buildingId: "b3",
    gridId: "g3",
    outlineGridIds: ["g4"],
  },
  "building-outside-boundary": block,
  "footprint-problem": { ...block, problem: "overlapping", otherId: "b4", otherName: "4号楼" },
};

/** A made-up finding of a kind. */
export function findingOfKind<Kind extends FindingKind>(kind: Kind): FindingOf<Kind> {
  const details = DETAILS[kind];
  const head = { id: `${kind}:${details.subject.id}`, kind, severity: SEVERITY_OF_KIND[kind] };
  return { ...head, ...details } as unknown as FindingOf<Kind>;
}

/** One of each kind, in their order. */
export const FINDINGS: Finding[] = FINDING_KINDS.map((kind) => findingOfKind(kind));

export function coverageOfFindings(findings: Finding[]): Coverage {
  const countOf = (kind: FindingKind) => findings.filter((found) => found.kind === kind).length;
  const act = findings.filter(({ severity }) => severity === "act").length;
  const byKind = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, countOf(kind)]));
  const totals = { uncovered: countOf("unit-uncovered"), doubled: countOf("unit-doubled") };
  const look = findings.length - act;
  return { totals: { ...totals, act, look, byKind } as Coverage["totals"], findings };
}
