import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import { todayIn } from "#data/model/today.ts";
import { m } from "#web/messages/compiled/messages.js";
import { findingsOf } from "./axe.ts";
import { ask, cookieOf, PHONE, product, visiting } from "./harness.ts";

const BASE = "/api/communities/hongqi";
const SECRETARY = "hongqi.secretary";
const [FIRST_LINE] = DEFAULT_CHECKLISTS[0]!.lines;

/** All buildings, today. */
async function makeRound(): Promise<string> {
  const { address } = product;
  const today = todayIn("Asia/Shanghai");
  const response = await fetch(`${address}${BASE}/rounds`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...{ Cookie: await cookieOf(address, SECRETARY), Origin: address },
    },
    body: JSON.stringify({
      ...{ id: v7(), name: "楼道检查", startsOn: today, endsOn: today },
      checklist: DEFAULT_CHECKLISTS[0]!.lines,
      targets: [{ type: "buildings" }],
    }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

test("on a phone a building is found well in three taps, and a fail opens a hazard", async () => {
  const roundId = await makeRound();
  const readVisits = () => ask<InspectionSummary[]>(`${BASE}/inspections?roundId=${roundId}`);
  const phone = { ...PHONE, as: "hongqi.worker1", path: "/hongqi?mode=inspections" };
  await visiting(phone, async ({ page }) => {
    const targets = page.getByRole("list", { name: m.inspect_targets() }).getByRole("button");
    const due = targets.filter({ hasText: m.word_target_due() });
    const submit = page.getByRole("button", { name: m.inspect_send(), exact: true });
    await due.first().tap();
    await page.getByRole("button", { name: m.inspect_all_well(), exact: true }).tap();
    expect(await findingsOf(page)).toEqual([]);
    await submit.tap();
    await targets.filter({ hasText: m.word_target_done() }).first().waitFor();
    await expect.poll(async () => (await readVisits()).length).toBe(1);

    await due.first().tap();
    const line = page.getByRole("group", { name: FIRST_LINE!.text, exact: true });
    await line.getByRole("button", { name: m.word_answer_fail(), exact: true }).tap();
    await line.getByRole("textbox", { name: m.inspect_line_note() }).fill("堆了两辆旧车");
    await page.getByRole("button", { name: m.inspect_rest_well(), exact: true }).tap();
    await submit.tap();
    await expect.poll(async () => (await readVisits()).length).toBe(2);
    expect((await readVisits()).map(({ isAllWell }) => isAllWell).sort()).toEqual([false, true]);

    await page.goto("/hongqi?mode=hazards");
    await page.getByText("堆了两辆旧车").first().waitFor();
  })();
  const hazards = await ask<HazardSummary[]>(`${BASE}/hazards`, SECRETARY);
  expect(hazards.filter(({ note }) => note.includes("堆了两辆旧车"))).toHaveLength(1);
});

test(
  "the secretary makes a round and sees beforehand to whom it falls",
  visiting({ as: SECRETARY, path: "/hongqi?mode=inspections" }, async ({ page }) => {
    await page.getByRole("radio", { name: m.inspect_tab_rounds(), exact: true }).click();
    await page.getByRole("button", { name: m.round_new() }).click();
    await page.getByRole("textbox", { name: m.round_name() }).fill("住宅楼月查");
    await page.getByRole("radio", { name: m.word_target_building(), exact: true }).click();
    await page.getByText(m.round_total({ count: 12, number: "12" })).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole("button", { name: m.round_make(), exact: true }).click();
    await page.getByRole("heading", { name: "住宅楼月查" }).waitFor();
    await page.getByRole("table").waitFor();
    expect(await findingsOf(page)).toEqual([]);
  }),
);
