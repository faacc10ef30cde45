import type { Components } from "./components.ts";
import type { PartitionGraph } from "./graph.ts";

/** Units in an order in which those of a part stand together, and parts near each other too. */
export interface Bisection {
  order: Uint32Array;
  /** Part `p` is `order` from `starts[p]` to `starts[p + 1]`. */
  starts: Uint32Array;
}

/**
 * Cuts the units of each component in two across the longer side of their box, in the proportion of the loads the
 * halves are to hold (`targets`, part by part), and so on until each of its `allotted` parts has its own (recursive
 * coordinate bisection); O(n log parts). The box is turned by `angle`, radians.
 */
export function bisect(
  graph: PartitionGraph,
  components: Components,
  allotted: Uint32Array,
  targets: Float64Array,
  angle: number,
): Bisection {
  const { order, ends } = orderByComponent(components);
  const cloud = cloudOf(graph, order, angle);
  const starts = new Uint32Array(allotted.reduce((sum, parts) => sum + parts, 0) + 1);
  let [start, part] = [0, 0];
  for (let component = 0; component < components.count; component++) {
    halve(cloud, targets, start, ends[component]!, part, allotted[component]!, starts);
    start = ends[component]!;
    part += allotted[component]!;
  }
  starts[part] = graph.count;
  return { order, starts };
}

/** Places moved together, so that every pass reads them in line. */
interface Cloud {
  order: Uint32Array;
  x: Float64Array;
  y: Float64Array;
  loads: Float64Array;
}

function orderByComponent({ ofUnit, count }: Components) {
  const ends = new Uint32Array(count + 1);
  for (let unit = 0; unit < ofUnit.length; unit++) ends[ofUnit[unit]! + 1]!++;
  for (let component = 0; component < count; component++) ends[component + 1]! += ends[component]!;
  const order = new Uint32Array(ofUnit.length);
  for (let unit = 0; unit < ofUnit.length; unit++) order[ends[ofUnit[unit]!]!++] = unit;
  return { order, ends };
}

function cloudOf({ x, y, loads, count }: PartitionGraph, order: Uint32Array, angle: number): Cloud {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const cloud: Cloud = {
    order,
    x: new Float64Array(count),
    y: new Float64Array(count),
    loads: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const unit = order[i]!;
    cloud.x[i] = cosine * x[unit]! - sine * y[unit]!;
    cloud.y[i] = sine * x[unit]! + cosine * y[unit]!;
    cloud.loads[i] = loads[unit]!;
  }
  return cloud;
}

function halve(
  cloud: Cloud,
  targets: Float64Array,
  start: number,
  end: number,
  firstPart: number,
  parts: number,
  starts: Uint32Array,
) {
  starts[firstPart] = start;
  if (parts <= 1) return;
  const { x, y, loads } = cloud;
  let [minX, maxX, minY, maxY, total] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (let i = start; i < end; i++) {
    if (x[i]! < minX) minX = x[i]!;
    if (x[i]! > maxX) maxX = x[i]!;
    if (y[i]! < minY) minY = y[i]!;
    if (y[i]! > maxY) maxY = y[i]!;
    total += loads[i]!;
  }
  const left = parts >> 1;
  let [wanted, wantedLeft] = [0, 0];
  for (let i = 0; i < parts; i++) {
    wanted += targets[firstPart + i]!;
    if (i < left) wantedLeft += targets[firstPart + i]!;
  }
  const keys = maxX - minX >= maxY - minY ? x : y;
  const found = select(cloud, keys, start, end, (total * wantedLeft) / (wanted || 1));
  // No part goes without a unit while there are enough of them.
  const middle = Math.max(start + left, Math.min(found, end - (parts - left)));
  halve(cloud, targets, start, middle, firstPart, left, starts);
  halve(cloud, targets, middle, end, firstPart + left, parts - left, starts);
}

/** Orders a range so that the units before the index given back have the smallest keys and together about `target`. */
function select(cloud: Cloud, keys: Float64Array, from: number, to: number, target: number) {
  const { loads } = cloud;
  let [start, end, wanted] = [from, to, target];
  while (start < end) {
    const pivot = middleOf(keys[start]!, keys[(start + end) >> 1]!, keys[end - 1]!);
    let [low, high, below] = [start, end - 1, 0];
    while (low <= high) {
      while (keys[low]! < pivot) below += loads[low++]!;
      while (keys[high]! > pivot) high--;
      if (low > high) break;
      if (low < high) swap(cloud, low, high);
      below += loads[low++]!;
      high--;
    }
    // Where both ends met on one unit it stands between the sides, in its place already.
    const between = low - high === 2 ? loads[high + 1]! : 0;
    if (wanted >= below) {
      wanted -= below;
      start = low;
    } else if (wanted >= below - between) {
      return wanted - (below - between) > between / 2 ? low : low - 1;
    } else end = high + 1;
  }
  return start;
}

function middleOf(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}

function swap({ order, x, y, loads }: Cloud, i: number, j: number) {
  const unit = order[i]!;
  order[i] = order[j]!;
  order[j] = unit;
  swapIn(x, i, j);
  swapIn(y, i, j);
  swapIn(loads, i, j);
}

function swapIn(values: Float64Array, i: number, j: number) {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
}
