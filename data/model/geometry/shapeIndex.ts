import type Flatbush from "flatbush";
import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { boxIndexOf } from "./boxIndex.ts";
import { outlineContains } from "./contains.ts";
import { squaredDistanceToSegment } from "./measure.ts";
import { type Outlines, outlinesOf } from "./outlines.ts";
import { type Plane, project } from "./plane.ts";

/** Which of many shapes a place is in, or near. Shapes are told by their place in the list; WGS 84. */
export class ShapeIndex {
  readonly #outlines: Outlines;
  readonly #boxes: Flatbush | undefined;

  constructor(
    shapes: readonly (Point | Polygon | MultiPolygon)[],
    private readonly plane: Plane,
  ) {
    this.#outlines = outlinesOf(shapes, plane);
    this.#boxes = boxIndexOf(this.#outlines);
  }

  /** @returns the first shape that holds the position; holes do not count */
  containing(position: Position): number | undefined {
    const [x, y] = project(this.plane, position);
    return this.#near(x, y, 0).find((index) => outlineContains(this.#outlines, index, x, y));
  }

  /** @returns the shape whose outline is nearest, where that is within so many metres */
  nearest(position: Position, meters: number): number | undefined {
    const [x, y] = project(this.plane, position);
    let nearest: number | undefined;
    let least = meters * meters;
    for (const index of this.#near(x, y, meters)) {
      const distance = this.#squaredDistance(index, x, y);
      if (distance > least) continue;
      least = distance;
      nearest = index;
    }
    return nearest;
  }

  /** In the order of the list, so that of two that fit the answer is always the same. */
  #near(x: number, y: number, meters: number): number[] {
    const found = this.#boxes?.search(x - meters, y - meters, x + meters, y + meters) ?? [];
    return found.sort((a, b) => a - b);
  }

  #squaredDistance(index: number, x: number, y: number): number {
    const { x: xs, y: ys, ringStart, geometryStart } = this.#outlines;
    let least = Infinity;
    for (let ring = geometryStart[index]!; ring < geometryStart[index + 1]!; ring++) {
      const end = ringStart[ring + 1]!;
      for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
        const distance = squaredDistanceToSegment(x, y, xs[j]!, ys[j]!, xs[i]!, ys[i]!);
        least = Math.min(least, distance);
      }
    }
    return least;
  }
}
