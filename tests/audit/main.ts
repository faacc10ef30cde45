import { execFile } from "node:child_process";
import { judgeAudit } from "./judge.ts";

/**
 * `npm run check:audit`: fails on a known weakness, high or critical, in what the product ships. Only
 * warns where the registry cannot be asked: a check must not fail for want of a network.
 */
const answer = await new Promise<string>((resolve) => {
  const words = ["audit", "--omit=dev", "--audit-level=high", "--json"];
  // It ends with 1 for findings and for failures alike; what it says tells them apart.
  // On Windows npm is a script, which only a shell can start.
  const options = { maxBuffer: 2 ** 26, timeout: 120_000, shell: process.platform === "win32" };
  execFile("npm", words, options, (_error, output) => resolve(output));
});
const { outcome, lines } = judgeAudit(answer);
for (const line of lines) console.log(line);
process.exit(outcome === "found" ? 1 : 0);
