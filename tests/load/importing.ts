import { townBundle } from "#tests/bench/townBundle.ts";
import type { Section } from "#tests/bench/table.ts";
import { type Latency, measureReads, summarise } from "./reads.ts";
import type { RunningProduct } from "./running.ts";

const BUILDINGS = 50_000;
const PAUSE_MS = 20;

/** How long others wait while one brings a whole town, on the embedded database. */
export async function loadImport(product: RunningProduct): Promise<Section> {
  const form = townForm(BUILDINGS);
  const calm = await othersUntil(product, new Promise((resolve) => setTimeout(resolve, 4000)));
  await product.ask("strain");
  const start = performance.now();
  const importing = fetch(`${product.address}/api/communities`, { method: "POST", body: form });
  const meanwhile = await othersUntil(product, importing);
  const seconds = (performance.now() - start) / 1000;
  const response = await importing;
  if (response.status !== 201) throw new Error(await response.text());
  const { longestStallMs } = await product.ask("strain");
  return {
    title: `While ${BUILDINGS.toLocaleString("en")} buildings are imported (${seconds.toFixed(0)} s)`,
    goal: "another community's write waits at most a second",
    isReached: meanwhile.writes.longestMs <= 1000,
    columns: ["milliseconds", "number", "median", "slowest 1 %", "longest"],
    rows: [
      row("writes of another, before", calm.writes),
      row("writes of another, meanwhile", meanwhile.writes),
      row("layer reads, before", calm.reads),
      row("layer reads, meanwhile", meanwhile.reads),
    ],
    note: `The event loop was held for ${longestStallMs.toFixed(0)} ms at most.`,
  };
}

export function row(name: string, latency: Latency): string[] {
  const { count, medianMs, slowest1PercentMs, longestMs } = latency;
  const figures = [medianMs, slowest1PercentMs, longestMs].map((value) => value.toFixed(1));
  return [name, String(count), ...figures];
}

async function othersUntil(product: RunningProduct, end: Promise<unknown>) {
  let isOver = false;
  const over = end.finally(() => (isOver = true));
  const writes: number[] = [];
  const reads: Latency[] = [];
  const writing = async () => {
    while (!isOver) {
      writes.push((await product.ask("write")).milliseconds);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const reading = async () => {
    while (!isOver) reads.push(await measureReads(product.port, 1000));
  };
  await Promise.all([over, writing(), reading()]);
  const longest = Math.max(...reads.map(({ longestMs }) => longestMs));
  const median = summarise(reads.map(({ medianMs }) => medianMs)).medianMs;
  const slowest = Math.max(...reads.map(({ slowest1PercentMs }) => slowest1PercentMs));
  const count = reads.reduce((sum, each) => sum + each.count, 0);
  return {
    writes: summarise(writes),
    reads: { count, medianMs: median, slowest1PercentMs: slowest, longestMs: longest },
  };
}

function townForm(count: number): FormData {
  const { buildings } = townBundle(count);
  const features = buildings.map(({ name, storeys, footprint }) => ({
    type: "Feature",
    properties: { name, storeys },
    geometry: footprint,
  }));
  const text = JSON.stringify({ type: "FeatureCollection", features });
  const form = new FormData();
  form.set("name", "Large town");
  form.set("file", new File([text], "town.geojson"));
  return form;
}
