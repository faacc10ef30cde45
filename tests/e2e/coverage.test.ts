import { expect, test } from "vitest";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { m } from "#web/messages/compiled/messages.js";
import { findingKindTitle } from "#web/words/findings.ts";
import { ask, visiting } from "./harness.ts";

const readCoverage = (slug: string) => ask<Coverage>(`/api/communities/${slug}/coverage`);

/** Centimetres do not count: the map turns degrees into pixels and back. */
const NEAR_DEGREES = 1e-5;

test(
  "uncovered and doubled are on the map, and a press leads to the coverage page",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    const { totals } = await readCoverage("hongqi");
    await map.ready();
    const counters = page.getByRole("group", { name: m.coverage_counters() });
    await counters.waitFor();
    const texts = await counters.getByRole("button").allInnerTexts();
    const numbers = texts.map((text) => Number(text.match(/\d+/)?.[0]));
    expect(numbers.slice(0, 2)).toEqual([totals.uncovered, totals.doubled]);
    await counters.getByRole("button").first().click();
    await page.getByRole("switch", { name: m.coverage_show_all() }).waitFor();
    expect(new URL(page.url()).searchParams.get("mode")).toBe("coverage");
  }),
);

test(
  "the pager walks through every finding of a kind, and the map goes along",
  visiting({ path: "/hongqi?mode=coverage" }, async ({ page, map }) => {
    const { findings } = await readCoverage("hongqi");
    await map.ready();
    const late = findings.filter(({ kind }) => kind === "place-not-inspected");
    expect(late.length).toBeGreaterThan(1);
    const title = findingKindTitle("place-not-inspected", late.length);
    const pager = page.getByRole("group", { name: m.coverage_walk({ title }) });
    for (const [index, finding] of late.entries()) {
      await pager.getByRole("button", { name: m.coverage_next() }).click();
      const count = String(late.length);
      await pager.getByText(m.coverage_position({ index: String(index + 1), count })).waitFor();
      await map.ready();
      await expect.poll(() => new URL(page.url()).searchParams.get("finding")).toBe(finding.id);
      const { center } = await map.camera();
      expect(Math.abs(center[0] - finding.position[0])).toBeLessThan(NEAR_DEGREES);
      expect(Math.abs(center[1] - finding.position[1])).toBeLessThan(NEAR_DEGREES);
      await expect.poll(() => map.drawn("finding-current")).toMatchObject([{ id: finding.id }]);
    }
    await pager.getByRole("button", { name: m.coverage_previous() }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("finding")).toBe(late[0]?.id);
  }),
);

test(
  "all findings are marked on the map at once, and taken off again",
  visiting({ path: "/hongqi?mode=coverage" }, async ({ page, map }) => {
    const { findings } = await readCoverage("hongqi");
    await map.ready();
    const all = page.getByRole("switch", { name: m.coverage_show_all() });
    await all.click();
    await expect.poll(() => map.count("finding-points")).toBe(findings.length);
    const drawn = await map.drawn("finding-points");
    expect(drawn.map(({ id }) => id).sort()).toEqual(findings.map(({ id }) => id).sort());
    await all.click();
    await expect.poll(() => map.count("finding-points")).toBe(0);
  }),
);

test("a finding in a link is stood at when the link is opened", async () => {
  const { findings } = await readCoverage("hongqi");
  const finding = findings[0];
  if (!finding) throw new Error("the sample has no finding");
  const path = `/hongqi?mode=coverage&finding=${encodeURIComponent(finding.id)}`;
  await visiting({ path }, async ({ map }) => {
    await map.ready();
    await expect.poll(() => map.drawn("finding-current")).toMatchObject([{ id: finding.id }]);
  })();
});
