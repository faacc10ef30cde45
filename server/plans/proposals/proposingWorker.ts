import { parentPort, workerData } from "node:worker_threads";
import { propose } from "#data/model/proposals/propose.ts";
import type { ProposingMessage, ProposingWork } from "./messages.ts";

/** Nobody looks more often. */
const TELL_EVERY_MS = 100;

const { task, stop } = workerData as ProposingWork;
let [toldAt, toldCount] = [0, 0];

const proposals = propose(task, (progress, finished) => {
  const isNews = finished.length > toldCount;
  if (isNews || Date.now() - toldAt >= TELL_EVERY_MS) {
    toldAt = Date.now();
    toldCount = finished.length;
    tell({ progress, ...(isNews && { finished: [...finished] }), isDone: false });
  }
  return Atomics.load(stop, 0) === 0;
});
tell({ progress: 1, finished: proposals, isDone: true });

function tell(message: ProposingMessage): void {
  parentPort?.postMessage(message);
}
