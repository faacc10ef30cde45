import type { Theme } from "#web/layers/theme.ts";
import { m } from "#web/messages/compiled/messages.js";

const UNITS = {
  households: m.look_unit_households,
  partyMembers: m.look_unit_partyMembers,
  load: m.look_unit_load,
  hazards: m.look_unit_hazards,
};

/** The class a thing is in, in words: from one break up to the next. */
export function classesOf({ measure, breaks }: Pick<Theme, "measure" | "breaks">): string[] {
  if (measure === "grid" || measure === "coverage" || breaks.length === 0) return [];
  const bounds = [0, ...breaks].map((from, index) => ({ from, next: breaks[index] }));
  if (measure === "inspected") return bounds.map(daysText);
  const unit = UNITS[measure]();
  return bounds.map(({ from, next }, index) => {
    if (next === undefined) return m.look_legend_class_last({ from, unit });
    if (measure === "hazards" && index === 0) return m.look_legend_none();
    if (next - 1 === from) return m.look_legend_class_one({ from, unit });
    if (index === 0) return m.look_legend_class_first({ to: next, unit });
    return m.look_legend_class({ from, to: next - 1, unit });
  });
}

function daysText({ from, next }: { from: number; next: number | undefined }): string {
  if (next === undefined) return m.look_legend_days_last();
  if (from === 0) return m.look_legend_days_first({ to: next - 1 });
  return m.look_legend_days({ from, to: next - 1 });
}
