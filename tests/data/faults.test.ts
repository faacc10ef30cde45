import type { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import { stopWhenEnded } from "#data/embedded/engine.ts";
import { DatabaseStopped, DiskFull, isDiskFull } from "#data/faults.ts";

test("a full disk is recognised, however deep the reason lies", () => {
  const full = Object.assign(new Error("No space left on device"), { code: "53100" });
  expect(isDiskFull(new Error("Failed query", { cause: full }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error(), { code: "ENOSPC" }))).toBe(true);
  expect(isDiskFull(new DiskFull("/data"))).toBe(true);
  expect(isDiskFull(Object.assign(new Error(), { code: "23505" }))).toBe(false);
  expect(isDiskFull("ENOSPC")).toBe(false);
});

/** An engine that ends at its first request, and the way PGlite calls one: until all is read. */
function endingClient(status: number): PGlite {
  const Module = {
    _PostgresMainLoopOnce: () => {
      throw new Error("Aborted()");
    },
    _pgl_setPGliteExitStatus: () => status,
  };
  const execProtocolRawSync = () => {
    for (let tries = 0; tries < 1000; tries++) {
      try {
        Module._PostgresMainLoopOnce();
      } catch {
        Module._pgl_setPGliteExitStatus();
      }
    }
    return new Uint8Array();
  };
  return { Module, execProtocolRawSync } as unknown as PGlite;
}

test("an engine that ended is not asked again for ever, and says why it ended", async () => {
  const client = endingClient(-2);
  const stopped = stopWhenEnded(client, "/data", () => false);
  expect(() => client.execProtocolRawSync(new Uint8Array())).toThrow(DatabaseStopped);
  expect((await stopped).message).toContain("the disk is full");
  expect(() => client.execProtocolRawSync(new Uint8Array())).toThrow("Everything acknowledged");
});

test("after an error of SQL the engine goes on", () => {
  const client = endingClient(100);
  void stopWhenEnded(client, "/data", () => true);
  expect(client.execProtocolRawSync(new Uint8Array())).toHaveLength(0);
});
