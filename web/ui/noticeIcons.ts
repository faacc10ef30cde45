import CircleCheck from "@lucide/svelte/icons/circle-check";
import Info from "@lucide/svelte/icons/info";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import type { Icon } from "./icon.ts";
import type { NoticeKind } from "./toasts.svelte.ts";

/** The shape says the kind too, for those who do not tell the colours apart. */
export const NOTICE_ICONS: Record<NoticeKind, Icon> = {
  info: Info,
  warn: TriangleAlert,
  danger: OctagonAlert,
  good: CircleCheck,
};
