import type { HandOver } from "#data/model/answers/handOvers.ts";
import { countBuildings } from "#data/model/planning/ground.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText } from "./dates.ts";
import { hazardTitle } from "./hazardPlace.ts";
import { buildingsText, householdsText, numberText, peopleText } from "./numbers.ts";

type Transfer = HandOver["transfers"][number];

/** 毛彬琴 → 董力瑞; nobody is said to be nobody. */
export function fromToText({ from, to }: Pick<Transfer, "from" | "to">): string {
  return m.publish_from_to({
    from: from?.name ?? m.publish_nobody(),
    to: to?.name ?? m.publish_nobody(),
  });
}

/** 12 栋 · 190 户 · 工作量 267 */
export function amountText({ units, households, load }: Transfer): string {
  const parts = [buildingsText(countBuildings(units)), householdsText(households)];
  return [...parts, m.posts_load({ load: numberText(Math.round(load)) })].join(" · ");
}

/** 第一网格 → 第二网格, where each is one place and the two differ. */
export function placesText({ fromPlace, toPlace }: Transfer): string {
  if (!fromPlace && !toPlace) return "";
  if (!fromPlace || !toPlace || fromPlace.id === toPlace.id) {
    return (toPlace ?? fromPlace)?.name ?? "";
  }
  return m.publish_from_to({ from: fromPlace.name, to: toPlace.name });
}

export function handedHazardText({ name, category }: Transfer["openHazards"][number]): string {
  return hazardTitle({ note: name, category });
}

export function inspectedText(day: string | null): string {
  return day === null
    ? m.publish_never_inspected()
    : m.publish_last_inspected({ day: dayText(day) });
}

type DueTarget = Transfer["dueTargets"][number];

/** How many, and how many of them are late; empty where there are none. */
export function dueTargetsText(targets: readonly DueTarget[]): string {
  if (targets.length === 0) return "";
  const number = numberText(targets.length);
  const late = targets.filter(({ state }) => state !== "due").length;
  if (late === 0) return m.publish_targets({ number });
  return m.publish_targets_late({ number, late: numberText(late) });
}

/** 3号楼 · 楼道检查，12月31日前 */
export function dueTargetText({ state, roundName, endsOn }: DueTarget, name: string): string {
  if (state === "late") return m.publish_target_late({ name, round: roundName });
  if (state === "never") return m.publish_target_never({ name, round: roundName });
  return m.publish_target_due({ name, round: roundName, day: dayText(endsOn) });
}

export function handOverText(people: number, buildings: number): string {
  if (people === 0) return m.publish_nothing_moves();
  return m.publish_moves({ people: peopleText(people), units: buildingsText(buildings) });
}
