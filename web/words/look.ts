import type { HazardCount } from "#data/model/hazards/byPlace.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import { numberText } from "./numbers.ts";

/** 3 条，超时 1: under a name on the map. */
export function hazardCountText({ open, overdue }: HazardCount): string {
  const number = numberText(open);
  if (overdue === 0) return m.look_hazards({ number });
  return m.look_hazards_overdue({ number, overdue: numberText(overdue) });
}

/** 今天, 昨天, 12天前. */
export function daysAgoText(days: number): string {
  return new Intl.RelativeTimeFormat(getLocale(), { numeric: "auto" }).format(-days, "day");
}
