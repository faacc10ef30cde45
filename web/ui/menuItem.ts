import type { Icon } from "./icon.ts";

export interface MenuItem {
  label: string;
  detail?: string;
  icon?: Icon;
  isCurrent?: boolean;
  isDanger?: boolean;
  disabled?: boolean;
  /** Items of one group stand together under this heading. */
  group?: string;
  onselect: () => void;
}
