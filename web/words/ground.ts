import type {
  BuildingUses,
  CompoundGround,
  GroundImportReport,
} from "#data/model/answers/ground.ts";
import type { GroundFlaw } from "#data/model/ground/footprint.ts";
import type { Action } from "#data/model/permissions.ts";
import type { PlanStatus } from "#data/model/plans.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ROLE_WORDS } from "./duties.ts";
import { phrasesText } from "./lists.ts";
import { householdsText, metersText, numberText } from "./numbers.ts";
import { problemText } from "./problems.ts";

const FLAW_WORDS = {
  "no-geometry": m.ground_flaw_nothing,
  "not-an-area": m.ground_flaw_not_an_area,
  "broken-geometry": m.ground_flaw_broken,
  "off-earth": m.ground_flaw_far_away,
  "null-island": m.ground_flaw_far_away,
  "too-few-points": m.ground_flaw_nothing,
  "zero-area": m.ground_flaw_nothing,
  "larger-than-a-building": m.ground_flaw_too_large,
  "self-crossing": m.ground_flaw_self_crossing,
  "far-away": m.ground_flaw_far_away,
} satisfies Record<GroundFlaw, () => string>;

/** What happened, what is safe and what to do, of problems of the ground and all others. */
export function groundProblemText(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  const { kind, parameters } = problem;
  if (kind === "ground-not-usable") {
    return (FLAW_WORDS[parameters["flaw"] as GroundFlaw] ?? m.ground_flaw_broken)();
  }
  if (kind === "unit-covered") return m["problem_unit-covered"]();
  if (kind === "not-your-duty") return missingText(parameters["action"] as Action);
  return problemText(problem);
}

/** Who can do it, where the reader cannot. */
export function missingText(action: Action): string {
  if (action === "edit-households") return m.ground_missing_households();
  return action === "manage-people" ? m.ground_missing_people() : m["problem_not-your-duty"]();
}

const PLAN_USE_WORDS: Record<PlanStatus, (inputs: { plan: string; microGrids: string }) => string> =
  {
    "in-force": m.ground_use_plan_in_force,
    scheduled: m.ground_use_plan_scheduled,
    draft: m.ground_use_plan_draft,
    superseded: m.ground_use_plan_draft,
  };

/** What hangs on a building, a line for each kind. */
export function usesTexts(uses: BuildingUses): string[] {
  const names = (things: readonly { name: string }[]) =>
    phrasesText(things.map(({ name }) => name));
  const lines = uses.plans.map(({ name: plan, status, microGrids }) =>
    PLAN_USE_WORDS[status]({ plan, microGrids: microGrids.length > 0 ? names(microGrids) : "—" }),
  );
  if (uses.households !== 0) {
    lines.push(m.ground_use_households({ households: householdsText(uses.households) }));
  }
  if (uses.dwellings > 0) {
    lines.push(
      m.ground_use_dwellings({ count: uses.dwellings, number: numberText(uses.dwellings) }),
    );
  }
  for (const { role, person } of uses.duties) {
    lines.push(
      m.ground_use_duty({ role: ROLE_WORDS[role](), person: person ?? m.ground_use_vacant() }),
    );
  }
  if (uses.places.length > 0) lines.push(m.ground_use_places({ places: names(uses.places) }));
  if (uses.partyOrganisations.length > 0) {
    lines.push(m.ground_use_party({ organisations: names(uses.partyOrganisations) }));
  }
  return lines;
}

type Proposed = CompoundGround["proposal"]["enter"];
/** More names than this are no help. */
const MOST_NAMED = 12;

/** 3号楼（新源小区）、4号楼 … */
export function proposedText(buildings: Proposed): string {
  const named = buildings
    .slice(0, MOST_NAMED)
    .map(({ name, compound }) =>
      compound ? m.ground_building_in({ name, compound: compound.name }) : name,
    );
  const rest = buildings.length - named.length;
  const text = phrasesText(named);
  return rest > 0 ? m.ground_and_more({ text, number: numberText(rest) }) : text;
}

type Changed = GroundImportReport["changed"]["shown"][number];

const CHANGE_WORDS = {
  name: m.ground_change_name,
  address: m.ground_change_address,
  storeys: m.ground_change_storeys,
  heightMeters: m.ground_change_height,
} satisfies Record<keyof Changed["changes"], (inputs: { from: string; to: string }) => string>;

/** 3号楼：改名为 3A号楼，移动 12 米 */
export function changeText({ name, changes, movedMeters }: Changed): string {
  const parts = (Object.keys(changes) as (keyof typeof changes)[]).map((field) => {
    const { from, to } = changes[field] ?? { from: null, to: null };
    return CHANGE_WORDS[field]({ from: from ?? "—", to: to ?? "—" });
  });
  if (movedMeters !== null) {
    parts.push(
      movedMeters < 1
        ? m.ground_change_shape()
        : m.ground_change_moved({ distance: metersText(Math.round(movedMeters)) }),
    );
  }
  return m.ground_change({ name, changes: phrasesText(parts) });
}
