import "./app.css";
import { mount } from "svelte";
import { v7 } from "uuid";
import App from "./App.svelte";
import { readStart } from "./state/start.ts";

/** Longer than a server near by takes; from then on the page says that it is loading. */
const PATIENCE_MS = 500;

// Browsers have it over https alone, and an office may have none: whatever makes an id must still work.
if (!("randomUUID" in crypto)) Object.assign(crypto, { randomUUID: () => v7() });

const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the map");

// A map that is made after the first paint waits until the graphics have drawn all the rest, about
// a second without a graphics card. So the page waits a moment for what the map needs.
const arriving = readStart();
const early = await Promise.race([
  arriving.catch(() => undefined),
  new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS)),
]);
mount(App, { target, props: { early, arriving } });
