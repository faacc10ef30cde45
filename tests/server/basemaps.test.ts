import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createApp } from "#server/app.ts";
import { AS_EVERYWHERE, inRollback } from "./harness.ts";

type Ask = (path: string, init?: RequestInit) => Promise<Response>;
const MAP = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

/** A server with a folder of basemaps beside a file that is nobody's business. */
function withBasemaps(work: (ask: Ask) => Promise<void>): () => Promise<void> {
  return inRollback(async ({ ctx }) => {
    const directory = mkdtempSync(join(tmpdir(), "getu-basemaps-"));
    const basemapDirectory = join(directory, "basemaps");
    mkdirSync(join(basemapDirectory, "folder.pmtiles"), { recursive: true });
    writeFileSync(join(directory, "secret.pmtiles"), "secret");
    writeFileSync(join(basemapDirectory, "阳泉 2026.pmtiles"), MAP);
    writeFileSync(join(basemapDirectory, "empty.pmtiles"), "");
    writeFileSync(join(basemapDirectory, "notes.txt"), "secret");
    symlinkSync(join(directory, "gone"), join(basemapDirectory, "gone.pmtiles"));
    const app = createApp({ ...ctx, basemapDirectory });
    try {
      await work(async (path, init) =>
        app.request(`/api/basemaps${path}`, {
          ...init,
          headers: { ...AS_EVERYWHERE, ...(init?.headers as object) },
        }),
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
}

test(
  "only PMTiles files are listed, with their size",
  withBasemaps(async (ask) => {
    expect(await (await ask("")).json()).toEqual([
      { name: "empty.pmtiles", bytes: 0 },
      { name: "阳泉 2026.pmtiles", bytes: 1000 },
    ]);
  }),
);

test(
  "without a folder of basemaps the list is empty",
  inRollback(async ({ get }) => {
    expect(await (await get("/api/basemaps")).json()).toEqual([]);
  }),
);

const RANGES: [range: string, status: number, start: number, end: number][] = [
  ["bytes=0-126", 206, 0, 126],
  ["bytes=990-", 206, 990, 999],
  ["bytes=990-5000", 206, 990, 999],
  ["bytes=999-999", 206, 999, 999],
  // Anything else than one range is ignored (RFC 9110 §14.2).
  ["bytes=0-1,5-6", 200, 0, 999],
  ["bytes=6-5", 200, 0, 999],
  ["bytes=-5", 200, 0, 999],
  ["lines=1-2", 200, 0, 999],
  ["bytes=a-b", 200, 0, 999],
];

test.each(RANGES)("%s is answered with %i, bytes %i to %i", async (range, status, start, end) => {
  await withBasemaps(async (ask) => {
    const response = await ask("/阳泉 2026.pmtiles", { headers: { Range: range } });
    expect(response.status).toBe(status);
    const expected = MAP.subarray(start, end + 1);
    expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
    expect(response.headers.get("Content-Length")).toBe(String(expected.length));
    expect(response.headers.get("Content-Range")).toBe(
      status === 206 ? `bytes ${start}-${end}/1000` : null,
    );
  })();
});

test(
  "a range behind the end is not satisfiable",
  withBasemaps(async (ask) => {
    for (const range of ["bytes=1000-", "bytes=99999999999999999999-"]) {
      const response = await ask("/阳泉 2026.pmtiles", { headers: { Range: range } });
      expect(response.status).toBe(416);
      expect(response.headers.get("Content-Range")).toBe("bytes */1000");
    }
  }),
);

test(
  "an empty file is empty, and the head of a file says its length",
  withBasemaps(async (ask) => {
    const empty = await ask("/empty.pmtiles");
    expect([empty.status, await empty.text()]).toEqual([200, ""]);
    const head = await ask("/阳泉 2026.pmtiles", { method: "HEAD" });
    expect(head.headers.get("Content-Length")).toBe("1000");
    expect(await head.text()).toBe("");
  }),
);

const ELSEWHERE = [
  "/..%2fsecret.pmtiles",
  "/%2e%2e%2fsecret.pmtiles",
  "/..%5csecret.pmtiles",
  "/%2fetc%2fpasswd",
  "/notes.txt",
  "/x%00.pmtiles",
  "/x%0a.pmtiles",
  "/.hidden.pmtiles",
  "/folder.pmtiles",
  "/gone.pmtiles",
  "/missing.pmtiles",
  `/${"x".repeat(300)}.pmtiles`,
];

test.each(ELSEWHERE)("%s leads to no file", async (path) => {
  await withBasemaps(async (ask) => {
    const response = await ask(path);
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await response.text()).not.toContain('"secret"');
  })();
});
