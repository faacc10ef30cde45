import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PASSWORD } from "#tests/signedIn.ts";
import { m } from "#web/messages/compiled/messages.js";
import { visiting } from "./harness.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What `npm start` runs, in a fresh directory on a free port. */
function startIn(directory: string): ChildProcess {
  const settings = {
    ...{ PORT: "0", GETU_SAMPLES: "0", GETU_DATA_DIR: directory },
    GETU_PASSWORD: PASSWORD,
  };
  // As a person's terminal has it.
  const unset = { VITEST: undefined, NODE_ENV: undefined, DATABASE_URL: undefined };
  return spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...unset, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The address that it prints when it is ready. */
function addressOf(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    started.stdout?.on("data", (text: Buffer) => {
      printed += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address) resolve(address[0]);
    });
    started.once("exit", () => reject(new Error(`it ended without an address:\n${printed}`)));
  });
}

test("started without samples, the product offers to bring a file, and ends when told to", async () => {
  const directory = await mkdtemp(join(tmpdir(), "getu-start-"));
  const started = startIn(directory);
  try {
    const address = await addressOf(started);
    const health = await fetch(`${address}/api/health`);
    expect(await health.json()).toMatchObject({ status: "ok", database: "embedded" });
    await visiting({ address, as: "admin" }, async ({ page }) => {
      await page.getByText(m.app_no_community_title()).waitFor();
      await page.getByRole("button", { name: m.app_new_community() }).last().click();
      await page.getByRole("button", { name: m.import_drop() }).waitFor();
    })();
    const ended = once(started, "exit");
    started.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  } finally {
    started.kill("SIGKILL");
    await rm(directory, { recursive: true, force: true });
  }
});
