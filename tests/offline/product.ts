import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSWORD } from "#tests/signedIn.ts";

const POLL_MS = 250;

/** The product as `npm start` runs it, to be killed and started again on the same data. */
export class KillableProduct {
  #child: ChildProcess | undefined;

  private constructor(
    private readonly directory: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<KillableProduct> {
    const directory = await mkdtemp(join(tmpdir(), "getu-offline-"));
    const product = new KillableProduct(directory, await freePort());
    try {
      await product.startAgain();
    } catch (error) {
      await product.remove();
      throw error;
    }
    return product;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** In the middle of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  async startAgain(): Promise<void> {
    this.#child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        ...{ PORT: String(this.port), HOST: "127.0.0.1", GETU_DATA_DIR: this.directory },
        ...{ GETU_SAMPLES: "1", GETU_PASSWORD: PASSWORD, DATABASE_URL: "" },
      },
    });
    while (!(await this.#answers())) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.directory, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    if (typeof this.#child?.exitCode === "number") throw new Error("the product does not start");
    const response = await fetch(`${this.address}/api/health`).catch(() => undefined);
    return response?.ok ?? false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
