import { request } from "node:http";
import { type Browser, chromium } from "playwright-core";
import { buildPages } from "#server/build.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../e2e/browser.ts";
import { browserCookies } from "../e2e/cookies.ts";
import type { BenchServer } from "./server.ts";
import type { Section } from "./table.ts";

/** Thousand bytes, of everything the page needs but the library that draws the map, and with it. */
const GOALS = { withoutMap: 300, withMap: 700 };
const ENCODINGS = ["br", "gzip"] as const;
/** The service worker fetches the rest later than this, once the page stands. */
const SETTLED_MS = 4_000;

const isMapLibrary = (path: string) => /\/assets\/(map|maplibre-gl-worker)-/.test(path);
const isAnswer = (path: string) => path.startsWith("/api/");

/** What a phone fetches when the product is opened on it for the first time, in compressed bytes. */
export async function benchFirstLoad(server: BenchServer): Promise<Section> {
  await buildPages(() => console.log("Building the pages …"));
  const { path, environment } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: BROWSER_ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...environment },
  });
  const fetched = await pathsOf(browser, server, "/hongqi").finally(() => browser.close());
  const kinds = {
    "the page": (each: string) => !isMapLibrary(each) && !isAnswer(each),
    "the map library": isMapLibrary,
    "the community's data": isAnswer,
  };
  const rows: string[][] = [];
  for (const [name, isOfKind] of Object.entries(kinds)) {
    const paths = fetched.filter(isOfKind);
    const sizes = await Promise.all(
      ENCODINGS.map((encoding) => thousandBytes(server, paths, encoding)),
    );
    rows.push([name, String(paths.length), ...sizes.map((size) => size.toFixed(1))]);
  }
  const [page = [], library = []] = rows.map((row) => row.slice(2).map(Number));
  const both = page.map((size, index) => size + (library[index] ?? NaN));
  rows.splice(2, 0, ["page and library", "", ...both.map((size) => size.toFixed(1))]);
  return {
    title: "First load of a phone's start, thousand bytes as compressed",
    goal: `the page ≤ ${GOALS.withoutMap}, page and library ≤ ${GOALS.withMap}, in both encodings`,
    isReached: Math.max(...page) <= GOALS.withoutMap && Math.max(...both) <= GOALS.withMap,
    columns: ["what", "files", ...ENCODINGS],
    rows,
    note: "390 × 844, /hongqi, empty cache. Browsers take br only over https; bodies without headers.",
  };
}

/** What is asked for until nothing more is, whatever came from it. */
async function pathsOf(browser: Browser, { address, cookie }: BenchServer, path: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    serviceWorkers: "block",
  });
  await context.addCookies(browserCookies(cookie, address));
  const paths = new Set<string>();
  let lastAt = performance.now();
  context.on("request", (request) => {
    const { origin, pathname, search } = new URL(request.url());
    const isStream = pathname.endsWith("/events");
    if (origin !== address || isStream || request.method() !== "GET") return;
    paths.add(pathname + search);
    lastAt = performance.now();
  });
  const page = await context.newPage();
  await page.goto(address + path);
  await page.locator(".maplibregl-canvas").waitFor({ timeout: 120_000 });
  while (performance.now() - lastAt < SETTLED_MS) await page.waitForTimeout(200);
  await context.close();
  return [...paths];
}

async function thousandBytes(server: BenchServer, paths: string[], encoding: string) {
  const sizes = await Promise.all(paths.map((path) => bytesOf(server, path, encoding)));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Asked plainly: `fetch` would unpack it. */
function bytesOf({ address, cookie }: BenchServer, path: string, encoding: string) {
  const headers = { Cookie: cookie, "Accept-Encoding": encoding };
  return new Promise<number>((resolve, reject) => {
    const asked = request(address + path, { headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => resolve(bytes));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });
}
