import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { PRIORITY_WORDS } from "#web/words/proposals.ts";
import { ask, cookieOf, product, visiting } from "./harness.ts";

const PLANS = "/api/communities/xinyuan/plans";
const readPlans = () => ask<PlanSummary[]>(PLANS);
const readPlan = (id: string) => ask<PlanDetail>(`${PLANS}/${id}`);
const planOf = (page: Page) => new URL(page.url()).searchParams.get("plan") ?? "";

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();
const cardOf = (page: Page, priority: keyof typeof PRIORITY_WORDS) =>
  page.getByRole("article", { name: PRIORITY_WORDS[priority].title() });

/** Makes a draft of the plan in force and has six grids worked out on it. */
async function proposeSixGrids(page: Page, name: string): Promise<void> {
  await press(page, m.drafts_new());
  await page.getByRole("dialog").getByLabel(m.drafts_name(), { exact: true }).fill(name);
  await press(page, m.drafts_create());
  await page.getByRole("radio", { name: m.plans_step_propose() }).click();
  await page.getByLabel(m.propose_count()).fill("6");
  await press(page, m.propose_start());
  await cardOf(page, "balanced").waitFor();
}

const placesOf = (plan: PlanDetail) =>
  Object.fromEntries(plan.units.map(({ id, microGridId }) => [id, microGridId]));
/** Basic grids; the school's own is left alone. */
const basicGrids = (plan: PlanDetail) => plan.grids.filter(({ kind }) => kind === "basic");

test(
  "six grids are proposed on a draft, looked at, taken as one step and taken back",
  visiting({ path: "/xinyuan?mode=plans", as: "xinyuan.planner" }, async ({ page }) => {
    await proposeSixGrids(page, "六个网格");
    expect(await page.getByRole("article").count()).toBe(3);
    const card = cardOf(page, "balanced");
    await card.getByRole("button", { name: m.propose_show() }).click();
    await card.getByRole("button", { name: m.propose_hide() }).waitFor();
    const before = await readPlan(planOf(page));
    expect(basicGrids(before)).toHaveLength(7);
    await card.getByRole("button", { name: m.propose_take() }).click();
    await card.getByText(m.propose_taken()).waitFor();
    await expect.poll(async () => basicGrids(await readPlan(before.id)).length).toBe(6);
    await card.getByRole("button", { name: m.propose_undo() }).click();
    await expect.poll(async () => basicGrids(await readPlan(before.id)).length).toBe(7);
    expect(placesOf(await readPlan(before.id))).toEqual(placesOf(before));
  }),
);

/** Somebody else renames a grid of a draft. */
async function renameGrid(planId: string, to: string): Promise<void> {
  const { version, grids } = await readPlan(planId);
  const { id, ...facts } = grids[0]!;
  const response = await fetch(`${product.address}${PLANS}/${planId}/changes`, {
    method: "POST",
    headers: {
      Cookie: await cookieOf(product.address, "xinyuan.secretary"),
      Origin: product.address,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ version, grids: [[id, { ...facts, name: to }]] }),
  });
  expect(response.status).toBe(200);
}

test(
  "of two who change a draft the second is shown both, may wait, and may keep both",
  visiting(
    { path: "/xinyuan?mode=plans", as: "xinyuan.planner", forgives: /status of 409/ },
    async ({ page }) => {
      await proposeSixGrids(page, "两个人改");
      const theirs = planOf(page);
      await renameGrid(theirs, "改了名的网格");
      await cardOf(page, "compact").getByRole("button", { name: m.propose_take() }).click();
      const dialog = page.getByRole("dialog", { name: m.plan_conflict_title() });
      await dialog.getByRole("cell", { name: "改了名的网格", exact: true }).first().waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await page.getByText(m.plan_conflict_bar_title(), { exact: true }).waitFor();
      await cardOf(page, "compact").getByText(m.propose_taken()).waitFor();
      await press(page, m.plan_conflict_choose());
      await dialog.getByRole("button", { name: m.plan_conflict_keep_both() }).click();
      await expect.poll(() => planOf(page)).not.toBe(theirs);
      const mine = await readPlan(planOf(page));
      expect(mine.name).toBe(m.plan_conflict_my_name({ name: "两个人改" }));
      expect(basicGrids(mine)).toHaveLength(6);
      const kept = await readPlan(theirs);
      expect(basicGrids(kept)).toHaveLength(7);
      expect(kept.grids.map(({ name }) => name)).toContain("改了名的网格");
      const drafts = (await readPlans()).filter(({ status }) => status === "draft");
      expect(drafts.map(({ name }) => name)).toEqual(
        expect.arrayContaining([mine.name, "两个人改"]),
      );
    },
  ),
);
