import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { EVERYWHERE } from "#tests/server/everywhere.ts";
import { PASSWORD } from "#tests/signedIn.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, PHONE, product, REFUSED, visiting } from "./harness.ts";

type Locale = "zh-CN" | "en";

const fieldsOf = (page: Page, locale: Locale = "zh-CN") => ({
  username: page.getByLabel(m.sign_in_username({}, { locale }), { exact: true }),
  password: page.getByLabel(m.sign_in_password({}, { locale }), { exact: true }),
  button: page.getByRole("button", { name: m.sign_in_button({}, { locale }), exact: true }),
});

async function signInAs(page: Page, username: string, locale?: Locale): Promise<void> {
  const fields = fieldsOf(page, locale);
  await fields.username.fill(username);
  await fields.password.fill(PASSWORD);
  await fields.button.click();
}

const accountOf = (page: Page) => page.getByRole("button", { name: m.account_menu(), exact: true });

/** Ends the session as somebody else would: on the server, with the page knowing nothing. */
async function endSession(page: Page): Promise<void> {
  const headers = { Origin: product.address };
  const response = await page.request.post("/api/auth/revoke-sessions", { headers });
  expect(response.ok()).toBe(true);
}

const again = (page: Page) => page.getByRole("dialog", { name: m.sign_in_again_title() });

test.each(["zh-CN", "en"] as const)("a link leads through the sign-in page: %s", (locale) =>
  visiting({ as: null, path: "/nanguan?mode=coverage", locale }, async ({ page, map }) => {
    await signInAs(page, "nanguan.secretary", locale);
    await map.ready();
    await page.getByRole("switch", { name: m.coverage_show_all({}, { locale }) }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/nanguan");
    await page.reload();
    await map.ready();
  })(),
);

test(
  "nothing is asked of a community before anybody signed in",
  visiting({ as: null, path: "/hongqi" }, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await fieldsOf(page).button.waitFor();
    expect(asked.filter((path) => path.startsWith("/api/communities/"))).toEqual([]);
  }),
);

test(
  "a sample account is chosen by its role, and its username is filled in",
  visiting({ as: null }, async ({ page, map }) => {
    await page.getByRole("button", { name: /hongqi\.planner/ }).click();
    const { username, password } = fieldsOf(page);
    expect(await username.inputValue()).toBe("hongqi.planner");
    await page.keyboard.type(PASSWORD);
    expect(await password.inputValue()).toBe(PASSWORD);
    await page.keyboard.press("Enter");
    await map.ready();
    expect(await map.count("party-centre-stars")).toBe(0);
  }),
);

test(
  "a wrong password is said in place, and what was written stays",
  visiting({ as: null }, async ({ page, map }) => {
    const { username, password, button } = fieldsOf(page);
    await button.click();
    await page.getByText(m.sign_in_username_missing()).waitFor();
    await username.fill("hongqi.secretary");
    await password.fill("not the password");
    await button.click();
    await page.getByRole("alert").getByText(m["problem_wrong-password"]()).waitFor();
    expect(await username.inputValue()).toBe("hongqi.secretary");
    await password.fill(PASSWORD);
    await password.press("Enter");
    await map.ready();
  }),
);

test(
  "too many tries are counted down",
  visiting({ as: null, forgives: /status of 429/ }, async ({ page }) => {
    const { button } = fieldsOf(page);
    await page.route("**/api/auth/sign-in/username", (route) =>
      route.fulfill({
        status: 429,
        contentType: "application/problem+json",
        json: {
          type: "urn:getu:problem:too-many-attempts",
          parameters: { retryAfterSeconds: 2 },
        },
      }),
    );
    await signInAs(page, "hongqi.secretary");
    await page.getByText(m.sign_in_wait_clock({ time: "0:02" })).waitFor();
    expect(await button.isDisabled()).toBe(true);
    await expect.poll(() => button.isDisabled()).toBe(false);
  }),
);

test(
  "after signing out, another person starts anew and sees their own communities",
  visiting({ as: null, path: "/hongqi" }, async ({ page, map }) => {
    await signInAs(page, "hongqi.secretary");
    await map.ready();
    await accountOf(page).click();
    await page.getByRole("menuitem", { name: m.account_sign_out(), exact: true }).click();
    await fieldsOf(page).username.waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    await signInAs(page, "nanguan.worker1");
    await map.ready();
    expect(new URL(page.url()).pathname).toBe("/nanguan");
    const communities = await ask<CommunitySummary[]>("/api/communities", "nanguan.worker1");
    expect(communities.map(({ slug }) => slug)).toEqual(["nanguan"]);
  }),
);

test(
  "a session that ends in the middle is taken up where it was",
  visiting({ as: null, path: "/hongqi", forgives: REFUSED }, async ({ page, map }) => {
    await signInAs(page, "hongqi.inspector");
    await map.ready();
    const search = page.getByRole("combobox", { name: m.search_label() });
    await endSession(page);
    await search.fill("1号楼");
    await again(page).waitFor();
    await page.keyboard.press("Escape");
    expect(await again(page).isVisible()).toBe(true);
    await again(page).getByLabel(m.sign_in_password(), { exact: true }).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await again(page).waitFor({ state: "detached" });
    expect(await search.inputValue()).toBe("1号楼");
    // What was asked in the meantime is answered.
    await page.getByRole("option").first().click();
    await page.getByRole("article").getByRole("heading").first().waitFor();
  }),
);

test(
  "a mode that is not one's duty is not offered, and a link to it says whose it is",
  visiting({ as: "hongqi.worker1", path: "/hongqi?mode=people" }, async ({ page }) => {
    await page.getByText(m.mode_not_yours_title()).waitFor();
    const modes = page.getByRole("navigation", { name: m.app_modes() });
    expect(await modes.getByText(m.mode_people()).count()).toBe(0);
    expect(await modes.getByText(m.mode_new_community()).count()).toBe(0);
    await page.getByRole("button", { name: m.mode_not_yours_back() }).click();
    await page.getByRole("switch", { name: m.layer_cells() }).waitFor();
  }),
);

test(
  "on a phone one signs in, reads what one may do, and signs out",
  visiting({ ...PHONE, as: null }, async ({ page, map }) => {
    await signInAs(page, "hongqi.worker1");
    await map.ready();
    await accountOf(page).tap();
    await page.getByRole("menuitem", { name: m.account_rights() }).tap();
    const rights = page.getByRole("dialog", { name: m.rights_title() });
    await rights.getByText(m.word_may_see_residents({ places: "第一网格" })).waitFor();
    await rights.getByText(m.word_may_not_plan()).waitFor();
    await page.getByRole("button", { name: m.app_close() }).tap();
    await accountOf(page).tap();
    await page.getByRole("menuitem", { name: m.account_sign_out(), exact: true }).tap();
    await fieldsOf(page).username.waitFor();
  }),
);

test(
  "a home that is not one's duty says so in the matrix",
  visiting({ as: "hongqi.worker1", path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const theirs = (await map.drawn("building-fills")).find(({ properties }) => !properties.load);
    await map.press("building-fills", theirs!.id);
    const hidden = page.getByRole("button", { name: new RegExp(m.card_hidden_legend()) });
    await hidden.first().click();
    await page.getByText(m.card_hidden_text()).waitFor();
  }),
);

test("an account with every duty sees every community", async () => {
  const all = await ask<CommunitySummary[]>("/api/communities", EVERYWHERE);
  expect(all.length).toBeGreaterThanOrEqual(8);
});
