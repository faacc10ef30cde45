import { m } from "#web/messages/compiled/messages.js";
import { listText } from "#web/words/lists.ts";
import type { Refusal } from "./painter.svelte.ts";

/** Why a stroke did nothing, and what to do. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case "locked":
      return m.paint_refused_locked({ names: listText([...refusal.grids, ...refusal.microGrids]) });
    case "no-target":
      return m.paint_refused_no_target();
    case "no-entrances":
      return m.paint_refused_no_entrances({ name: refusal.name });
  }
}
