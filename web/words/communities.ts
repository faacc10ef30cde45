import type { CommunitySummary } from "#data/model/answers/communities.ts";

/** A community's or an area's name in the language of the interface. */
export function nameIn(thing: { name: string; nameEn: string | null }, locale: string): string {
  return locale === "en" ? (thing.nameEn ?? thing.name) : thing.name;
}

/** 阳泉 · 矿区 · 蔡洼街道 */
export function areaPath({ areas }: CommunitySummary, locale: string): string {
  return areas.map((area) => nameIn(area, locale)).join(" · ");
}
