import { changeGrid, changeMicroGrid } from "#data/model/planning/painting/groups.ts";
import type { PlanBrush } from "#web/state/planBrush.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { targetsOf } from "./targets.ts";
import { TOOL_NAMES, TOOLS } from "./tools.ts";

const WIDER = 1.25;

interface Keyed {
  draft: PlanDraft;
  brush: PlanBrush;
  ongiveup: () => void;
  onkeys: () => void;
}

/** Whether a key is for the field it is typed in. */
export function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** @returns whether the key was meant for painting */
export function pressKey(event: KeyboardEvent, { draft, brush, ongiveup, onkeys }: Keyed): boolean {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (key === "y" || (key === "z" && event.shiftKey)) draft.redo();
    else if (key === "z") draft.undo();
    else return false;
    return true;
  }
  if (event.altKey) return false;
  const tool = TOOL_NAMES.find((name) => TOOLS[name].key.toLowerCase() === key);
  if (key === "k" && event.shiftKey) toggleLock(draft, brush);
  else if (tool) brush.use(tool);
  else if (key === "e") brush.erase(!brush.isErasing);
  else if (key === "." || key === ",") stepTarget(draft, brush, key === "." ? 1 : -1);
  else if (key === "1" || key === "2") brush.goTo(key === "1" ? "grid" : "micro-grid");
  else if (key === "[") brush.widen(brush.radiusPixels / WIDER - 1);
  else if (key === "]") brush.widen(brush.radiusPixels * WIDER + 1);
  else if (key === "?") onkeys();
  else if (key === "Escape") ongiveup();
  else return false;
  return true;
}

/** To the next grid, or micro-grid, in the order of the list; the last is followed by the first. */
export function stepTarget(draft: PlanDraft, brush: PlanBrush, by: 1 | -1): void {
  const targets = targetsOf(draft.state, brush.level);
  const now = brush.targetIn(draft.state);
  const place = targets.findIndex((target) =>
    brush.level === "grid"
      ? target.gridId === now?.gridId
      : target.microGridId === now?.microGridId,
  );
  const next = targets[(place + by + targets.length) % targets.length];
  if (next) brush.aim(next);
}

export function toggleLock(draft: PlanDraft, brush: PlanBrush): void {
  const { state } = draft;
  const target = brush.targetIn(state);
  if (!target) return;
  if (brush.level === "grid" || target.microGridId === null) {
    const isLocked = !state.grids.get(target.gridId)?.isLocked;
    draft.apply(changeGrid(state, target.gridId, { isLocked }));
  } else {
    const isLocked = !state.microGrids.get(target.microGridId)?.isLocked;
    draft.apply(changeMicroGrid(state, target.microGridId, { isLocked }));
  }
}
