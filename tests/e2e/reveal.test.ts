import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { BuildingDetail } from "#data/model/answers/buildings.ts";
import { m } from "#web/messages/compiled/messages.js";
import { type Visit, visiting } from "./harness.ts";

/** A building with a household that the visitor sees, opened by its link, and that dwelling's door pressed. */
async function openHome({ page, go }: Visit) {
  const layer = await read<{ features: { id: string }[] }>(page, "layers/buildings");
  for (const { id } of layer.features) {
    const building = await read<BuildingDetail>(page, `buildings/${id}`);
    const doors = building.entrances.flatMap((entrance) =>
      entrance.floors.flatMap(({ dwellings }) => dwellings),
    );
    const dwelling = doors.find(({ household }) => household?.phone);
    if (!dwelling?.household) continue;
    await go(`/hongqi?selected=building:${id}`);
    const matrix = page.getByRole("grid", { name: m.card_matrix({ building: building.name }) });
    await matrix.getByRole("button", { name: dwelling.name }).first().click();
    await page.getByText(dwelling.household.head, { exact: true }).waitFor();
    return dwelling.household;
  }
  throw new Error("nobody lives in a building in sight");
}

async function read<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(`/api/communities/hongqi/${path}`);
  return (await response.json()) as Answer;
}

test(
  "a full name and phone are shown for a reason, and are gone with the card",
  visiting({ as: "hongqi.secretary", path: "/hongqi" }, async (visit) => {
    const { page } = visit;
    const { head, phone } = await openHome(visit);
    await page.getByRole("button", { name: m.reveal_both() }).click();
    const dialog = page.getByRole("dialog");
    const show = dialog.getByRole("button", { name: m.reveal_show(), exact: true });
    expect(await show.isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: m.reveal_reason_visit() }).check();
    await dialog.getByText(m.reveal_left({ left: "30" })).waitFor();
    await show.click();
    await dialog.waitFor({ state: "detached" });
    const card = page.getByRole("article");
    await card.getByText(m.reveal_hides_itself()).waitFor();
    expect(await card.getByText(head, { exact: true }).count()).toBe(0);
    const call = card.locator(`a[href^="tel:"][href$="${phone!.slice(-4)}"]`).last();
    const dialled = (await call.getAttribute("href"))!;
    expect(dialled).toMatch(/^tel:\d{11}$/);
    expect(page.url()).not.toContain(dialled.slice(4));
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(
      dialled.slice(4),
    );
    await card.getByRole("button", { name: m.reveal_hide() }).click();
    await card.getByText(head, { exact: true }).waitFor();
  }),
);

test(
  "who may not see a household in full is told who may",
  visiting({ as: "hongqi.inspector", path: "/hongqi" }, async (visit) => {
    await openHome(visit);
    await visit.page.getByText(m.reveal_not_yours()).waitFor();
    expect(await visit.page.getByRole("button", { name: m.reveal_both() }).count()).toBe(0);
  }),
);
