import Flatbush from "flatbush";
import type { Outlines } from "./outlines.ts";

/** A spatial index over the boxes of outlines; undefined where there are none. */
export function boxIndexOf({ boxes }: Outlines): Flatbush | undefined {
  if (boxes.length === 0) return undefined;
  const index = new Flatbush(boxes.length / 4);
  for (let i = 0; i < boxes.length; i += 4) {
    index.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
  }
  index.finish();
  return index;
}

/**
 * Puts the geometries whose boxes come within so many metres of the box of geometry `index` into `found`, without the
 * geometry itself. Takes a list to fill: there are as many searches as geometries.
 */
export function collectBoxesNear(
  boxIndex: Flatbush,
  { boxes }: Outlines,
  index: number,
  meters: number,
  found: number[],
): void {
  found.length = 0;
  boxIndex.search(
    boxes[4 * index]! - meters,
    boxes[4 * index + 1]! - meters,
    boxes[4 * index + 2]! + meters,
    boxes[4 * index + 3]! + meters,
    (other) => {
      if (other !== index) found.push(other);
      return false;
    },
  );
}
