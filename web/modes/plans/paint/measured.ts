import type { FigureMeasure } from "#data/model/planning/figures/limits.ts";
import { m } from "#web/messages/compiled/messages.js";
import { householdsText, numberText } from "#web/words/numbers.ts";

/** 612 户, or 工作量 720. */
export function measuredText(measure: FigureMeasure, value: number): string {
  if (measure === "households") return householdsText(Math.round(value));
  return m.paint_load_value({ value: numberText(Math.round(value)) });
}
