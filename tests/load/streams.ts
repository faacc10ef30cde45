import type { Section } from "#tests/bench/table.ts";
import { row } from "./importing.ts";
import { measureReads } from "./reads.ts";
import type { RunningProduct } from "./running.ts";
import {
  DEAF_PATH,
  openDeafReaders,
  openSlowSenders,
  openStreams,
  type OpenStream,
} from "./sockets.ts";

const MEASURE_MS = 5000;
const SLOW_CLIENTS = 200;

/** Layer reads with nobody else there, beside many open streams, and beside slow clients as well. */
export async function loadStreams(product: RunningProduct, count: number): Promise<Section> {
  const { port } = product;
  // The first reading of a community takes its time; it is not what is measured.
  await fetch(`${product.address}${DEAF_PATH}`).then((response) => response.arrayBuffer());
  await measureReads(port, 1000);
  const before = await product.ask("strain");
  const rows = [row("nobody else", await measureReads(port, MEASURE_MS))];

  const streams = await openStreams(port, count);
  const after = await product.ask("strain");
  rows.push(row(`${count} streams`, await measureReads(port, MEASURE_MS)));

  const publishing = measureReads(port, 3000);
  await product.ask("strain");
  const told = await publish(product, streams);
  const { longestStallMs } = await product.ask("strain");
  rows.push(row("… and a change told to all", await publishing));

  const stops = [
    await openSlowSenders(port, SLOW_CLIENTS),
    await openDeafReaders(port, SLOW_CLIENTS),
  ];
  rows.push(row(`… and ${2 * SLOW_CLIENTS} slow clients`, await measureReads(port, MEASURE_MS)));
  const beside = await product.ask("strain");
  for (const stop of stops) stop();
  for (const { socket } of streams) socket.removeAllListeners("close").destroy();

  const bytes = (after.heldBytes - before.heldBytes) / count;
  const grown = (beside.heldBytes - after.heldBytes) / 2 ** 20;
  return {
    title: "Layer reads beside open event streams and slow clients",
    goal: "a change told to all holds the event loop for at most 100 ms",
    isReached: longestStallMs <= 100,
    columns: ["milliseconds", "number", "median", "slowest 1 %", "longest"],
    rows,
    note:
      `${(bytes / 1024).toFixed(1)} KB a stream; all told after ${told.toFixed(0)} ms, the event ` +
      `loop held for ${longestStallMs.toFixed(0)} ms at most; slow clients took ${grown.toFixed(0)} MB.`,
  };
}

/** @returns the milliseconds until the last has heard */
async function publish(product: RunningProduct, streams: OpenStream[]): Promise<number> {
  const heard = streams.map(({ events }) => events);
  const start = performance.now();
  await product.ask("publish");
  while (streams.some(({ events }, index) => events === heard[index])) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - start;
}
