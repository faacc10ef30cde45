import Bike from "@lucide/svelte/icons/bike";
import Building from "@lucide/svelte/icons/building";
import CircleEllipsis from "@lucide/svelte/icons/circle-ellipsis";
import DoorOpen from "@lucide/svelte/icons/door-open";
import Droplets from "@lucide/svelte/icons/droplets";
import Flame from "@lucide/svelte/icons/flame";
import Fuel from "@lucide/svelte/icons/fuel";
import TrafficCone from "@lucide/svelte/icons/traffic-cone";
import Trash from "@lucide/svelte/icons/trash-2";
import Zap from "@lucide/svelte/icons/zap";
import type { HazardCategory } from "#data/model/hazards/kinds.ts";
import type { Icon } from "#web/ui/icon.ts";

export const CATEGORY_ICONS = {
  fire: Flame,
  wiring: Zap,
  gas: Fuel,
  ebike: Bike,
  exit: DoorOpen,
  structure: Building,
  road: TrafficCone,
  drainage: Droplets,
  rubbish: Trash,
  other: CircleEllipsis,
} satisfies Record<HazardCategory, Icon>;
