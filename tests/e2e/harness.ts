import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";
import { EVERYWHERE } from "#tests/server/everywhere.ts";
import { signIn } from "#tests/signedIn.ts";
import { browserCookies } from "./cookies.ts";
import { MapOnPage } from "./mapOnPage.ts";
import { openProduct } from "./product.ts";

export interface Visit {
  page: Page;
  map: MapOnPage;
  /** Opens a path in the same browser profile; waits for nothing. */
  go(path: string): Promise<void>;
}

interface Visitor {
  /** Of another product than the shared one. */
  address?: string;
  /** The account that is signed in, or null for nobody; without it one with every duty. */
  as?: string | null;
  /** Where the visit starts. */
  path?: string;
  viewport?: { width: number; height: number };
  locale?: "zh-CN" | "en";
  scheme?: ColourScheme;
  /** What the browser may complain of, where the test is about a complaint. */
  forgives?: RegExp;
  /** A finger instead of a mouse. */
  hasTouch?: boolean;
  /** With its service worker, which otherwise would fetch all files in each test. */
  isInstalled?: boolean;
}

/** As small as a desktop may be: drawing without a graphics card costs by the pixel. */
const DESKTOP = { width: 1024, height: 640 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** What a browser says of an answer to somebody who is not signed in. */
export const REFUSED = /status of 401/;

const ARTIFACTS = join(import.meta.dirname, "../artifacts");

/** Opened once: test files of this project share their modules (`isolate: false`). */
export const product = await openProduct();
const browser = await chromium.connect(inject("browser"));

/**
 * The body of a test with a page of its own: `test("…", visiting({ path: "/hongqi" }, async ({ map }) => {…}))`.
 * It fails where the page reports an error, a request fails, or anything is asked of another host.
 */
export function visiting(visitor: Visitor, work: (visit: Visit) => Promise<void>) {
  return async (): Promise<void> => {
    const { address = product.address, path = "/", viewport = DESKTOP } = visitor;
    const { as = EVERYWHERE } = visitor;
    const { locale, scheme = "light", hasTouch = false } = visitor;
    const context = await browser.newContext({
      viewport,
      hasTouch,
      baseURL: address,
      colorScheme: scheme,
      // The camera jumps instead of flying: less to draw, nothing to wait for.
      reducedMotion: "reduce",
      serviceWorkers: visitor.isInstalled ? "allow" : "block",
      storageState: locale && preferring(locale, address),
    });
    if (as) await context.addCookies(browserCookies(await cookieOf(address, as), address));
    const wrong = collectProblems(context, address);
    const page = await context.newPage();
    try {
      await page.goto(path);
      const go = async (to: string) => void (await page.goto(to));
      await work({ page, map: new MapOnPage(page), go });
    } catch (error) {
      await keepPicture(page);
      throw wrong.length > 0 ? new Error(wrong.join("\n"), { cause: error }) : error;
    } finally {
      await context.close();
    }
    // Whoever is not signed in is told so, which a browser counts as an error of the page.
    const forgiven = [visitor.forgives, as === null ? REFUSED : undefined];
    const isWrong = (text: string) => !forgiven.some((pattern) => pattern?.test(text));
    expect(wrong.filter(isWrong)).toEqual([]);
  };
}

/** Each account signs in once in each product: signing in is slow on purpose. */
const cookies = new Map<string, Promise<string>>();

export function cookieOf(address: string, username: string): Promise<string> {
  const key = `${address} ${username}`;
  const cookie = cookies.get(key) ?? signIn(address, username);
  cookies.set(key, cookie);
  return cookie;
}

/** Asks the API as another program would. @param path from /api on */
export async function ask<Answer>(path: string, as: string = EVERYWHERE): Promise<Answer> {
  const headers = { Cookie: await cookieOf(product.address, as) };
  const response = await fetch(product.address + path, { headers });
  expect(response.status, path).toBe(200);
  return (await response.json()) as Answer;
}

function collectProblems(context: BrowserContext, address: string): string[] {
  const wrong: string[] = [];
  context.on("weberror", (error) => wrong.push(String(error.error().stack)));
  context.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  context.on("request", (request) => {
    const isOwn = request.url().startsWith(`${address}/`);
    if (!isOwn && !/^(data|blob):/.test(request.url())) wrong.push(`asked ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // What the page itself gave up: an older search, a layer that was switched off, an event stream.
    if (reason !== "net::ERR_ABORTED") wrong.push(`${request.url()} ${reason}`);
  });
  return wrong;
}

/** A browser in which this language was chosen before. */
function preferring(locale: string, origin: string) {
  const localStorage = [{ name: "getu.locale", value: locale }];
  return { cookies: [], origins: [{ origin, localStorage }] };
}

/** What the page looked like when a test failed. */
async function keepPicture(page: Page): Promise<void> {
  const name = expect.getState().currentTestName ?? "test";
  await mkdir(ARTIFACTS, { recursive: true });
  await page
    .screenshot({ path: join(ARTIFACTS, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}.png`) })
    .catch(() => undefined);
}
