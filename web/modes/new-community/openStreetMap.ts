import type { Column } from "#data/model/import/columns.ts";

/** As the licence asks (openstreetmap.org/copyright); not translated. */
export const OPENSTREETMAP_ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0";

const TAGS = /^(@id|osm_(way_)?id|full_id|osm_type|(addr|building)[:_]\w+)$/;

/** Whether the properties bear OpenStreetMap's names, as its exports leave them. */
export function isOpenStreetMap(columns: readonly Column[]): boolean {
  return columns.some(({ name }) => TAGS.test(name));
}
