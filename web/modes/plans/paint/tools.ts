import Brush from "@lucide/svelte/icons/brush";
import Building from "@lucide/svelte/icons/building";
import Lasso from "@lucide/svelte/icons/lasso";
import Lock from "@lucide/svelte/icons/lock";
import MousePointerClick from "@lucide/svelte/icons/mouse-pointer-click";
import Pipette from "@lucide/svelte/icons/pipette";
import Scissors from "@lucide/svelte/icons/scissors";
import SquareDashed from "@lucide/svelte/icons/square-dashed";
import Building2 from "@lucide/svelte/icons/building-2";
import { m } from "#web/messages/compiled/messages.js";
import type { PaintTool } from "#web/state/planBrush.svelte.ts";
import type { Icon } from "#web/ui/icon.ts";

interface ToolFace {
  icon: Icon;
  name: () => string;
  /** One word, to stand by the icon. */
  short: () => string;
  key: string;
}

/** In the order of the toolbar. */
export const TOOLS = {
  click: {
    icon: MousePointerClick,
    name: m.paint_tool_click,
    short: m.paint_tool_short_click,
    key: "V",
  },
  brush: { icon: Brush, name: m.paint_tool_brush, short: m.paint_tool_brush, key: "B" },
  rectangle: {
    icon: SquareDashed,
    name: m.paint_tool_rectangle,
    short: m.paint_tool_rectangle,
    key: "R",
  },
  lasso: { icon: Lasso, name: m.paint_tool_lasso, short: m.paint_tool_lasso, key: "L" },
  compound: {
    icon: Building2,
    name: m.paint_tool_compound,
    short: m.paint_tool_short_compound,
    key: "C",
  },
  building: {
    icon: Building,
    name: m.paint_tool_building,
    short: m.paint_tool_short_building,
    key: "H",
  },
  break: { icon: Scissors, name: m.paint_tool_break, short: m.paint_tool_short_break, key: "X" },
  pick: { icon: Pipette, name: m.paint_tool_pick, short: m.paint_tool_short_pick, key: "I" },
  lock: { icon: Lock, name: m.paint_tool_lock, short: m.paint_tool_short_lock, key: "K" },
} satisfies Record<PaintTool, ToolFace>;

export const TOOL_NAMES = Object.keys(TOOLS) as PaintTool[];

/** Keys that are no tool, as they are shown and heard. */
export const KEYS = {
  erase: { key: "E", name: m.paint_erase },
  next: { key: ".", name: m.paint_next_target },
  previous: { key: ",", name: m.paint_previous_target },
  grid: { key: "1", name: m.paint_level_grid },
  microGrid: { key: "2", name: m.paint_level_micro_grid },
  lockTarget: { key: "Shift K", name: m.paint_lock_target },
  narrower: { key: "[", name: m.paint_narrower },
  wider: { key: "]", name: m.paint_wider },
  undo: { key: "Ctrl Z", name: m.paint_undo },
  redo: { key: "Ctrl Shift Z", name: m.paint_redo },
  pan: { key: "Space", name: m.paint_pan },
  give_up: { key: "Esc", name: m.paint_give_up },
  keys: { key: "?", name: m.paint_keys },
} as const;
