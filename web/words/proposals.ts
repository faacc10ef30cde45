import type { Explanation, ProposalAlternative } from "#data/model/answers/proposals.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import type { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import { draftProblemText } from "./draftProblems.ts";
import { unitsText } from "./drafts.ts";
import { buildingsText, householdsText, metersText, numberText } from "./numbers.ts";

/** What an alternative puts first. */
export const PRIORITY_WORDS = {
  balanced: { title: m.propose_priority_balanced, text: m.propose_priority_balanced_text },
  compact: { title: m.propose_priority_compact, text: m.propose_priority_compact_text },
  "whole-compounds": {
    title: m.propose_priority_whole_compounds,
    text: m.propose_priority_whole_compounds_text,
  },
  "few-moves": { title: m.propose_priority_few_moves, text: m.propose_priority_few_moves_text },
} satisfies Record<ProposalAlternative["priority"], Record<"title" | "text", () => string>>;

/** 0.123 as 12 %. */
export function shareText(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: "percent" }).format(share);
}

/** What a proposal was refused for, or ended by, and what to do. */
export function proposalProblemText(problem: ApiProblem | "not-saved" | "stopped"): string {
  if (problem === "not-saved") return m.propose_not_saved();
  if (problem === "stopped") return m.propose_stopped();
  if (problem.kind === "busy" || problem.status === 429) return m.propose_busy();
  return m.propose_failed({ text: draftProblemText(problem) });
}

export interface ExplanationContext {
  level: PlanLevel;
  /** Loads are told as so many ordinary households. */
  loadPerHousehold: number;
}

type Values = Explanation["values"];
type Say = (name: string, values: Values, context: ExplanationContext) => string;

const number = (values: Values, key: string) => Number(values[key] ?? 0);
const text = (values: Values, key: string) => String(values[key] ?? "");
const buildingsIn = (values: Values) => buildingsText(number(values, "buildings"));

const WORDS = {
  "optimised-load": (_, values) =>
    m.propose_why_load({ share: shareText(number(values, "imbalance")) }),
  "optimised-distance": (_, values) =>
    m.propose_why_distance({ distance: roundMeters(number(values, "distanceMeters")) }),
  "optimised-compounds": (_, values) =>
    m.propose_why_compounds({ split: numberText(number(values, "splitCompounds")) }),
  "optimised-moves": (_, values) =>
    m.propose_why_moves({ moved: unitsText(number(values, "moved")) }),
  "above-limit": (name, values, context) => {
    const words = limitWords(name, values, context);
    return words.near ? m.propose_why_above_near(words) : m.propose_why_above(words);
  },
  "below-limit": (name, values, context) => {
    const words = limitWords(name, values, context);
    return words.near ? m.propose_why_below_near(words) : m.propose_why_below(words);
  },
  "compound-split": (name, values, context) =>
    m.propose_why_split({
      name,
      amount: amountText(number(values, "load"), "load", context),
      parts: numberText(number(values, "parts")),
      level:
        context.level === "grid" ? m.propose_bars_level_grid() : m.propose_bars_level_micro_grid(),
      groups: text(values, "groups"),
    }),
  "island-joined": (name, values) =>
    m.propose_why_island({
      name,
      units: buildingsIn(values),
      near: text(values, "nearestName"),
      distance: roundMeters(number(values, "meters")),
      group: text(values, "groupName"),
    }),
  "locked-left-alone": (name, values) => m.propose_why_locked({ name, units: buildingsIn(values) }),
  "dedicated-left-alone": (name, values) =>
    m.propose_why_dedicated({ name, units: buildingsIn(values) }),
  "unit-too-large": (name, values, context) => {
    const words = limitWords(name, values, context);
    const entrances = number(values, "entrances");
    return entrances > 0
      ? m.propose_why_broken({ ...words, entrances: numberText(entrances) })
      : m.propose_why_unbreakable(words);
  },
  "not-enough-units": (_, values) =>
    m.propose_why_too_few({
      asked: numberText(number(values, "asked")),
      made: numberText(number(values, "made")),
    }),
  "moves-used-up": (_, values) =>
    m.propose_why_used_up({
      most: unitsText(number(values, "maxMoves")),
      outside: numberText(number(values, "outside")),
    }),
} satisfies Record<Explanation["kind"], Say>;

/** One thing an alternative says of itself, as a sentence. */
export function explanationText(
  { kind, name, values }: Explanation,
  context: ExplanationContext,
): string {
  return (WORDS[kind] as Say)(name ?? "", values, context);
}

function limitWords(name: string, values: Values, context: ExplanationContext) {
  const amount = (key: string) => amountText(number(values, key), text(values, "of"), context);
  return {
    name,
    amount: amount("amount"),
    limit: amount("limit"),
    by: amount("by"),
    near: text(values, "nearestName"),
    room: amount("room"),
  };
}

/** 612 户, or 折合 612 户 where it is load. */
export function amountText(
  amount: number,
  of: string,
  { loadPerHousehold }: Pick<ExplanationContext, "loadPerHousehold">,
): string {
  if (of !== "load") return householdsText(Math.round(amount));
  const households = householdsText(Math.round(amount / (loadPerHousehold || 1)));
  return m.propose_amount_load({ households });
}

function roundMeters(meters: number): string {
  return metersText(Math.round(meters));
}
