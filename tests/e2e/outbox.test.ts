import { expect, test } from "vitest";
import type { HazardDetail, HazardSummary } from "#data/model/answers/hazards.ts";
import { m } from "#web/messages/compiled/messages.js";
import { othersText } from "#web/words/outbox.ts";
import { Line } from "#tests/offline/line.ts";
import { arrived, installed, kill, picture, report, standIn } from "#tests/offline/reporter.ts";
import { browserCookies } from "./cookies.ts";
import { ask, cookieOf, PHONE, product, visiting } from "./harness.ts";

const WORKER = "hongqi.worker1";
const PATH = "/hongqi?mode=report";
/** Whatever a browser says of a network that is not there. */
const CUT = /ERR_|Failed to load resource|status of 50|status of 401|net::|crash|EventSource/;
const phone = { ...PHONE, as: WORKER, path: PATH, forgives: CUT, isInstalled: true };

const readHazards = () =>
  ask<HazardSummary[]>("/api/communities/hongqi/hazards?status=all", "hongqi.secretary");

/** The whole figure, 200 of them, is `npm run offline`. */
const REPORTS = 12;

/** A dozen forms, three tabs, and pauses that grow. */
const LONG_MS = 300_000;

test(
  "reports written without a network arrive once each, with their photos, whatever breaks",
  async () => {
    const line = new Line(product.address);
    const address = await line.open();
    await visiting({ ...phone, address }, async ({ page: first }) => {
      const context = first.context();
      const photo = await picture();
      await standIn(context, address, "hongqi");
      await installed(first);
      line.cut();
      let page = first;
      for (let number = 1; number <= REPORTS; number++) {
        if (number % 5 === 1) {
          // Without a network the page comes from the phone itself.
          if (number > 1) await kill(page);
          page = number > 1 ? await context.newPage() : page;
          await page.goto(PATH);
        }
        await report(page, `cut ${number}`, photo);
      }
      await page.getByText(m.report_kept(), { exact: true }).waitFor();
      line.state = "troubled";
      await kill(page);
      page = await context.newPage();
      await page.goto("/hongqi?mode=me");
      await page.getByText(m.outbox_empty()).waitFor({ timeout: 90_000 });
    })();
    line.close();
    const { times, withoutPhoto } = arrived(await readHazards(), "cut ");
    expect([...times.values()]).toEqual(Array(REPORTS).fill(1));
    expect(withoutPhoto).toEqual([]);
  },
  LONG_MS,
);

test("what one person wrote waits for them, and others are told only how many", async () => {
  const line = new Line(product.address);
  const address = await line.open();
  await visiting({ ...phone, address, isInstalled: false }, async ({ page }) => {
    const context = page.context();
    const become = async (username: string) => {
      await context.clearCookies();
      await context.addCookies(browserCookies(await cookieOf(address, username), address));
      await page.goto("/hongqi?mode=me");
    };
    await standIn(context, address, "hongqi");
    await page.goto(PATH);
    line.state = "refused";
    await report(page, "left behind", await picture());
    const me = (await (await page.request.get("/api/me")).json()) as { name: string };
    line.state = "up";
    await become("hongqi.worker2");
    await page.getByText(othersText({ name: me.name, count: 1 })).waitFor();
    expect(await page.getByText(m.word_hazard_wiring()).count()).toBe(0);
    expect(arrived(await readHazards(), "left").times.size).toBe(0);
    await become(WORKER);
    await page.getByText(m.outbox_empty()).waitFor();
    expect(arrived(await readHazards(), "left").times.get("left behind")).toBe(1);
    const written = (await readHazards()).find(({ note }) => note === "left behind");
    expect(written?.reportedByName).toBe(me.name);
    // The phone was held upright, whatever way its chip lies.
    const { steps } = await ask<HazardDetail>(
      `/api/communities/hongqi/hazards/${written?.id}`,
      "hongqi.secretary",
    );
    expect(steps[0]?.photos).toMatchObject([{ widthPixels: 900, heightPixels: 1200 }]);
  })();
  line.close();
});
