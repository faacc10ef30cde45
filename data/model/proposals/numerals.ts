const DIGITS = "零一二三四五六七八九";
const PLACES = ["", "十", "百", "千"];

/** 1 to 9,999 as a name has it: 十五, 一百零三. */
export function chineseNumeral(value: number): string {
  let text = "";
  let isAfterGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isAfterGap = text !== "";
      continue;
    }
    if (isAfterGap) text += DIGITS[0];
    isAfterGap = false;
    text += `${DIGITS[digit]}${PLACES[place]}`;
  }
  return text.startsWith("一十") ? text.slice(1) : text;
}

/** The number of a numeral such as 3, 十五 or 一百零三; undefined for anything else. */
export function numberOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  let [sum, digit] = [0, 0];
  for (const character of numeral) {
    const place = PLACES.indexOf(character);
    const value = DIGITS.indexOf(character);
    if (value >= 0) digit = value;
    else if (place > 0) {
      sum += (digit || 1) * 10 ** place;
      digit = 0;
    } else return undefined;
  }
  return sum + digit;
}
