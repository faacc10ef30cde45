import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import { m } from "#web/messages/compiled/messages.js";
import { floorName } from "./floors.ts";
import { HAZARD_CATEGORY_WORDS } from "./hazards.ts";

/** 10号楼 · 3层 · 第二网格 */
export function placeText({
  building,
  floor,
  place,
  grid,
}: Pick<HazardLine, "building" | "floor" | "place" | "grid">): string {
  const parts = [
    place?.name,
    building?.name,
    building && floor !== null ? floorName(floor) : undefined,
    grid?.name,
  ];
  return parts.filter((part) => part !== undefined && part !== null).join(" · ");
}

/** Its own words, or what sort it is where nobody wrote any. */
export function hazardTitle({ note, category }: Pick<HazardLine, "note" | "category">): string {
  return note.split("\n")[0]?.trim() || HAZARD_CATEGORY_WORDS[category]();
}

/** Who has to do something about it now. */
export function holderText({ status, assignee, department }: HazardLine): string {
  if (status === "escalated") return department?.name ?? "";
  if (status === "assigned") return assignee?.name ?? "";
  return status === "confirmed" ? m.hazards_nobody_yet() : "";
}
