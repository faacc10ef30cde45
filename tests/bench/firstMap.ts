import { type Browser, chromium } from "playwright-core";
import { buildPages } from "#server/build.ts";
import { DEFAULT_LAYERS } from "#web/state/view.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../e2e/browser.ts";
import { browserCookies } from "../e2e/cookies.ts";
import { buildBarePage } from "./buildBarePage.ts";
import type { BenchServer } from "./server.ts";
import { median, type Section } from "./table.ts";
import { timeToCompleteMap } from "./watchDrawing.ts";

const GOAL = 1.5;
const VIEWPORT = { width: 1440, height: 900 };

/**
 * Time to the first complete map in a real browser with an empty cache, beside a bare MapLibre page
 * that draws the same layers from the same addresses as plain fills, lines and circles.
 */
export async function benchFirstMap(server: BenchServer, isQuick: boolean): Promise<Section> {
  await buildPages(() => console.log("Building the pages …"));
  const barePath = await buildBarePage(server.filesDirectory);
  const browser = await launch();
  const rows: string[][] = [];
  let worst = 0;
  try {
    for (const slug of ["hongqi", "xinyuan", server.slugs.real]) {
      const found = await compare(browser, server, slug, barePath, isQuick ? 3 : 7);
      worst = Math.max(worst, found.ratio);
      rows.push([
        slug,
        String(found.buildings),
        ...[found.bare, found.product].map((time) => time.toFixed(0)),
        found.ratio.toFixed(2),
      ]);
    }
  } finally {
    await browser.close();
  }
  return {
    title: "First complete map, milliseconds from navigation, beside a bare MapLibre page",
    goal: `≤ ${GOAL} × the bare page (highest: ${worst.toFixed(2)})`,
    isReached: worst <= GOAL,
    columns: ["community", "buildings", "bare", "product", "ratio"],
    rows,
    note: `${browser.version()}, ${VIEWPORT.width} × ${VIEWPORT.height}, empty cache, medians.`,
  };
}

async function launch(): Promise<Browser> {
  const { path, environment } = await findBrowser();
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return chromium.launch({
    executablePath: path,
    args: BROWSER_ARGUMENTS,
    env: { ...Object.fromEntries(inherited), ...environment },
  });
}

async function compare(
  browser: Browser,
  { address, cookie }: BenchServer,
  slug: string,
  barePath: string,
  runs: number,
) {
  const response = await fetch(`${address}/api/communities`, { headers: { Cookie: cookie } });
  const all = (await response.json()) as {
    slug: string;
    bounds: number[];
    counts: { buildings: number };
  }[];
  const community = all.find((each) => each.slug === slug);
  if (!community) throw new Error(`no community ${slug}`);
  const layers = DEFAULT_LAYERS;
  const query = `community=${slug}&layers=${layers.join(",")}&bounds=${community.bounds.join(",")}`;
  const bare: number[] = [];
  const product: number[] = [];
  // The first turn fills the server's cache and does not count.
  for (let run = -1; run < runs; run++) {
    const one = await inFreshBrowser(browser, cookie, `${address}${barePath}?${query}`, layers);
    const other = await inFreshBrowser(browser, cookie, `${address}/${slug}`, layers);
    if (run < 0) continue;
    bare.push(one);
    product.push(other);
  }
  return {
    buildings: community.counts.buildings,
    bare: median(bare),
    product: median(product),
    ratio: median(product.map((time, run) => time / (bare[run] ?? NaN))),
  };
}

/** A context of its own has no cache. */
async function inFreshBrowser(
  browser: Browser,
  cookie: string,
  address: string,
  layers: readonly string[],
) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  await context.addCookies(browserCookies(cookie, address));
  try {
    return await timeToCompleteMap(await context.newPage(), address, layers);
  } finally {
    await context.close();
  }
}
