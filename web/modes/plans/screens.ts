/** All that planning puts on the screen, in the panel and on the map: one thing to load. */
export { default as PaintOverlay } from "./paint/PaintOverlay.svelte";
export { default as PlanOnMap } from "./PlanOnMap.svelte";
export { default as PlansMode } from "./PlansMode.svelte";
