/** One of many that can be chosen. */
export interface PickOption {
  id: string;
  label: string;
  detail?: string;
}
