import Combine from "@lucide/svelte/icons/combine";
import Landmark from "@lucide/svelte/icons/landmark";
import Plus from "@lucide/svelte/icons/plus";
import Search from "@lucide/svelte/icons/search";
import Split from "@lucide/svelte/icons/split";
import Trash from "@lucide/svelte/icons/trash-2";
import type { Map as MapLibreMap } from "maplibre-gl";
import { neighboursByBorder } from "#data/model/planning/figures/neighbours.ts";
import { gridsOfUnits } from "#data/model/planning/layout.ts";
import {
  addMicroGrid,
  changeGrid,
  mergeGrid,
  mergeMicroGrid,
  removeGrid,
  removeMicroGrid,
} from "#data/model/planning/painting/groups.ts";
import { splitGrid, splitMicroGrid } from "#data/model/planning/painting/split.ts";
import { flyToBounds } from "#web/map/camera.ts";
import { m } from "#web/messages/compiled/messages.js";
import type { PlanBoard } from "#web/state/planBoard.svelte.ts";
import type { PlanBrush } from "#web/state/planBrush.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import type { MenuItem } from "#web/ui/menuItem.ts";

export interface Commands {
  draft: PlanDraft;
  board: PlanBoard;
  brush: PlanBrush;
  map: MapLibreMap | undefined;
}

const newId = () => crypto.randomUUID();

/** Merging offers the neighbours with which most ground is shared. */
const MOST_NEIGHBOURS = 4;

/** Made when it is opened: it looks at all borders. */
export function menuOfGrid(commands: Commands, gridId: string): MenuItem[] {
  const { draft, board, brush, map } = commands;
  const { state } = draft;
  const facts = state.grids.get(gridId);
  const layout = board.committed;
  const grid = layout.gridIds.indexOf(gridId);
  if (!facts || grid < 0) return [];
  const groupOfUnit = gridsOfUnits(layout);
  const isHeld = facts.isLocked;
  return [
    {
      label: m.paint_find(),
      icon: Search,
      onselect: () => goTo(map, board, (unit) => groupOfUnit[unit] === grid),
    },
    {
      label: m.paint_new_micro_grid(),
      icon: Plus,
      disabled: isHeld,
      onselect: () => {
        const microGridId = crypto.randomUUID();
        draft.apply(addMicroGrid(draft.state, gridId, microGridId));
        brush.goTo("micro-grid");
        brush.aim({ gridId, microGridId });
      },
    },
    {
      label: m.paint_split(),
      icon: Split,
      disabled: isHeld,
      onselect: () =>
        draft.apply(splitGrid(draft.state, board.ground, board.committed, gridId, newId)),
    },
    {
      label: facts.kind === "basic" ? m.paint_make_dedicated() : m.paint_make_basic(),
      icon: Landmark,
      onselect: () => {
        const kind = facts.kind === "basic" ? "dedicated" : "basic";
        draft.apply(changeGrid(draft.state, gridId, { kind }));
      },
    },
    ...(neighboursByBorder(board.ground, groupOfUnit, layout.gridIds.length)[grid] ?? [])
      .filter((other) => !layout.isGridLocked[other])
      .slice(0, MOST_NEIGHBOURS)
      .map((other): MenuItem => {
        const intoId = layout.gridIds[other]!;
        return {
          label: state.grids.get(intoId)?.name ?? "",
          group: m.paint_merge_into(),
          icon: Combine,
          disabled: isHeld,
          onselect: () => {
            draft.apply(mergeGrid(draft.state, gridId, intoId));
            brush.aim({ gridId: intoId, microGridId: null });
          },
        };
      }),
    {
      label: m.paint_delete(),
      detail: m.paint_delete_about(),
      group: " ",
      icon: Trash,
      isDanger: true,
      disabled: isHeld,
      onselect: () => draft.apply(removeGrid(draft.state, gridId)),
    },
  ];
}

export function menuOfMicroGrid(commands: Commands, id: string): MenuItem[] {
  const { draft, board, brush, map } = commands;
  const { state } = draft;
  const layout = board.committed;
  const microGrid = layout.microGridIds.indexOf(id);
  if (microGrid < 0) return [];
  const isHeld = layout.isMicroGridLocked[microGrid]!;
  const gridId = layout.gridIds[layout.gridOfMicroGrid[microGrid]!]!;
  return [
    {
      label: m.paint_find(),
      icon: Search,
      onselect: () => goTo(map, board, (unit) => layout.microGridOfUnit[unit] === microGrid),
    },
    {
      label: m.paint_split(),
      icon: Split,
      disabled: isHeld,
      onselect: () =>
        draft.apply(splitMicroGrid(draft.state, board.ground, board.committed, id, newId)),
    },
    ...(
      neighboursByBorder(board.ground, layout.microGridOfUnit, layout.microGridIds.length)[
        microGrid
      ] ?? []
    )
      .filter((other) => !layout.isMicroGridLocked[other])
      .slice(0, MOST_NEIGHBOURS)
      .map((other): MenuItem => {
        const intoId = layout.microGridIds[other]!;
        return {
          label: state.microGrids.get(intoId)?.name ?? "",
          group: m.paint_merge_into(),
          icon: Combine,
          disabled: isHeld,
          onselect: () => {
            draft.apply(mergeMicroGrid(draft.state, id, intoId));
            const into = draft.state.microGrids.get(intoId);
            brush.aim({ gridId: into?.gridId ?? gridId, microGridId: intoId });
          },
        };
      }),
    {
      label: m.paint_delete(),
      detail: m.paint_delete_about(),
      group: " ",
      icon: Trash,
      isDanger: true,
      disabled: isHeld,
      onselect: () => draft.apply(removeMicroGrid(draft.state, id)),
    },
  ];
}

function goTo(
  map: MapLibreMap | undefined,
  { surface }: PlanBoard,
  isMeant: (unit: number) => boolean,
): void {
  const { points, unitIds } = surface.map;
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  unitIds.forEach((_, unit) => {
    if (!isMeant(unit)) return;
    bounds[0] = Math.min(bounds[0], points[2 * unit]!);
    bounds[1] = Math.min(bounds[1], points[2 * unit + 1]!);
    bounds[2] = Math.max(bounds[2], points[2 * unit]!);
    bounds[3] = Math.max(bounds[3], points[2 * unit + 1]!);
  });
  if (map && bounds[0] <= bounds[2]) flyToBounds(map, bounds);
}
