import { expect, test } from "vitest";
import type { PlanPerson } from "#data/model/answers/planPeople.ts";
import type { PlanDetail, PlanSummary } from "#data/model/answers/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, cookieOf, product, visiting } from "./harness.ts";

const PLANS = "/api/communities/nanlou/plans";
const SECRETARY = "nanlou.secretary";

/** A draft from the plan in force. */
async function draftId(): Promise<string> {
  const response = await fetch(product.address + PLANS, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Cookie: await cookieOf(product.address, SECRETARY),
      Origin: product.address,
    },
    body: JSON.stringify({ name: "换人", from: "in-force" }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

test(
  "a worker is assigned, compared and handed over to; published for today, the map says so",
  visiting({ path: "/nanlou", as: SECRETARY }, async ({ page, go }) => {
    const id = await draftId();
    const { grids } = await ask<PlanDetail>(`${PLANS}/${id}`, SECRETARY);
    const grid = grids.find(({ ordinal }) => ordinal === 1)!;
    const people = await ask<PlanPerson[]>("/api/communities/nanlou/plan-people", SECRETARY);
    const former = people.find(({ posts }) => posts.some(({ placeId }) => placeId === grid.id))!;
    const comes = people.find(({ posts }) => posts.length === 0)!;
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const step = (name: string) => page.getByRole("radio", { name, exact: true }).click();

    await go(`/nanlou?mode=plans&plan=${id}&step=people`);
    await button(m.posts_assign({ place: grid.name })).click();
    await page.getByRole("dialog").getByRole("button").filter({ hasText: comes.name }).click();
    await page.getByText(m.posts_today({ names: former.name })).waitFor();

    await step(m.plans_step_compare());
    const change = m.publish_from_to({ from: former.name, to: comes.name });
    await page
      .getByText(m.compare_worker({ names: change }))
      .first()
      .waitFor();
    const swipe = page.getByRole("slider", { name: m.compare_swipe() });
    await swipe.press("End");
    expect(await swipe.getAttribute("aria-valuenow")).toBe("100");

    await step(m.plans_step_publish());
    await button(m.publish_print_one({ name: comes.name })).waitFor();
    await page.getByText(change).first().waitFor();
    await button(m.publish_do()).click();
    await page.getByRole("dialog").getByRole("button", { name: m.publish_do() }).click();
    await page.getByText(m.publish_in_force()).waitFor();

    await go(`/nanlou?selected=grid:${grid.id}`);
    await page.getByText(comes.name).first().waitFor();
    const plans = await ask<PlanSummary[]>(PLANS, SECRETARY);
    const formerPlan = plans.find(({ status }) => status === "superseded")!;
    await go(`/nanlou?mode=plans&plan=${id}&step=history`);
    await button(m.history_earlier()).click();
    await page.getByText(formerPlan.name).waitFor();
    await page.waitForURL((url) => url.searchParams.get("plan") === formerPlan.id);
  }),
);
