/**
 * Shares `parts` out to components in proportion to their loads (Sainte-Laguë), one at least to each: components are
 * no more than parts.
 */
export function allotParts(loads: Float64Array, parts: number): Uint32Array {
  const allotted = new Uint32Array(loads.length).fill(1);
  for (let given = loads.length; given < parts; given++) {
    let neediest = 0;
    for (let component = 1; component < loads.length; component++) {
      if (needOf(component) > needOf(neediest)) neediest = component;
    }
    allotted[neediest]!++;
  }
  return allotted;

  function needOf(component: number): number {
    return loads[component]! / (allotted[component]! + 0.5);
  }
}
