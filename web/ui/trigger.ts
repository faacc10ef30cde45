import type { Snippet } from "svelte";

/**
 * What opens a floating part: the snippet spreads `props` on its own button, which gives that
 * button the keys, the events and the ARIA state.
 */
export type Trigger = Snippet<[{ props: Record<string, unknown> }]>;
