import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { product, visiting } from "./harness.ts";

/** Notes what the browser refuses from now on. */
async function watchRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

test("the pages come with a policy that lets nothing run that was written into them", async () => {
  for (const path of ["/", "/hongqi", "/assets/none.js", "/api/health"]) {
    const response = await fetch(product.address + path);
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain("unsafe");
    expect(response.headers.get("X-Content-Type-Options"), path).toBe("nosniff");
  }
  const page = await (await fetch(product.address)).text();
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
});

// That nothing is reported while the map draws, `visiting` itself sees to: refusals are console errors.
test(
  "under the policy the map draws its buildings, in its own workers",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    expect(await map.count("building-fills")).toBeGreaterThan(0);
    expect(page.workers().length).toBeGreaterThan(0);
  }),
);

test(
  "a script that gets into the page does not run, whichever way it came",
  visiting(
    { path: "/hongqi", forgives: /Content Security Policy|evil\.example/ },
    async ({ page, map }) => {
      await map.ready();
      const refused = await watchRefusals(page);
      await page.evaluate(() => {
        const run = "window.hasRun = true";
        const inline = document.createElement("script");
        inline.textContent = run;
        document.body.append(inline);
        const holder = document.createElement("div");
        holder.innerHTML = `<img src="data:," onerror="${run}"><svg onload="${run}"></svg>`;
        document.body.append(holder);
        const other = document.createElement("script");
        other.src = "https://evil.example/script.js";
        document.body.append(other);
        const data = document.createElement("script");
        data.src = `data:text/javascript,${run}`;
        document.body.append(data);
        // A text in place of a function is what `eval` would run.
        setTimeout(run);
        const base = document.createElement("base");
        base.href = "https://evil.example/";
        document.head.append(base);
      });
      await expect
        .poll(refused)
        .toEqual(
          expect.arrayContaining([
            "script-src-elem inline",
            "script-src-attr inline",
            "script-src-elem https://evil.example/script.js",
            "script-src-elem data",
            "script-src eval",
            "base-uri https://evil.example/",
          ]),
        );
      expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
    },
  ),
);

test("no other page can frame this one", async () => {
  const other = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe src="${product.address}/hongqi"></iframe>`);
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  try {
    await visiting({ address, as: null, forgives: /frame|asked|ERR_BLOCKED/ }, async ({ page }) => {
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    })();
  } finally {
    other.close();
  }
});

const EVIL = '<img src=x onerror="window.hasRun=true"><b>1号楼</b>';

/** Two buildings, the first with markup for a name. */
function evilFile(): string {
  const features = [EVIL, "2号楼"].map((name, index) => {
    const [west, south, size] = [121.4 + index / 2000, 31.2, 0.0003];
    const corners = [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ];
    const geometry = { type: "Polygon", coordinates: [corners] };
    return { type: "Feature", properties: { name }, geometry };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

test(
  "markup in the names that a file brings is shown as the text it is",
  visiting({ path: "/hongqi?mode=new-community" }, async ({ page, map }) => {
    const name = `<i>某社区</i>`;
    await page.getByRole("button", { name: m.import_drop() }).waitFor();
    const file = { name: "evil.geojson", mimeType: "application/geo+json" };
    await page
      .locator('input[type="file"]')
      .setInputFiles({ ...file, buffer: Buffer.from(evilFile()) });
    await page.getByLabel(m.import_name()).fill(name);
    await page.getByRole("button", { name: m.import_create(), exact: true }).last().click();
    await page.getByRole("button", { name, exact: true }).waitFor({ timeout: 60_000 });
    await map.ready();
    await expect.poll(() => map.count("building-fills")).toBe(2);

    await page.getByRole("combobox", { name: m.search_label() }).fill("<img");
    const option = page.getByRole("option").first();
    await option.getByText(EVIL).waitFor();
    await option.click();
    await page.getByRole("article").getByText(EVIL).first().waitFor();
    expect(await page.locator('img[src="x"], b:text("1号楼"), i:text("某社区")').count()).toBe(0);
    expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
  }),
);
