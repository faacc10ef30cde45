import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { m } from "#web/messages/compiled/messages.js";

/** A picture as a phone held upright takes it: lying, with a word on how it was held. */
export function picture(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: "#998877" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** The phone stands in the middle of a community. */
export async function standIn(context: BrowserContext, address: string, slug: string) {
  const response = await context.request.get(`${address}/api/communities`);
  const all = (await response.json()) as CommunitySummary[];
  const bounds = all.find((community) => community.slug === slug)?.bounds;
  if (!bounds) throw new Error(`no community ${slug}`);
  const [west, south, east, north] = bounds;
  await context.grantPermissions(["geolocation"], { origin: address });
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  await context.setGeolocation({ longitude, latitude, accuracy: 12 });
}

/** Waits until the product opens without a network: from the second visit on. */
export async function installed(page: Page): Promise<void> {
  // The page itself lets the map come first.
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  await page.locator('form button[type="submit"]').waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
}

/** Writes one report with a photo, as a person does, until it says that it is kept. */
export async function report(page: Page, note: string, photo: Buffer): Promise<void> {
  const next = page.getByRole("button", { name: m.report_next() });
  const category = page.getByRole("button", { name: m.word_hazard_wiring(), exact: true });
  await next.or(category).first().waitFor();
  if (await next.isVisible()) await next.click();
  await category.click();
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: photo };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByAltText(m.report_photo_number({ number: "1" })).waitFor();
  await page.getByRole("textbox", { name: m.report_note() }).fill(note);
  await page.locator('form button[type="submit"]').click();
  await next.waitFor();
}

/** As if the phone had stopped it: nothing of the page gets a last word. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

export interface Arrived {
  /** How many hazards there are with each note. */
  times: Map<string, number>;
  /** Notes of those without exactly one photo. */
  withoutPhoto: string[];
}

/** What the server has of the reports whose notes begin so. */
export function arrived(hazards: readonly HazardSummary[], prefix: string): Arrived {
  const own = hazards.filter(({ note }) => note.startsWith(prefix));
  const times = new Map<string, number>();
  for (const { note } of own) times.set(note, (times.get(note) ?? 0) + 1);
  const withoutPhoto = own.filter(({ photoCount }) => photoCount !== 1).map(({ note }) => note);
  return { times, withoutPhoto };
}
