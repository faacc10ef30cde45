import { expect, test } from "vitest";
import { harden } from "#server/hardening/harden.ts";
import { kindOf, smallApp } from "./smallApp.ts";

const app = smallApp();
harden(app, {
  publicUrl: "https://getu.example",
  queue: { atOnce: 0, changesAtOnce: 0, waiting: 0 },
});
app.get("/:slug?", (c) => c.html("<!doctype html>"));

test("pages are served however busy the API is", async () => {
  expect((await app.request("/hongqi")).status).toBe(200);
  expect(await kindOf(await app.request("/api/thing"))).toBe("busy");
});

test.each([
  ["cross-site", "/api/thing", { "Sec-Fetch-Site": "cross-site" }, "{}"],
  ["unreadable-request", "/api/%ff", {}, "{}"],
  ["unreadable-request", "/api/thing", { "Content-Type": "application/json" }, "{"],
  ["busy", "/api/thing", {}, "{}"],
])("a refusal as %s carries the protecting headers too", async (kind, path, headers, body) => {
  const response = await app.request(path, { method: "POST", headers, body });
  expect(await kindOf(response)).toBe(kind);
  expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(response.headers.get("Strict-Transport-Security")).toBeTruthy();
});
