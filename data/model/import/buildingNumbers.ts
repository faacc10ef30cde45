const DIGITS = "零一二三四五六七八九";
const NUMERALS = "零〇一二两三四五六七八九十百";
const UNITS: Record<string, number> = { 十: 10, 百: 100 };

/**
 * 一号楼, 1幢, 1栋, 1#楼, A座 in the middle of a text. 座 counts things too (一座桥), so not behind a numeral.
 */
const SUFFIX = "号[楼栋幢]|[幢栋]楼?";
const PLAIN = `([a-z]?\\d+[a-z]?|(?<![a-z])[a-z])(?:${SUFFIX}|座|#楼?)`;
const NUMERAL = `(?<![\\d${NUMERALS}])([${NUMERALS}]+)(?:${SUFFIX})`;
const NUMBERED_BUILDING = new RegExp(`第?(?:${PLAIN}|${NUMERAL})`, "g");
const PREFIX = /^(?:building|bldg|block|blk|no|number|楼|栋|幢|第)[.:#\s]*(?=[a-z]?\d)/;
/** Whole cells only: in running text 3楼 is a floor and 3号 a door. */
const WHOLE_NUMBER = new RegExp(`^第?([a-z]?\\d+[a-z]?|[a-z]|[${NUMERALS}]+)(?:号楼|号|楼|座)?$`);

/** 12 for 十二, 203 for 二〇三, 103 for 一百零三; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  const isNumeral = text !== "" && [...text].every((character) => NUMERALS.includes(character));
  if (!isNumeral) return undefined;
  const plain = text.replaceAll("〇", "零").replaceAll("两", "二");
  if (!/[十百]/.test(plain)) {
    return Number([...plain].map((character) => DIGITS.indexOf(character)).join(""));
  }
  let total = 0;
  let digit: number | undefined;
  for (const character of plain) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = DIGITS.indexOf(character);
    } else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** Text made comparable: full width to half width, lower case, single spaces. */
export function normaliseText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Normalised text in which every way to write a building's number is written 1号楼: 晨光小区一栋 → 晨光小区1号楼.
 */
export function unifyBuildingNumbers(text: string): string {
  return normaliseText(text).replace(
    NUMBERED_BUILDING,
    (_whole, plain?: string, numeral?: string) => `${plainNumber(plain ?? numeral ?? "")}号楼`,
  );
}

/** For comparison only: 1幢, 1栋, 1号楼, 一号楼, 01, Block 1 all give `1`; 28号院 stays another thing. */
export function normaliseBuildingNumber(text: string): string {
  const unified = unifyBuildingNumbers(text).replace(PREFIX, "").replace(/\s/g, "");
  const number = WHOLE_NUMBER.exec(unified)?.[1];
  return number === undefined ? unified : plainNumber(number);
}

function plainNumber(number: string): string {
  const value = chineseNumber(number);
  return value === undefined ? number.replace(/^([a-z]?)0+(?=\d)/, "$1") : String(value);
}
