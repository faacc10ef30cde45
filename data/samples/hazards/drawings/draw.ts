import type { PhotoKind } from "../../../model/hazards/kinds.ts";
import { MARK } from "./marks.ts";
import { PAIRS } from "./things.ts";

export const DRAWING_WIDTH = 800;
export const DRAWING_HEIGHT = 600;

/**
 * A drawing as SVG, saying of itself that it is one.
 * @param name what a picture's `drawing` says: "paving-after"
 * @throws RangeError where there is none of that name
 */
export function draw(name: string): string {
  const end = name.lastIndexOf("-");
  const pair = PAIRS[name.slice(0, end)];
  const kind = name.slice(end + 1) as PhotoKind;
  const drawn = pair?.[kind];
  if (!pair || drawn === undefined) throw new RangeError(`no drawing ${name}`);
  const size = `width="${DRAWING_WIDTH}" height="${DRAWING_HEIGHT}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${pair.scene}${drawn}${MARK}</svg>`;
}
