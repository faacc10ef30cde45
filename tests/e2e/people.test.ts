import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { PersonDetail, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, PHONE, visiting } from "./harness.ts";

const PATH = "/hongqi?mode=people";
const listPeople = () => ask<PersonSummary[]>("/api/communities/hongqi/people");

const dialogOf = (page: Page) => page.getByRole("dialog");
const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();
const confirm = (page: Page, name: string) =>
  dialogOf(page).getByRole("button", { name, exact: true }).click();

async function addPerson(page: Page, name: string): Promise<void> {
  await press(page, m.people_add());
  await dialogOf(page).getByLabel(m.people_name(), { exact: true }).fill(name);
  await dialogOf(page).getByLabel(m.people_phone(), { exact: true }).fill("13900000000");
  await confirm(page, m.people_add_do());
  await page.getByRole("heading", { name }).waitFor();
}

async function giveGridWorkersDuty(page: Page, grid: string): Promise<void> {
  await press(page, m.people_duty_give());
  await dialogOf(page).getByText(m.people_role_choose()).click();
  await page.getByRole("option", { name: m.word_role_grid_worker() }).click();
  await dialogOf(page).getByRole("combobox", { name: m.people_place_search() }).fill(grid);
  await page.getByRole("option", { name: grid }).click();
  await confirm(page, m.people_duty_give());
  await page.getByRole("button", { name: m.people_show_on_map({ place: grid }) }).waitFor();
}

async function giveAccount(page: Page, username: string): Promise<string> {
  await press(page, m.people_account_give());
  await dialogOf(page).getByLabel(m.people_account_name()).fill(username);
  await confirm(page, m.people_account_give());
  await page.getByText(m.people_password_once()).waitFor();
  const [, password] = await dialogOf(page).locator("dd").allInnerTexts();
  await confirm(page, m.people_password_done());
  return password ?? "";
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel(m.sign_in_username(), { exact: true }).fill(username);
  await page.getByLabel(m.sign_in_password(), { exact: true }).fill(password);
  await press(page, m.sign_in_button());
}

test(
  "somebody is added, given a duty and an account, and signs in with just that",
  visiting({ path: PATH, as: "hongqi.secretary" }, async ({ page, map }) => {
    await map.ready();
    await addPerson(page, "陈一新");
    await page.getByText(m.people_duties_none()).waitFor();
    await giveGridWorkersDuty(page, "第一网格");
    await page.getByText(m.word_may_see_residents({ places: "第一网格" })).waitFor();
    await page.getByText(m.word_may_not_plan()).waitFor();
    const password = await giveAccount(page, "hongqi.chenyixin");
    await page.getByText("hongqi.chenyixin").waitFor();
    await visiting({ as: null, path: "/hongqi" }, async ({ page, map }) => {
      await signIn(page, "hongqi.chenyixin", password);
      await map.ready();
      const modes = page.getByRole("navigation", { name: m.app_modes() });
      await modes.getByRole("button", { name: m.mode_look() }).waitFor();
      expect(await modes.getByRole("button", { name: m.mode_people() }).count()).toBe(0);
    })();
  }),
);

test(
  "a planner is not offered the people, and a link to them says whose they are",
  visiting({ path: PATH, as: "hongqi.planner" }, async ({ page, map }) => {
    await map.ready();
    await page.getByText(m.mode_not_yours_title()).waitFor();
    const modes = page.getByRole("navigation", { name: m.app_modes() });
    expect(await modes.getByRole("button", { name: m.mode_people() }).count()).toBe(0);
  }),
);

