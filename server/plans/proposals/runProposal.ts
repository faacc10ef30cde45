import { Worker } from "node:worker_threads";
import type { ProposalTask } from "#data/model/proposals/propose.ts";
import type { ProposingMessage, ProposingWork } from "./messages.ts";

/** Large communities take seconds; what takes longer shows the best it has by then. */
const MOST_MS = 120_000;
/** Whoever does not come to an end by itself is ended. */
const GRACE_MS = 5_000;
const MOST_HEAP_MEGABYTES = 1024;

export interface RunningProposal {
  /** Asks it to come to an end soon. */
  stop: () => void;
  /** Resolves at its end, however it came; whether it came to an end by itself. */
  ended: Promise<boolean>;
}

/** Works a proposal out off the event loop, within bounds of time and memory. */
export function runProposal(
  task: ProposalTask,
  onMessage: (message: ProposingMessage) => void,
): RunningProposal {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const work: ProposingWork = { task, stop };
  const worker = new Worker(new URL("../../startWorker.js", import.meta.url), {
    workerData: { module: new URL("./proposingWorker.ts", import.meta.url).href, ...work },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  });
  let end: NodeJS.Timeout | undefined;
  const askToStop = () => {
    Atomics.store(stop, 0, 1);
    end ??= setTimeout(() => void worker.terminate(), GRACE_MS);
  };
  const late = setTimeout(askToStop, MOST_MS);
  const ended = new Promise<boolean>((resolve) => {
    worker.on("message", (message: ProposingMessage) => {
      onMessage(message);
      if (message.isDone) resolve(true);
    });
    worker.once("error", (error) => {
      // The cause is for the log alone; the person hears that it failed.
      console.error(error);
      resolve(false);
    });
    worker.once("exit", () => resolve(false));
  }).finally(() => {
    clearTimeout(late);
    clearTimeout(end);
    void worker.terminate();
  });
  return { stop: askToStop, ended };
}
