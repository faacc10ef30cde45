/**
 * 示意图 and "DRAWING" as strokes, by hand: a server need not have any font, and no picture may pass
 * for a photograph. Characters stand in squares of 24 units, letters in boxes of 12 by 16.
 */
const CHARACTERS = [
  // 示
  "M5 5H19M3 10H21M12 10V21L9 20M8 13L4 19M16 13L20 18",
  // 意
  "M12 1V4M5 4H19M9 5L10 8M15 5L14 8M2 9H22M7 11H17V17H7ZM7 14H17M5 19L4 22M9 18V21Q9 22 11 22H17L18 20M13 18L14 20M20 18L22 21",
  // 图
  "M3 3H21V22H3ZM10 5L6 10M9 7H16Q13 13 6 15M9 9Q12 13 18 14M11 15L14 17M9 18L15 20",
];

const LETTERS = [
  "M1 1V15H5Q11 15 11 8T5 1Z",
  "M1 15V1H7Q11 1 11 5T7 9H1M6 9L11 15",
  "M0 15L6 1L12 15M2 10H10",
  "M0 1L3 15L6 5L9 15L12 1",
  "M6 1V15M3 1H9M3 15H9",
  "M1 15V1L11 15V1",
  "M11 4Q9 1 6 1Q1 1 1 8T6 15Q11 15 11 9H7",
];

/** What every drawing says of itself, in its corner. */
export const MARK = [
  '<g fill="none" stroke-linecap="round" stroke-linejoin="round">',
  '<rect x="520" y="536" width="268" height="52" rx="8" fill="#ffffff" fill-opacity=".86"/>',
  '<g stroke="#3a3f4a" stroke-width="1.8">',
  ...CHARACTERS.map(
    (path, index) =>
      `<path transform="translate(${534 + index * 32} 548) scale(1.15)" d="${path}"/>`,
  ),
  "</g>",
  '<g stroke="#3a3f4a" stroke-width="2">',
  ...LETTERS.map(
    (path, index) => `<path transform="translate(${644 + index * 19} 554)" d="${path}"/>`,
  ),
  "</g></g>",
].join("");
