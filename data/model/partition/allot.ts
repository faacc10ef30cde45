/**
 * Shares `parts` out to components in proportion to their loads (Sainte-Laguë): one at least to each, and none gets
 * more than it has units. Components are no more than parts. Parts that find no unit are not given out.
 */
export function allotParts(
  loads: Float64Array,
  unitCounts: Uint32Array,
  parts: number,
): Uint32Array {
  const allotted = new Uint32Array(loads.length).fill(1);
  const needOf = (component: number) =>
    allotted[component]! < unitCounts[component]!
      ? loads[component]! / (allotted[component]! + 0.5)
      : -1;
  for (let given = loads.length; given < parts; given++) {
    let neediest = 0;
    for (let component = 1; component < loads.length; component++) {
      if (needOf(component) > needOf(neediest)) neediest = component;
    }
    if (needOf(neediest) < 0) break;
    allotted[neediest]!++;
  }
  return allotted;
}
