import { expect, test } from "vitest";
import type { HazardDetail, HazardSummary } from "#data/model/answers/hazards.ts";
import { m } from "#web/messages/compiled/messages.js";
import { othersText } from "#web/words/outbox.ts";
import { Line } from "#tests/offline/line.ts";
import { arrived, installed, kill, picture, report, standIn } from "#tests/offline/reporter.ts";
import { browserCookies } from "./cookies.ts";
import { ask, cookieOf, PHONE, product, visiting } from "./harness.ts";

const WORKER = "hongqi.worker1";
/** With little on the map: drawing it without a graphics card is what takes the time. */
const PATH = "/hongqi?mode=report&layers=boundary";
/** Whatever a browser says of a network that is not there. */
const CUT = /ERR_|Failed to load resource|status of 50|status of 401|net::|crash|EventSource/;
const phone = { ...PHONE, as: WORKER, path: PATH, forgives: CUT, isInstalled: true };

const readHazards = () =>
  ask<HazardSummary[]>("/api/communities/hongqi/hazards?status=all", "hongqi.secretary");

test("reports written without a network arrive once each, with their photos, whatever breaks", async () => {
  const line = new Line(product.address);
  const address = await line.open();
  await visiting({ ...phone, address }, async ({ page: first }) => {
    const context = first.context();
    const photo = await picture();
    await standIn(context, address, "hongqi");
    await installed(first);
    line.cut();
    await report(first, "cut 1", photo);
    await kill(first);
    // Without a network the page comes from the phone itself.
    const second = await context.newPage();
    await second.goto(PATH);
    await report(second, "cut 2", photo);
    await second.getByText(m.report_kept(), { exact: true }).waitFor();
    line.state = "troubled";
    await second.getByRole("button", { name: m.outbox_bar_open() }).click();
    await second.getByRole("button", { name: m.outbox_send_now() }).click();
    await second.getByText(m.outbox_empty()).waitFor();
  })();
  line.close();
  const { times, withoutPhoto } = arrived(await readHazards(), "cut ");
  expect(Object.fromEntries(times)).toEqual({ "cut 1": 1, "cut 2": 1 });
  expect(withoutPhoto).toEqual([]);
});

test("what one person wrote waits for them, and others are told only how many", async () => {
  const line = new Line(product.address);
  const address = await line.open();
  await visiting({ ...phone, address, isInstalled: false }, async ({ page }) => {
    const context = page.context();
    const become = async (username: string) => {
      await context.clearCookies();
      await context.addCookies(browserCookies(await cookieOf(address, username), address));
      await page.goto("/hongqi?mode=me&layers=boundary");
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
