import { maskName, maskPhone } from "#data/model/mask.ts";
import type { OpenCommunity } from "../access/openCommunity.ts";
import { unitOf } from "./subjects.ts";

type Reader = "residents" | "sensitive";
type Rule = "open" | Reader | ((text: string) => string);

/** Of a household only what stands here is told, each to those with the duty for it. */
const RULES: Record<string, Rule> = {
  what: "open",
  buildingId: "open",
  dwellingId: "open",
  headName: maskName,
  phone: maskPhone,
  residents: "residents",
  partyMembers: "sensitive",
  partyStanding: "sensitive",
  tags: "sensitive",
};

/**
 * What changed, without what the reader has no duty for. Residents are masked for everybody: the
 * audit is no way around giving a reason.
 * @param change `from` or `to` of a row
 */
export function hidePersonal(
  { resident, sight }: OpenCommunity,
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
  change: unknown,
): unknown {
  if (subjectType !== "household" || typeof change !== "object" || change === null) return change;
  const household = resident.bundle.households.find(({ id }) => id === subjectId);
  // A household that is gone lies nowhere: only who sees the whole community sees it.
  const unitId = household ? unitOf(resident, household) : "";
  const sees = {
    residents: sight.seesResidents(unitId),
    sensitive: sight.seesSensitive(unitId),
  };
  return Object.fromEntries(
    Object.entries(change).flatMap(([key, value]) => {
      const shown = showBy(RULES[key], value, sees);
      return shown === undefined ? [] : [[key, shown]];
    }),
  );
}

function showBy(rule: Rule | undefined, value: unknown, sees: Record<Reader, boolean>): unknown {
  if (rule === undefined) return undefined;
  if (rule === "open") return value;
  if (typeof rule === "string") return sees[rule] ? value : undefined;
  if (!sees.residents) return undefined;
  return typeof value === "string" ? rule(value) : value;
}
