import { parseArgs } from "node:util";
import { killOnce, type Target } from "./round.ts";
import { TARGETS } from "./targets.ts";

/**
 * `npm run kills -- [--times 20] [--writes 5000] [--on embedded] [--on postgresql] [--on postmaster]`:
 * kills the database or who writes to it, again and again in the middle of writing, and looks whether
 * anything that was acknowledged is lost. The last line counts.
 */
const { values } = parseArgs({
  options: {
    times: { type: "string", default: "20" },
    writes: { type: "string", default: "5000" },
    on: { type: "string", multiple: true, default: ["embedded"] },
  },
});
const names = values.on.filter((name): name is keyof typeof TARGETS => name in TARGETS);
let lost = names.length === 0 ? 1 : 0;
for (const name of names) {
  const target = await TARGETS[name]();
  try {
    lost += await killAgainAndAgain(target, Number(values.times), Number(values.writes));
  } finally {
    await target.remove();
  }
}
process.exitCode = lost === 0 ? 0 : 1;

async function killAgainAndAgain(target: Target, times: number, writes: number): Promise<number> {
  const acknowledged = new Set<number>();
  let lost = 0;
  let writer = await target.start();
  for (let kill = 1; kill <= times; kill++) {
    // Anywhere but at the very ends.
    const killAfter = Math.round(writes * (0.05 + 0.9 * Math.random()));
    const round = await killOnce(target, writer, { writes, killAfter }, acknowledged);
    lost = round.lost.length;
    writer = round.writer;
    console.log(
      `${target.name}: kill ${kill} of ${times} after ${round.acknowledged} of ${writes} writes,` +
        ` ${lost} lost`,
    );
  }
  await writer.kill();
  console.log(`${target.name}: ${lost} lost of ${acknowledged.size} acknowledged, ${times} kills`);
  return lost;
}
