import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { findingsOf } from "./axe.ts";
import { PHONE, type Visit, visiting } from "./harness.ts";

async function openBuilding({ page, map }: Visit): Promise<void> {
  const [building] = await map.drawn("building-fills");
  if (!building) throw new Error("no building in sight");
  await map.press("building-fills", building.id);
  await page.getByRole("grid").waitFor();
}

const PAGES = {
  look: { path: "/hongqi" },
  coverage: { path: "/hongqi?mode=coverage" },
  "new community": { path: "/hongqi?mode=new-community" },
  "a building": { path: "/hongqi", first: openBuilding },
  "a phone": { ...PHONE, path: "/hongqi?mode=coverage" },
  dark: { path: "/hongqi?colour=households", scheme: "dark", first: openBuilding },
  "signing in": { path: "/hongqi", as: null },
  "signing in on a phone": { ...PHONE, path: "/", as: null, scheme: "dark", locale: "en" },
  English: { path: "/hongqi?mode=coverage&findings=1", locale: "en" },
} as const;

test.each(Object.keys(PAGES) as (keyof typeof PAGES)[])(
  "nothing keeps anybody from using the product: %s",
  async (name) => {
    const visitor: Parameters<typeof visiting>[0] & { first?: typeof openBuilding } = PAGES[name];
    await visiting(visitor, async (visit) => {
      if (visitor.as === null) await visit.page.getByRole("listitem").first().waitFor();
      else await visit.map.ready();
      await visitor.first?.(visit);
      if (visitor.path?.includes("coverage")) {
        const locale = visitor.locale ?? "zh-CN";
        await visit.page
          .getByRole("switch", { name: m.coverage_show_all({}, { locale }) })
          .waitFor();
      }
      expect(await findingsOf(visit.page)).toEqual([]);
    })();
  },
);
