import type { HazardLines } from "#data/model/answers/hazardLines.ts";
import { LAYERS } from "#data/model/layers.ts";

/** What is asked for is what the service worker keeps; it sees what the page does, and nothing else. */
const PATIENCE_MS = 12_000;
/** Hazards of one's own that somebody opens in a stairwell. */
const MOST_HAZARDS = 30;

/**
 * Asks once for what a person needs without a network: the layers, what is due, their hazards. Later
 * changes come by themselves, with what the page asks for.
 * @returns its own undo
 */
export function keepReady(slug: string): () => void {
  if (!("serviceWorker" in navigator)) return () => undefined;
  const abort = new AbortController();
  const start = setTimeout(() => void ask(slug, abort.signal), PATIENCE_MS);
  return () => {
    clearTimeout(start);
    abort.abort();
  };
}

async function ask(slug: string, signal: AbortSignal): Promise<void> {
  await navigator.serviceWorker.ready;
  const community = `/api/communities/${encodeURIComponent(slug)}`;
  const read = (path: string) => fetch(path, { signal }).catch(() => undefined);
  await read("/api/me");
  await read("/api/communities");
  const layers = LAYERS.filter((layer) => layer !== "party-households" && layer !== "cells");
  for (const layer of layers) await read(`${community}/layers/${layer}`);
  // Their names are written at points of their own.
  for (const layer of ["compounds", "grids", "micro-grids"]) {
    await read(`${community}/layers/${layer}?as=points`);
  }
  for (const part of [
    "coverage",
    "themes",
    "hazard-rules",
    "checklists",
    "my-targets",
    "hazards",
    "hazard-lines",
  ]) {
    await read(`${community}/${part}`);
  }
  const own = await read(`${community}/hazard-lines?mine=true`);
  if (!own?.ok) return;
  const { id: ids } = (await own.json()) as HazardLines;
  for (const id of ids.slice(0, MOST_HAZARDS)) await read(`${community}/hazards/${id}`);
}
