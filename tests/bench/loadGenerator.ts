import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LoadResult, LoadRun } from "./load.ts";

/** The client side of the bench, in a process of its own. */
export class LoadGenerator {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL("./load.ts", import.meta.url)));

  run(run: LoadRun): Promise<LoadResult> {
    return new Promise((resolve, reject) => {
      this.#child.once("message", (message: LoadResult | { error: string }) => {
        if ("error" in message) reject(new Error(message.error));
        else resolve(message);
      });
      this.#child.send(run);
    });
  }

  close(): void {
    this.#child.kill();
  }
}
