import { expect, test } from "vitest";
import { type HeaderSettings, headers } from "#server/hardening/headers.ts";
import { smallApp } from "./smallApp.ts";

async function headersOf(path: string, settings?: HeaderSettings): Promise<Headers> {
  const app = smallApp();
  app.use(headers(settings));
  app.get("/api/thing", (c) => c.json({}));
  app.get("/:slug?", (c) => c.html("<!doctype html>"));
  return (await app.request(path)).headers;
}

test("a page may run the build's own files and nothing written into it", async () => {
  const policy = (await headersOf("/hongqi")).get("Content-Security-Policy")!;
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain("unsafe");
  for (const directive of ["default-src", "object-src", "base-uri", "frame-ancestors"]) {
    expect(policy).toContain(`${directive} 'none'`);
  }
});

test("an answer of the API runs nothing, whoever opens it as a page", async () => {
  const answer = await headersOf("/api/thing");
  expect(answer.get("Content-Security-Policy")).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(answer.get("X-Content-Type-Options")).toBe("nosniff");
});

test("only this site's own pages may use the place and the camera, or frame it", async () => {
  const page = await headersOf("/");
  expect(page.get("Permissions-Policy")).toContain("geolocation=(self), camera=(self)");
  expect(page.get("Permissions-Policy")).toContain("microphone=()");
  expect(page.get("X-Frame-Options")).toBe("DENY");
  expect(page.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
  expect(page.get("Referrer-Policy")).toBe("same-origin");
});

test("browsers are bound to https only where people come by https", async () => {
  const strict = async (publicUrl?: string) =>
    (await headersOf("/", { publicUrl })).get("Strict-Transport-Security");
  expect(await strict("https://getu.example")).toBe("max-age=31536000");
  expect(await strict("http://10.0.0.3:8787")).toBeNull();
  expect(await strict()).toBeNull();
});

test("tiles come from any host, or only from those that were named", async () => {
  const policy = async (settings: HeaderSettings) =>
    (await headersOf("/", settings)).get("Content-Security-Policy");
  expect(await policy({ publicUrl: "https://getu.example" })).toContain(
    "connect-src 'self' blob: https:;",
  );
  expect(await policy({})).toContain("connect-src 'self' blob: https: http:;");
  expect(await policy({ tileHosts: ["https://*.tianditu.gov.cn"] })).toContain(
    "connect-src 'self' blob: https://*.tianditu.gov.cn;",
  );
});
