import type { Component } from "svelte";

/** An icon of `@lucide/svelte/icons/…`, where a component sets its size itself. */
export type Icon = Component<{ size?: number }>;
