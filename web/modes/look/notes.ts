import type { LoadWeights } from "#data/model/communities.ts";
import { LOAD_WEIGHTS } from "#data/model/planning/weights.ts";
import type { Theme } from "#web/layers/theme.ts";
import { m } from "#web/messages/compiled/messages.js";
import { LOAD_WEIGHT_WORDS } from "#web/words/loadWeights.ts";
import { phrasesText } from "#web/words/lists.ts";
import { numberText } from "#web/words/numbers.ts";

interface Known {
  /** The community's own. */
  weights: LoadWeights | undefined;
  /** Or those of one department alone. */
  seesAllHazards: boolean;
}

/** What a measure counts and what it does not, in words. */
export function notesOf({ measure, joined }: Theme, { weights, seesAllHazards }: Known): string[] {
  const hasOverdue = [...joined.values()].some(({ isOverdue }) => isOverdue);
  switch (measure) {
    case "load":
      return weights ? loadNotes(weights) : [];
    case "hazards":
      return [
        ...(hasOverdue ? [m.look_legend_overdue()] : []),
        m.look_legend_hazards(),
        ...(seesAllHazards ? [] : [m.look_legend_hazards_own()]),
      ];
    case "inspected":
      return [m.look_legend_inspected()];
    default:
      return [];
  }
}

/** Hazards come and go all day: the map's load leaves them to whoever plans. */
function loadNotes(weights: LoadWeights): string[] {
  const counted = LOAD_WEIGHTS.filter((each) => each !== "openHazard" && weights[each] > 0);
  const parts = counted.map((each) =>
    m.look_legend_load_part({ what: LOAD_WEIGHT_WORDS[each](), value: numberText(weights[each]) }),
  );
  const hazard = weights.openHazard;
  return [
    ...(parts.length > 0 ? [m.look_legend_load({ parts: phrasesText(parts) })] : []),
    ...(hazard > 0 ? [m.look_legend_load_hazards({ value: numberText(hazard) })] : []),
  ];
}