test(
  "a vacant post stands first and is given to somebody",
  visiting({ path: PATH, as: "hongqi.secretary" }, async ({ page }) => {
    const [post] = await ask<PostRow[]>("/api/communities/hongqi/posts");
    const [person] = await listPeople();
    if (!post || !person) throw new Error("the sample has no vacant post, or nobody for it");
    const { placeName: place } = post;
    const role = m.word_role_micro_grid_leader();
    await page.getByRole("button", { name: m.people_fill_label({ role, place }) }).click();
    await dialogOf(page).getByRole("combobox").fill(person.name);
    await page.getByRole("option", { name: person.name }).click();
    await confirm(page, m.people_fill_do());
    await dialogOf(page).waitFor({ state: "detached" });
    const filled = await ask<PersonDetail>(`/api/communities/hongqi/people/${person.id}`);
    expect(filled.duties.map(({ id }) => id)).toContain(post.id);
    expect(await ask("/api/communities/hongqi/posts")).toEqual([]);
  }),
);

test("of two who save at once, the second sees both and keeps theirs or the other's", async () => {
  const person = (await listPeople()).at(-1);
  if (!person) throw new Error("the sample has nobody");
  const path = `${PATH}&person=${person.id}`;
  const forgives = /status of 409/;
  await visiting({ path, as: "hongqi.secretary", forgives }, async ({ page }) => {
    await press(page, m.people_edit());
    const phone = dialogOf(page).getByLabel(m.people_phone(), { exact: true });
    await phone.fill("13911111111");
    const { name, version } = person;
    const saved = await page.request.patch(`/api/communities/hongqi/people/${person.id}`, {
      data: { version, name, phone: "13922222222" },
    });
    expect(saved.status()).toBe(200);
    await confirm(page, m.people_save());
    await dialogOf(page).getByRole("cell", { name: "13911111111" }).waitFor();
    await dialogOf(page).getByRole("cell", { name: "13922222222" }).waitFor();
    await confirm(page, m.conflict_use_mine());
    await dialogOf(page).waitFor({ state: "detached" });
  })();
  expect((await listPeople()).find(({ id }) => id === person.id)?.phone).toBe("13911111111");
});

test(
  "without a connection nothing typed is lost, and saving again saves it once",
  visiting({ path: PATH, as: "hongqi.secretary", forgives: /ERR_FAILED/ }, async ({ page }) => {
    await press(page, m.people_add());
    await dialogOf(page).getByLabel(m.people_name(), { exact: true }).fill("断网后的人");
    await page.route("**/people", (route) => route.abort(), { times: 1 });
    await confirm(page, m.people_add_do());
    await dialogOf(page).getByRole("alert").waitFor();
    const name = dialogOf(page).getByLabel(m.people_name(), { exact: true });
    expect(await name.inputValue()).toBe("断网后的人");
    await confirm(page, m.people_add_do());
    await page.getByRole("heading", { name: "断网后的人" }).waitFor();
    const added = (await listPeople()).filter(({ name }) => name === "断网后的人");
    expect(added).toHaveLength(1);
  }),
);

test(
  "on a phone somebody is found by a few letters, and their duty's place is shown",
  visiting({ ...PHONE, path: PATH, as: "hongqi.secretary" }, async ({ page }) => {
    const search = page.getByRole("textbox", { name: m.people_search() });
    await search.fill("第一网格");
    await page
      .getByRole("button", { name: m.people_show_on_map({ place: "第一网格" }) })
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get("selected")).toMatch(/^grid:/);
  }),
);

test(
  "a roster is tried, says what it does not understand, and is taken in without that",
  visiting({ path: PATH, as: "hongqi.secretary" }, async ({ page }) => {
    const rows = [
      "姓名,电话,职责,地点",
      "林导入,13900000001,网格员,第二网格",
      "王没有,,网格员,月亮",
    ];
    await press(page, m.people_import());
    await page.locator("input[type=file]").setInputFiles({
      name: "roster.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\r\n")),
    });
    await dialogOf(page).getByText(m.people_roster_unknown_place()).waitFor();
    await confirm(page, m.people_import_do_rest());
    await dialogOf(page).getByText(m.people_import_stored_title()).waitFor();
    await confirm(page, m.people_import_close());
    const names = (await listPeople()).map(({ name }) => name);
    expect(names).toContain("林导入");
    expect(names).not.toContain("王没有");
  }),
);
