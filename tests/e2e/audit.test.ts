import { expect, test } from "vitest";
import type { AuditPage } from "#data/model/answers/audit.ts";
import { m } from "#web/messages/compiled/messages.js";
import { auditActionText } from "#web/words/audit.ts";
import { visiting } from "./harness.ts";

const LOADED = auditActionText("community.load-sample");

test(
  "a secretary reads what was done, in words, and takes it along as a table",
  visiting({ as: "hongqi.secretary", path: "/hongqi?mode=audit" }, async ({ page }) => {
    await page.getByText(LOADED).waitFor();
    const table = page.getByRole("link", { name: m.audit_export() });
    const [download] = await Promise.all([page.waitForEvent("download"), table.click()]);
    expect(download.suggestedFilename()).toMatch(/^hongqi-audit-.*\.xlsx$/);
    await page.getByRole("button", { name: m.audit_again() }).click();
    await page.getByText(auditActionText("audit.export")).waitFor();
    // By its label and value: another label begins with the same words.
    const kind = `${m.audit_filter_kind()} ${m.audit_everything()}`;
    await page.getByRole("combobox", { name: kind }).click();
    await page.getByRole("option", { name: m.audit_kind_audit() }).click();
    await page.getByText(LOADED).waitFor({ state: "detached" });
    const answer = await page.request.get("/api/communities/hongqi/audit?action=audit");
    const { rows } = (await answer.json()) as AuditPage;
    expect(rows.length).toBeGreaterThan(0);
  }),
);

test(
  "a grid worker reads what they did themselves, and nothing of others",
  visiting({ as: "sihuan.worker1", path: "/sihuan?mode=audit" }, async ({ page }) => {
    await page.getByText(m.audit_about_own()).waitFor();
    await page.getByText(m.audit_none()).waitFor();
    expect(await page.getByText(LOADED).count()).toBe(0);
    expect(await page.getByRole("link", { name: m.audit_export() }).count()).toBe(0);
  }),
);

test(
  "a print says who made it and when, and that it is personal",
  visiting({ as: "hongqi.secretary", path: "/hongqi?mode=audit" }, async ({ page }) => {
    await page.getByText(LOADED).waitFor();
    const personal = page.getByText(m.print_personal());
    expect(await personal.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await personal.isVisible()).toBe(true);
    const me = (await (await page.request.get("/api/me")).json()) as { name: string };
    await page.locator("footer").getByText(me.name).waitFor();
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
  }),
);
