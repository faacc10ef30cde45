import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { buildPages } from "#server/build.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../e2e/browser.ts";
import { browserCookies } from "../e2e/cookies.ts";
import { storeHazards } from "./hazardListRows.ts";
import { IDENTITY, read } from "./layerRequests.ts";
import type { BenchServer } from "./server.ts";
import { median, type Section } from "./table.ts";

const HAZARDS = 10_000;
const GOALS = { milliseconds: 16, rowsInPage: 60 };
/** A fast turn: some ten rows. */
const WHEEL_PIXELS = 800;
/** In case the end never comes. */
const MOST_TURNS = 1_000;

interface Scrolled {
  /** Script of each turn of the wheel with its frames, milliseconds. */
  scripts: number[];
  mostRows: number;
  openedSeconds: number;
  isAtEnd: boolean;
}

/** Ten thousand open hazards in a real browser: the list is opened, and scrolled to its end by the wheel. */
export async function benchHazardList(server: BenchServer, isQuick: boolean): Promise<Section> {
  await buildPages(() => console.log("Building the pages …"));
  await storeHazards(server, HAZARDS);
  const answer = await readAnswer(server);
  const { path, environment } = await findBrowser();
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const env = { ...Object.fromEntries(inherited), ...environment };
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS, env });
  try {
    const found = await openAndScroll(browser, server, isQuick ? 100 : MOST_TURNS);
    const scripts = found.scripts.toSorted((a, b) => a - b);
    const high = scripts[Math.floor(scripts.length * 0.95)] ?? NaN;
    return {
      title: `A list of ${HAZARDS} hazards in a browser, scrolled by the wheel, milliseconds`,
      goal: `95 of 100 turns ≤ ${GOALS.milliseconds} of script, ≤ ${GOALS.rowsInPage} rows in the page`,
      isReached: high <= GOALS.milliseconds && found.mostRows <= GOALS.rowsInPage,
      columns: ["screen", "turn", "95 %", "most", "rows in the page", "turns", "opened, s"],
      rows: [
        [
          "1440 × 900, wheel",
          ...[median(scripts), high, scripts.at(-1) ?? NaN].map((value) => value.toFixed(1)),
          ...[found.mostRows, scripts.length].map(String),
          found.openedSeconds.toFixed(1),
        ],
      ],
      note:
        `turn: script of ${WHEEL_PIXELS} px of the wheel and of the frames it causes; ` +
        `${found.isAtEnd ? "to the end" : "not to the end"}. The list's answer: ${answer}.`,
    };
  } finally {
    await browser.close();
  }
}

async function readAnswer({ address, cookie, slugs }: BenchServer): Promise<string> {
  const parts: string[] = [];
  for (const path of ["hazard-lines", "hazards"]) {
    const whole = `${address}/api/communities/${slugs.large}/${path}`;
    const packed = await read(whole, { "Accept-Encoding": "gzip", Cookie: cookie });
    const before = process.cpuUsage();
    const plain = await read(whole, { ...IDENTITY, Cookie: cookie });
    const { user, system } = process.cpuUsage(before);
    const kilobytes = [plain, packed].map(({ bytes }) => Math.round(bytes.length / 1000));
    const processor = Math.round((user + system) / 1000);
    parts.push(`${path} ${kilobytes[0]} kB, compressed ${kilobytes[1]} kB, ${processor} ms`);
  }
  return parts.join("; ");
}

async function openAndScroll(
  browser: Browser,
  { address, cookie, slugs }: BenchServer,
  mostTurns: number,
): Promise<Scrolled> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", locale: "zh-CN" },
  });
  await context.addCookies(browserCookies(cookie, address));
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  const start = performance.now();
  await page.goto(`${address}/${slugs.large}?mode=hazards`);
  const row = page.locator("li[aria-posinset]");
  await row.first().waitFor();
  const openedSeconds = (performance.now() - start) / 1000;
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await settle(page, session);
  const box = await row.first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 80, (box?.y ?? 0) + 20);
  const scripts: number[] = [];
  let [mostRows, isAtEnd] = [0, false];
  while (!isAtEnd && scripts.length < mostTurns) {
    const before = await scriptMilliseconds(session);
    await page.mouse.wheel(0, WHEEL_PIXELS);
    const seen = await page.evaluate(afterFrames);
    scripts.push((await scriptMilliseconds(session)) - before);
    mostRows = Math.max(mostRows, seen.rows);
    isAtEnd = seen.isLast;
  }
  return { scripts, mostRows, openedSeconds, isAtEnd };
}

/** In the page: once what the wheel caused is drawn. */
async function afterFrames(): Promise<{ rows: number; isLast: boolean }> {
  // No function with a name: the page has not what names it.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const rows = [...document.querySelectorAll("li[aria-posinset]")];
  const isLast = rows.some((row) => {
    return row.getAttribute("aria-posinset") === row.getAttribute("aria-setsize");
  });
  return { rows: rows.length, isLast };
}

/** Until the map, too, is drawn: its scripts are not the list's. */
async function settle(page: Page, session: CDPSession): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const before = await scriptMilliseconds(session);
    await page.waitForTimeout(500);
    quiet = (await scriptMilliseconds(session)) - before < 5 ? quiet + 1 : 0;
  }
}

async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN);
}
