import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A worker does not take over its parent's loader, whatever that was started with; so this file is
// the one that Node can read by itself.
register();
await import(workerData.module);
