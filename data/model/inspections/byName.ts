import { chineseNumber } from "../import/buildingNumbers.ts";

const natural = new Intl.Collator("zh-CN", { numeric: true });

/** As people count: 第二网格 before 第十网格, which by their readings stand the other way round. */
export function byName(a: { name: string }, b: { name: string }): number {
  return natural.compare(withDigits(a.name), withDigits(b.name));
}

function withDigits(name: string): string {
  return name.replace(/[一二三四五六七八九十百]+/g, (numeral) =>
    String(chineseNumber(numeral) ?? numeral),
  );
}
