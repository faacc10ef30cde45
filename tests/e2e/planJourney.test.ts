import { expect, test } from "vitest";
import type { PlanningGroundAnswer } from "#data/model/answers/planningGround.ts";
import type { PlanPerson } from "#data/model/answers/planPeople.ts";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { baseLocale, overwriteGetLocale } from "#web/messages/compiled/runtime.js";
import { PRIORITY_WORDS } from "#web/words/proposals.ts";
import { ask, visiting } from "./harness.ts";

const HERE = "/api/communities/ruyizhuang";
const PLANNER = "ruyizhuang.planner";
const readPlan = (id: string) => ask<PlanDetail>(`${HERE}/plans/${id}`, PLANNER);
type Ground = PlanningGroundAnswer;

/** A point on the map within some building of each of the first compounds, their units by id. */
function compoundsOf({ compounds, buildings }: Ground) {
  return compounds.map(({ id, name }) => {
    const own = buildings.filter(({ compoundId }) => compoundId === id);
    const ring = (own[0]!.footprint.coordinates as [number, number][][])[0]!.slice(1);
    const mean = (axis: 0 | 1) => ring.reduce((sum, at) => sum + at[axis], 0) / ring.length;
    const at: [number, number] = [mean(0), mean(1)];
    return { name, at, buildingIds: new Set(own.map((building) => building.id)) };
  });
}

/** How many units of these buildings a grid has. */
function unitsIn(plan: PlanDetail, gridId: string, buildingIds: ReadonlySet<string>): number {
  const gridOf = gridsOfUnits(plan);
  return plan.units.filter(
    ({ id, buildingId }) => buildingIds.has(buildingId) && gridOf.get(id) === gridId,
  ).length;
}

function gridsOfUnits({ microGrids, units }: PlanDetail): Map<string, string | undefined> {
  const gridOf = new Map(microGrids.map(({ id, gridId }) => [id, gridId]));
  return new Map(units.map(({ id, microGridId }) => [id, gridOf.get(microGridId ?? "")]));
}

function movedBetween(before: PlanDetail, after: PlanDetail): number {
  const former = gridsOfUnits(before);
  return [...gridsOfUnits(after)].filter(([id, gridId]) => former.get(id) !== gridId).length;
}

test.each(["zh-CN", "en"] as const)(
  "a planner divides a community anew, from the first draft to the secretary's map, in %s",
  async (locale) => {
    overwriteGetLocale(() => locale);
    try {
      await journey(locale);
    } finally {
      overwriteGetLocale(() => baseLocale);
    }
  },
);

const journey = (locale: "zh-CN" | "en") =>
  visiting({ path: "/ruyizhuang?mode=plans", as: PLANNER, locale }, async ({ page, map }) => {
    const button = (name: string | RegExp) =>
      page.getByRole("button", { name, exact: true }).first();
    const step = (name: string) => page.getByRole("radio", { name, exact: true }).click();
    const planId = () => new URL(page.url()).searchParams.get("plan")!;
    const saved = () => page.getByText(m.plans_saved(), { exact: true }).waitFor();
    const take = async () => {
      const card = page.getByRole("article", { name: PRIORITY_WORDS.balanced.title() });
      await card.getByRole("button", { name: m.propose_take() }).click();
      await card.getByText(m.propose_taken()).waitFor();
      await saved();
    };

    await button(m.drafts_new()).click();
    await page.getByRole("dialog").getByLabel(m.drafts_name(), { exact: true }).fill("2027");
    await button(m.drafts_create()).click();

    await step(m.plans_step_propose());
    await page.getByLabel(m.propose_count()).fill("6");
    await button(m.propose_start()).click();
    await take();
    const proposed = await readPlan(planId());
    expect(proposed.grids.filter(({ kind }) => kind === "basic")).toHaveLength(6);

    await step(m.plans_step_paint());
    await map.ready();
    const [first, second] = compoundsOf(await ask<Ground>(`${HERE}/planning-ground`, PLANNER));
    const grid = proposed.grids.find(({ kind }) => kind === "basic")!;
    await button(new RegExp(`^${grid.name} `)).click();
    for (const compound of [first!, second!]) {
      await button(m.paint_tool_compound()).click();
      const { x, y } = await map.pixelOf(compound.at);
      await page.mouse.click(x, y);
      const all = proposed.units.filter(({ buildingId }) => compound.buildingIds.has(buildingId));
      await expect
        .poll(async () => unitsIn(await readPlan(planId()), grid.id, compound.buildingIds))
        .toBe(all.length);
    }
    await button(m.paint_lock({ name: grid.name })).click();
    await button(m.paint_unlock({ name: grid.name })).waitFor();
    await saved();
    const painted = await readPlan(planId());

    await step(m.plans_step_propose());
    await button(m.propose_other_wish()).click();
    await page.getByRole("radio", { name: m.propose_rebalance() }).check();
    await page.getByRole("radio", { name: m.propose_moves_most(), exact: true }).click();
    await page.getByLabel(m.propose_moves_count()).fill("10");
    await button(m.propose_start()).click();
    await take();
    const balanced = await readPlan(planId());
    expect(movedBetween(painted, balanced)).toBeLessThanOrEqual(10);
    const both = new Set([...first!.buildingIds, ...second!.buildingIds]);
    expect(unitsIn(balanced, grid.id, both)).toBe(unitsIn(painted, grid.id, both));

    await step(m.plans_step_people());
    const people = await ask<PlanPerson[]>(`${HERE}/plan-people`, PLANNER);
    const comes = people.find(({ posts }) => posts.length === 0)!;
    await button(m.posts_assign({ place: grid.name })).click();
    await page.getByRole("dialog").getByRole("button").filter({ hasText: comes.name }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await saved();

    await step(m.plans_step_compare());
    await page.getByRole("slider", { name: m.compare_swipe() }).waitFor();

    await step(m.plans_step_publish());
    await page.getByText(comes.name).first().waitFor();
    const reason = page.getByLabel(m.publish_reason());
    if (await reason.isVisible()) await reason.fill("2027");
    await button(m.publish_do()).click();
    await page.getByRole("dialog").getByRole("button", { name: m.publish_do() }).click();
    await page.getByText(m.publish_in_force()).waitFor();

    await visiting(
      { path: `/ruyizhuang?selected=grid:${grid.id}`, as: "ruyizhuang.secretary", locale },
      async ({ page }) => page.getByText(comes.name).first().waitFor(),
    )();
  })();
