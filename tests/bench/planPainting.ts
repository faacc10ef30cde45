import { fileURLToPath } from "node:url";
import type { Map as MapLibreMap } from "maplibre-gl";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import { buildPages } from "#server/build.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../e2e/browser.ts";
import { browserCookies } from "../e2e/cookies.ts";
import type { BenchServer } from "./server.ts";
import { median, type Section } from "./table.ts";

const GOALS = { moveMilliseconds: 8, releaseMilliseconds: 50 };
const MOVES_PER_STROKE = 40;
const NOTE_PAINTING = fileURLToPath(new URL("./notePainting.js", import.meta.url));

interface Noted {
  moves: number[];
  frames: number[];
  release: number | undefined;
}
/** With the processor time of all scripts of the page for each move: the same on a busy machine. */
interface Stroke extends Noted {
  processor: number;
}
declare global {
  interface Window {
    painting: Noted & { releasedAt: number | undefined };
  }
}
interface MapElement extends HTMLElement {
  maplibre?: MapLibreMap;
}

const SCREENS = [
  { name: "1440 × 900, mouse", viewport: { width: 1440, height: 900 }, hasTouch: false },
  { name: "390 × 844, finger", viewport: { width: 390, height: 844 }, hasTouch: true },
];

/** Painting on a draft of 5,000 buildings in a real browser: script of each move, and the release. */
export async function benchPlanPainting(server: BenchServer, isQuick: boolean): Promise<Section> {
  await buildPages(() => console.log("Building the pages …"));
  const planId = await makeDraft(server);
  const { path, environment } = await findBrowser();
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const env = { ...Object.fromEntries(inherited), ...environment };
  const browser = await chromium.launch({ executablePath: path, args: BROWSER_ARGUMENTS, env });
  const rows: string[][] = [];
  let [slowestMove, slowestRelease] = [0, 0];
  try {
    for (const screen of SCREENS) {
      const strokes = await paintOn(browser, server, planId, screen, isQuick ? 3 : 8);
      const moves = strokes.flatMap((stroke) => stroke.moves).sort((a, b) => a - b);
      const releases = strokes.map(({ release }) => release ?? NaN);
      const high = moves[Math.floor(moves.length * 0.95)] ?? NaN;
      slowestMove = Math.max(slowestMove, high);
      slowestRelease = Math.max(slowestRelease, median(releases));
      rows.push([
        screen.name,
        ...[median(moves), high, moves.at(-1) ?? NaN].map((value) => value.toFixed(1)),
        median(strokes.flatMap(({ frames }) => frames)).toFixed(1),
        median(strokes.map(({ processor }) => processor)).toFixed(1),
        ...[median(releases), Math.max(...releases)].map((value) => value.toFixed(0)),
      ]);
    }
  } finally {
    await browser.close();
  }
  return {
    title: "Painting on 5,000 units in a browser, milliseconds",
    goal: `95 of 100 moves ≤ ${GOALS.moveMilliseconds}, outlines ≤ ${GOALS.releaseMilliseconds} after release`,
    isReached: slowestMove <= GOALS.moveMilliseconds && slowestRelease <= GOALS.releaseMilliseconds,
    columns: ["screen", "move", "95 %", "most", "frame", "processor", "release", "most"],
    rows,
    note:
      "move: script from the pointer's move to all figures beside the map; frame: script of the map's frame; " +
      "processor: all script of a move and its frames, in processor time; " +
      `release: to the end of the frame drawn after it. ${MOVES_PER_STROKE} moves a stroke, drawn without a graphics card.`,
  };
}

async function makeDraft({ address, cookie, slugs }: BenchServer): Promise<string> {
  const response = await fetch(`${address}/api/communities/${slugs.large}/plans`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: address, "Content-Type": "application/json" },
    body: JSON.stringify({ name: "bench", from: "in-force" }),
  });
  if (!response.ok) throw new Error(`no draft: ${await response.text()}`);
  return ((await response.json()) as CreatedPlan).id;
}

async function paintOn(
  browser: Browser,
  { address, cookie, slugs }: BenchServer,
  planId: string,
  { viewport, hasTouch }: (typeof SCREENS)[number],
  strokes: number,
): Promise<Stroke[]> {
  const context = await browser.newContext({ viewport, hasTouch, reducedMotion: "reduce" });
  await context.addCookies(browserCookies(cookie, address));
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  try {
    await page.addInitScript({ path: NOTE_PAINTING });
    await page.goto(`${address}/${slugs.large}?mode=plans&plan=${planId}`);
    await page.getByRole("toolbar").first().waitFor();
    await page.waitForFunction(() => {
      const map = document.querySelector<MapElement>(".maplibregl-map")?.maplibre;
      return map?.getLayer("plan-target") && map.loaded() && map.areTilesLoaded();
    });
    const session = await page.context().newCDPSession(page);
    // Counts only while the page's thread runs; has to be chosen first.
    await session.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
    await session.send("Performance.enable");
    const noted: Stroke[] = [];
    // The first stroke finds everything cold and does not count.
    for (let turn = -1; turn < strokes; turn++) {
      const stroke = await paintStroke(page, session, turn, hasTouch);
      if (turn >= 0) noted.push(stroke);
    }
    return noted;
  } finally {
    await context.close();
  }
}

/** Slantwise over the upper half of the map, each time elsewhere, with another target. */
async function paintStroke(
  page: Page,
  session: CDPSession,
  turn: number,
  hasTouch: boolean,
): Promise<Stroke> {
  await page.keyboard.press(".");
  const box = await page.locator(".maplibregl-canvas").first().boundingBox();
  if (!box) throw new Error("no map");
  const height = hasTouch ? box.height * 0.4 : box.height;
  const at = (move: number) => ({
    x: Math.round(box.x + box.width * (0.15 + (0.6 * move) / MOVES_PER_STROKE)),
    y: Math.round(box.y + height * (0.42 + 0.05 * (turn % 5) + (0.15 * move) / MOVES_PER_STROKE)),
  });
  await page.evaluate(() => {
    Object.assign(window.painting, { moves: [], frames: [] });
    Object.assign(window.painting, { release: undefined, releasedAt: undefined });
  });
  const pointer = hasTouch ? finger(session) : mouse(page);
  const before = await scriptMilliseconds(session);
  await pointer.down(at(0));
  for (let move = 1; move <= MOVES_PER_STROKE; move++) await pointer.move(at(move));
  await pointer.up();
  await page.waitForFunction(() => window.painting.release !== undefined);
  const { moves, frames, release } = await page.evaluate(() => window.painting);
  const processor = ((await scriptMilliseconds(session)) - before) / MOVES_PER_STROKE;
  return { moves, frames, release, processor };
}

async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN);
}

interface Spot {
  x: number;
  y: number;
}

function mouse(page: Page) {
  return {
    down: async ({ x, y }: Spot) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
    },
    move: ({ x, y }: Spot) => page.mouse.move(x, y),
    up: () => page.mouse.up(),
  };
}

function finger(session: CDPSession) {
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Spot[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    down: (at: Spot) => send("touchStart", [at]),
    move: (at: Spot) => send("touchMove", [at]),
    up: () => send("touchEnd", []),
  };
}
