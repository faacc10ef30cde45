import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { Me } from "#data/model/answers/accounts.ts";
import type { HazardDetail, HazardTaker } from "#data/model/answers/hazards.ts";
import type { WorkList } from "#data/model/hazards/workLists.ts";
import { m } from "#web/messages/compiled/messages.js";
import { WORK_LIST_WORDS } from "#web/words/hazards.ts";
import { ask, visiting } from "./harness.ts";
import { reportHazard } from "./reportHazard.ts";

const SECRETARY = "hongqi.secretary";
const WORKER = "hongqi.worker1";
const PATH = "/api/communities/hongqi";
const NOTE = "单元门口堆放杂物，推车出不来";

/** What a counter says, which must be how many rows the list has when it is pressed. */
async function counted(page: Page, list: WorkList): Promise<number> {
  const counters = page.getByRole("group", { name: m.hazards_counters() });
  const counter = counters.getByRole("button").filter({ hasText: WORK_LIST_WORDS[list]() });
  return Number(await counter.locator(".count").textContent());
}

const rows = (page: Page) => page.getByRole("list", { name: m.hazards_list() });
/** How many the list has; those that are not in sight are not on the page. */
const listed = async (page: Page) =>
  Number(await rows(page).getByRole("listitem").first().getAttribute("aria-setsize"));
const card = (page: Page) => page.getByRole("article").filter({ hasText: NOTE });
const press = (page: Page, name: string) =>
  card(page).getByRole("button", { name, exact: true }).click();
const send = (page: Page, name: string) =>
  page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

test("a hazard goes from its report to closed, through the hands that it should", async () => {
  const { name } = await ask<Me>("/api/me", WORKER);
  const takers = await ask<HazardTaker[]>(`${PATH}/hazard-takers`, SECRETARY);
  const worker = takers.find((taker) => taker.name === name);
  const id = await reportHazard(worker?.duties[0]?.placeName ?? "", NOTE);
  const now = () => ask<HazardDetail>(`${PATH}/hazards/${id}`, SECRETARY);

  await visiting(
    { path: "/hongqi?mode=hazards&list=unassigned&category=exit", as: SECRETARY },
    async ({ page }) => {
      await rows(page).getByText(NOTE).waitFor();
      const before = await counted(page, "unassigned");
      expect(before).toBe(await listed(page));
      await rows(page).getByText(NOTE).click();
      await press(page, m.hazard_action_assign());
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("radio", { name }).check();
      await send(page, m.hazard_action_assign());
      await dialog.waitFor({ state: "detached" });
      // The list follows what is heard of the change, and the counter with it.
      await expect.poll(() => counted(page, "unassigned")).toBe(before - 1);
      await expect.poll(() => rows(page).getByText(NOTE).count()).toBe(0);
    },
  )();
  expect(await now()).toMatchObject({ status: "assigned", assignee: { id: worker?.id } });

  await visiting(
    { path: `/hongqi?mode=hazards&mine=1&selected=hazard:${id}`, as: WORKER },
    async ({ page }) => {
      await press(page, m.hazard_action_rectify());
      const picture = await sharp({
        create: { width: 640, height: 480, channels: 3, background: "#3a7a52" },
      })
        .jpeg()
        .toBuffer();
      await page
        .getByRole("dialog")
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: "after.jpg", mimeType: "image/jpeg", buffer: picture });
      await page.getByRole("dialog").getByRole("img", { name: m.hazard_after() }).waitFor();
      await send(page, m.hazard_action_rectify());
      // Nobody passes their own fix, and the card says so.
      await card(page).getByText(m.hazard_refusal_own_fix()).waitFor();
    },
  )();
  const fixed = await now();
  expect(fixed).toMatchObject({ status: "rectified" });
  expect(fixed.steps.at(-1)?.photos).toHaveLength(1);

  await visiting(
    {
      path: `/hongqi?mode=hazards&status=rectified&category=exit&selected=hazard:${id}`,
      as: SECRETARY,
    },
    async ({ page }) => {
      await rows(page).getByText(NOTE).waitFor();
      await press(page, m.hazard_action_pass());
      await send(page, m.hazard_action_pass());
      await card(page).getByText(m.word_hazard_status_closed()).first().waitFor();
      await expect.poll(() => rows(page).getByText(NOTE).count()).toBe(0);
    },
  )();
  expect(await now()).toMatchObject({ status: "closed" });
});
