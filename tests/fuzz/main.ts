import { parseArgs } from "node:util";
import { startFuzzProduct } from "./product.ts";
import { RequestMaker } from "./requests.ts";
import { Random } from "./random.ts";
import { send } from "./send.ts";
import { Judge } from "./judge.ts";

/**
 * `npm run fuzz`: every route of the OpenAPI document, with values that fit, nearly fit and do not fit
 * at all, as somebody of each role of one community. Fails on a 5xx, on an answer that takes long, on a
 * row of another community in an answer, and on a changed row of another community.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const total = Number(values.requests);
const seed = Number(values.seed);
const AT_ONCE = 8;

console.log(`fuzz: ${total} requests, seed ${seed}`);
const product = await startFuzzProduct();
const judge = await Judge.before(product);
const maker = await RequestMaker.of(product, new Random(seed));
const statuses = new Map<number, number>();
let sent = 0;

async function work(): Promise<void> {
  while (sent < total) {
    sent++;
    const request = maker.next();
    const answer = await send(product.address, request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    judge.look(request, answer);
    if (sent % 2000 === 0) console.log(`  ${sent} sent, ${judge.findings.length} findings`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
await judge.after();
await product.close();

const counts = [...statuses].sort(([a], [b]) => a - b);
console.log(counts.map(([status, count]) => `${status}: ${count}`).join("  "));
console.log(`routes: ${maker.routes.length}, slowest: ${Math.round(judge.slowestMs)} ms`);
for (const finding of judge.findings.slice(0, 30)) console.log(`  ${finding}`);
console.log(`${judge.findings.length} findings in ${sent} requests`);
process.exit(judge.findings.length === 0 ? 0 : 1);
