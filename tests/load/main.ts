import { printSection } from "#tests/bench/table.ts";
import { loadImport } from "./importing.ts";
import { RunningProduct } from "./running.ts";
import { loadSignIn } from "./signIn.ts";
import { loadStreams } from "./streams.ts";

/**
 * `npm run load`, or `npm run load -- streams`, `… import`, `… signin`, `… streams 2000`. Starts a product of its own
 * and stops it; measures only. Ten thousand streams take as many open files: `ulimit -n 20000`.
 */
const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000);
const isAsked = (name: string) =>
  words.includes(name) || !words.some((word) => /^[a-z]+$/.test(word));

console.log("Starting a product of its own …");
const product = await RunningProduct.start();
try {
  if (isAsked("streams")) printSection(await loadStreams(product, count));
  if (isAsked("signin")) printSection(await loadSignIn(product));
  if (isAsked("import")) printSection(await loadImport(product));
} finally {
  await product.stop();
}
