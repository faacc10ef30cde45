import { expect, test } from "vitest";
import { refuseCrossSite } from "#server/hardening/crossSite.ts";
import { kindOf, smallApp } from "./smallApp.ts";

const app = smallApp();
app.use(refuseCrossSite({ publicUrl: "https://getu.example" }));
app.all("/api/thing", (c) => c.json({}));

function ask(headers: Record<string, string>, method = "POST") {
  return app.request("http://inside:8787/api/thing", {
    method,
    headers: { Host: "inside:8787", ...headers },
  });
}

test.each([
  ["our own page", { "Sec-Fetch-Site": "same-origin", Origin: "http://inside:8787" }],
  ["the person's own address line", { "Sec-Fetch-Site": "none" }],
  ["our own page in an older browser", { Origin: "http://inside:8787" }],
  ["our own page behind a proxy that ends https", { Origin: "https://inside:8787" }],
  ["the public address, whatever the proxy calls us", { Origin: "https://getu.example" }],
  ["a program that is no browser", {}],
])("a change asked for by %s is made", async (_who, headers) => {
  expect((await ask(headers)).status).toBe(200);
});

test.each([
  ["another site", { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }],
  ["a neighbour of our domain", { "Sec-Fetch-Site": "same-site", Origin: "https://b.example" }],
  ["another site's form in an older browser", { Origin: "https://evil.example" }],
  ["a site whose name begins like ours", { Origin: "https://getu.example.evil.example" }],
  ["our host's other port", { Origin: "http://inside:9999" }],
  ["a sandboxed frame", { Origin: "null" }],
  ["another site that hides its origin", { "Sec-Fetch-Site": "cross-site" }],
  ["an origin that is no address", { Origin: "inside:8787/.." }],
])("a change asked for by %s is refused", async (_who, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const response = await ask(headers, method);
    expect(response.status).toBe(403);
    expect(await kindOf(response)).toBe("cross-site");
  }
});

test("anybody may look: a link from another site leads here", async () => {
  const headers = { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" };
  expect((await ask(headers, "GET")).status).toBe(200);
});
