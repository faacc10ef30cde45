import Flatbush from "flatbush";
import type { MultiPolygon } from "geojson";
import { bboxOf } from "../../geometry/bbox.ts";
import { contains } from "../../geometry/contains.ts";
import { project, unproject } from "../../geometry/plane.ts";
import type { PlanMap } from "../planMap.ts";

/** Finds the units under a brush, by their points and by their cells. Metres in the plane of the map. */
export class UnitIndex {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #points: Flatbush | undefined;
  readonly #boxes: Flatbush | undefined;
  readonly #cells: { unit: number; cell: MultiPolygon }[];

  constructor(private readonly map: Pick<PlanMap, "plane" | "points" | "cells">) {
    const count = map.points.length / 2;
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    for (let unit = 0; unit < count; unit++) {
      const place = [map.points[2 * unit]!, map.points[2 * unit + 1]!];
      [this.x[unit], this.y[unit]] = project(map.plane, place);
    }
    this.#cells = map.cells.map(({ id, geometry }) => ({ unit: Number(id), cell: geometry }));
    if (count === 0) return;
    this.#points = new Flatbush(count);
    for (let unit = 0; unit < count; unit++) {
      this.#points.add(this.x[unit]!, this.y[unit]!, this.x[unit]!, this.y[unit]!);
    }
    this.#points.finish();
    if (this.#cells.length === 0) return;
    this.#boxes = new Flatbush(this.#cells.length);
    for (const { cell } of this.#cells) this.#boxes.add(...bboxOf(cell));
    this.#boxes.finish();
  }

  /** The unit whose ground it is, if any. */
  at(x: number, y: number): number | undefined {
    const place = unproject(this.map.plane, x, y);
    const near = this.#boxes?.search(place[0], place[1], place[0], place[1]) ?? [];
    const found = near.find((each) => contains(this.#cells[each]!.cell, place));
    return found === undefined ? undefined : this.#cells[found]!.unit;
  }

  /** Those whose point a disc passes over on its way, and those on whose ground its middle comes. */
  along(ax: number, ay: number, bx: number, by: number, radiusMeters: number): number[] {
    const [minX, maxX] = [Math.min(ax, bx) - radiusMeters, Math.max(ax, bx) + radiusMeters];
    const [minY, maxY] = [Math.min(ay, by) - radiusMeters, Math.max(ay, by) + radiusMeters];
    const near = this.#points?.search(minX, minY, maxX, maxY) ?? [];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.hypot(dx, dy);
    const found = new Set<number>();
    for (const unit of near) {
      const along = ((this.x[unit]! - ax) * dx + (this.y[unit]! - ay) * dy) / (length * length);
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, along));
      const off = Math.hypot(this.x[unit]! - ax - share * dx, this.y[unit]! - ay - share * dy);
      if (off <= radiusMeters) found.add(unit);
    }
    // A quick pointer leaps over whole cells; a small brush lies within one.
    const steps = Math.ceil(length / Math.max(2, radiusMeters));
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 1 : step / steps;
      const unit = this.at(ax + share * dx, ay + share * dy);
      if (unit !== undefined) found.add(unit);
    }
    return [...found];
  }

  /** Those whose point lies within a closed ring. */
  within(ring: readonly (readonly [number, number])[]): number[] {
    const area = { type: "Polygon" as const, coordinates: [ring.map(([x, y]) => [x, y])] };
    const [west, south, east, north] = bboxOf(area);
    const near = this.#points?.search(west, south, east, north) ?? [];
    return near.filter((unit) => contains(area, [this.x[unit]!, this.y[unit]!]));
  }
}
