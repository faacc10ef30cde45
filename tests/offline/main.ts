import { parseArgs } from "node:util";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "#tests/e2e/browser.ts";
import { browserCookies } from "#tests/e2e/cookies.ts";
import { signIn } from "#tests/signedIn.ts";
import { m } from "#web/messages/compiled/messages.js";
import { Line } from "./line.ts";
import { KillableProduct } from "./product.ts";
import { arrived, installed, kill, picture, report, standIn } from "./reporter.ts";

/**
 * `npm run offline -- [--reports 200]`: a phone writes reports with a photo each. The first half has no
 * network; in the second half every other one of its requests is answered with 503, some of them after
 * the server has taken it. The tab is killed five times, the server twice. Each report must be at the
 * server once, with its photo. The last line counts.
 */
const { values } = parseArgs({ options: { reports: { type: "string", default: "200" } } });
const REPORTS = Number(values.reports);
/** With little on the map: drawing it without a graphics card is what takes the time. */
const PATH = "/hongqi?mode=report&layers=boundary";
const WORKER = "hongqi.worker1";
/** What was refused often waits five minutes between two tries. */
const PATIENCE_MS = 1_800_000;
const TAB_KILLS = [0.2, 0.4, 0.6, 0.75, 0.9].map((share) => Math.round(REPORTS * share));
const SERVER_KILLS = [0.65, 0.85].map((share) => Math.round(REPORTS * share));

async function openPhone(browser: Browser, address: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    reducedMotion: "reduce",
    baseURL: address,
  });
  context.setDefaultTimeout(120_000);
  await context.addCookies(browserCookies(await signIn(address, WORKER), address));
  await standIn(context, address, "hongqi");
  return context;
}

async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

async function writeAll(context: BrowserContext, product: KillableProduct, line: Line) {
  let page = await openPage(context, PATH);
  await installed(page);
  line.cut();
  const photo = await picture();
  for (let number = 1; number <= REPORTS; number++) {
    if (number === Math.round(REPORTS / 2) + 1) line.state = "troubled";
    if (SERVER_KILLS.includes(number)) {
      await product.kill();
      void product.startAgain();
    }
    await report(page, `report ${number}`, photo);
    if (!TAB_KILLS.includes(number)) continue;
    await kill(page);
    page = await openPage(context, PATH);
    console.log(`${number} written, tab killed`);
  }
  await kill(page);
}

async function readHazards(address: string): Promise<HazardSummary[]> {
  const headers = { Cookie: await signIn(address, "hongqi.secretary") };
  const response = await fetch(`${address}/api/communities/hongqi/hazards?status=all`, { headers });
  return (await response.json()) as HazardSummary[];
}

const product = await KillableProduct.start();
const line = new Line(product.address);
const address = await line.open();
const { path, environment } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  args: BROWSER_ARGUMENTS,
  env: { ...(process.env as Record<string, string>), ...environment },
});
try {
  const context = await openPhone(browser, address);
  const begun = performance.now();
  await writeAll(context, product, line);
  const written = performance.now();
  const page = await openPage(context, "/hongqi?mode=me");
  const empty = page.getByText(m.outbox_empty(), { exact: true });
  const isConfirmed = await empty.waitFor({ timeout: PATIENCE_MS }).then(
    () => true,
    () => false,
  );
  const sent = performance.now();
  const { times, withoutPhoto } = arrived(await readHazards(product.address), "report ");
  const doubled = [...times.values()].filter((count) => count > 1).length;
  const lost = REPORTS - times.size;
  console.log(
    `${REPORTS} reports: ${times.size} at the server, ${lost} lost, ${doubled} doubled,` +
      ` ${withoutPhoto.length} without their photo; ${TAB_KILLS.length + 1} tabs and` +
      ` ${SERVER_KILLS.length} servers killed; written in ${seconds(begun, written)} s,` +
      ` all sent ${seconds(written, sent)} s later`,
  );
  if (!isConfirmed) console.log("the phone still holds some of them back");
  process.exitCode = isConfirmed && lost + doubled + withoutPhoto.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  line.close();
  await product.remove();
}

function seconds(from: number, to: number): number {
  return Math.round((to - from) / 1000);
}
