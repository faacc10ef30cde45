import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { findingsOf } from "./axe.ts";
import { PHONE, type Visit, visiting } from "./harness.ts";

type Visitor = Parameters<typeof visiting>[0];

/** Several screens in one visit: a page costs more to open than to read. */
const VISITS: Record<string, Visitor & { walk: (visit: Visit) => Promise<void> }> = {
  "the map with a building, coverage and a new community": {
    path: "/hongqi",
    walk: async (visit) => {
      await visit.map.ready();
      await openBuilding(visit);
      await expectNothing(visit, "map and building");
      await press(visit, m.mode_coverage());
      await visit.page.getByRole("switch", { name: m.coverage_show_all() }).waitFor();
      await expectNothing(visit, "coverage");
      await press(visit, m.mode_new_community());
      await visit.page.getByText(m.import_intro(), { exact: true }).waitFor();
      await expectNothing(visit, "new community");
    },
  },
  "planning, from the drafts to publishing": { path: "/hongqi?mode=plans", walk: walkPlan },
  "painting and coverage on a phone": {
    ...{ ...PHONE, path: "/hongqi?mode=plans" },
    walk: async (visit) => {
      await makeDraft(visit);
      await expectNothing(visit, "painting");
      await press(visit, m.tab_me());
      await press(visit, m.mode_coverage());
      await visit.page.getByRole("switch", { name: m.coverage_show_all() }).waitFor();
      await expectNothing(visit, "coverage");
    },
  },
  "a building, dark": {
    ...{ path: "/hongqi?colour=households", scheme: "dark" },
    walk: async (visit) => {
      await visit.map.ready();
      await openBuilding(visit);
      await expectNothing(visit, "building");
    },
  },
  "coverage in English": {
    ...{ path: "/hongqi?mode=coverage&findings=1", locale: "en" },
    walk: async (visit) => {
      await visit.map.ready();
      const name = m.coverage_show_all({}, { locale: "en" });
      await visit.page.getByRole("switch", { name }).waitFor();
      await expectNothing(visit, "coverage");
    },
  },
  "signing in": { path: "/hongqi", as: null, walk: readAccounts },
  "signing in on a phone": {
    ...{ ...PHONE, path: "/", as: null, scheme: "dark", locale: "en" },
    walk: readAccounts,
  },
};

/** Asks axe about the page as it stands. */
async function expectNothing({ page }: Visit, where: string): Promise<void> {
  expect(await findingsOf(page), where).toEqual([]);
}

const press = ({ page }: Visit, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();

async function openBuilding({ page, map }: Visit): Promise<void> {
  const [building] = await map.drawn("building-fills");
  if (!building) throw new Error("no building in sight");
  await map.press("building-fills", building.id);
  await page.getByRole("grid").waitFor();
}

async function readAccounts(visit: Visit): Promise<void> {
  await visit.page.getByRole("listitem").first().waitFor();
  await expectNothing(visit, "accounts");
}

/** From the plan in force; ends with the painting tools. */
async function makeDraft(visit: Visit): Promise<void> {
  await press(visit, m.drafts_new());
  await press(visit, m.drafts_create());
  await visit.page.getByRole("toolbar", { name: m.paint_tools() }).waitFor();
}

async function walkPlan(visit: Visit): Promise<void> {
  const { page } = visit;
  const step = (name: string) => page.getByRole("radio", { name, exact: true }).click();
  await page.getByRole("button", { name: m.drafts_new() }).first().waitFor();
  await expectNothing(visit, "drafts");
  await makeDraft(visit);
  await expectNothing(visit, "paint");
  await step(m.plans_step_propose());
  await page.getByRole("button", { name: m.propose_start() }).waitFor();
  await expectNothing(visit, "propose");
  await step(m.plans_step_people());
  await page.getByLabel(m.posts_legend()).waitFor();
  await expectNothing(visit, "people");
  await step(m.plans_step_compare());
  await page.getByRole("slider", { name: m.compare_swipe() }).waitFor();
  await expectNothing(visit, "compare");
  await step(m.plans_step_publish());
  await page.getByRole("button", { name: m.publish_do() }).waitFor();
  await expectNothing(visit, "publish");
}

test.each(Object.keys(VISITS))("nothing keeps anybody from using the product: %s", (name) => {
  const { walk, ...visitor } = VISITS[name]!;
  return visiting(visitor, walk)();
});
