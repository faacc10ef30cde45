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
const MOVES_PER_STROKE = 15;
const NOTE_PAINTING = fileURLToPath(new URL("./notePainting.js", import.meta.url));

interface Noted {
  moves: number[];
  frames: number[];
  /** Script from the release to the first frame drawn after it, that frame's included. */
  script: number;
  /** From the release to the end of the script of that frame. */
  release?: number;
}
declare global {
  interface Window {
    painting: Noted;
  }
}
interface MapElement extends HTMLElement {
  maplibre?: MapLibreMap;
}

/** `from` and `to` are where strokes begin and end, as shares of the map: nothing else lies over it there. */
const SCREENS = [
  {
    ...{ name: "1440 × 900, mouse", viewport: { width: 1440, height: 900 }, hasTouch: false },
    ...{ from: { x: 0.15, y: 0.4 }, to: { x: 0.75, y: 0.55 } },
  },
  {
    ...{ name: "390 × 844, finger", viewport: { width: 390, height: 844 }, hasTouch: true },
    ...{ from: { x: 0.2, y: 0.27 }, to: { x: 0.75, y: 0.32 } },
  },
];
type Screen = (typeof SCREENS)[number];

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
      const strokes = await paintOn(browser, server, planId, screen, isQuick ? 2 : 8);
      const moves = strokes.flatMap((stroke) => stroke.moves).sort((a, b) => a - b);
      const releases = strokes.map(({ release }) => release ?? NaN);
      const scripts = strokes.map(({ script }) => script);
      const high = moves[Math.floor(moves.length * 0.95)] ?? NaN;
      slowestMove = Math.max(slowestMove, high);
      slowestRelease = Math.max(slowestRelease, median(scripts));
      rows.push([
        screen.name,
        ...[median(moves), high, moves.at(-1) ?? NaN].map((value) => value.toFixed(1)),
        median(strokes.flatMap(({ frames }) => frames)).toFixed(1),
        ...[median(scripts), Math.max(...scripts)].map((value) => value.toFixed(1)),
        median(releases).toFixed(0),
      ]);
    }
  } finally {
    await browser.close();
  }
  return {
    title: "Painting on 5,000 units in a browser, milliseconds",
    goal: `95 of 100 moves ≤ ${GOALS.moveMilliseconds}, outlines ≤ ${GOALS.releaseMilliseconds} of script after release`,
    isReached: slowestMove <= GOALS.moveMilliseconds && slowestRelease <= GOALS.releaseMilliseconds,
    columns: ["screen", "move", "95 %", "most", "frame", "release", "most", "drawn"],
    rows,
    note:
      "move: script from the pointer's move to all figures beside the map; frame: script of the map's frame; " +
      "release: script of it and of the frame drawn after it; drawn: when that frame's script was done, " +
      `waiting for the picture before it, which is drawn without a graphics card. ${MOVES_PER_STROKE} moves a stroke.`,
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
  screen: Screen,
  strokes: number,
): Promise<Noted[]> {
  const { viewport, hasTouch } = screen;
  const context = await browser.newContext({ viewport, hasTouch });
  await context.addCookies(browserCookies(cookie, address));
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  try {
    await page.addInitScript({ path: NOTE_PAINTING });
    await page.goto(`${address}/${slugs.large}?mode=plans&plan=${planId}`);
    await page.getByRole("toolbar").first().waitFor();
    await page.waitForFunction(() => {
      const map = document.querySelector<MapElement>(".maplibregl-map")?.maplibre;
      return (
        map?.getLayer("plan-target") && map.loaded() && map.areTilesLoaded() && !map.isMoving()
      );
    });
    const session = await page.context().newCDPSession(page);
    const noted: Noted[] = [];
    // The first stroke finds everything cold and does not count.
    for (let turn = -1; turn < strokes; turn++) {
      const stroke = await paintStroke(page, session, turn, screen);
      if (turn >= 0) noted.push(stroke);
    }
    return noted;
  } finally {
    await context.close();
  }
}

/** Slantwise over the map, each time a little lower, with another target. */
async function paintStroke(
  page: Page,
  session: CDPSession,
  turn: number,
  { from, to, hasTouch }: Screen,
): Promise<Noted> {
  await page.keyboard.press(".");
  const box = await page.locator(".maplibregl-canvas").first().boundingBox();
  if (!box) throw new Error("no map");
  const at = (move: number) => {
    const share = (axis: "x" | "y") =>
      from[axis] + ((to[axis] - from[axis]) * move) / MOVES_PER_STROKE;
    const y = share("y") + 0.01 * (turn % 5);
    return { x: Math.round(box.x + box.width * share("x")), y: Math.round(box.y + box.height * y) };
  };
  await page.evaluate(() => void (window.painting = { moves: [], frames: [], script: 0 }));
  const pointer = hasTouch ? finger(session) : mouse(page);
  await pointer.down(at(0));
  for (let move = 1; move <= MOVES_PER_STROKE; move++) await pointer.move(at(move));
  await pointer.up();
  await page.waitForFunction(() => window.painting.release !== undefined);
  return page.evaluate(() => window.painting);
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
