import { expect, test } from "vitest";
import { onOwnDatabase } from "../harness.ts";
import { moveTogether } from "./together.ts";
import { removeTogether } from "./togetherMembers.ts";

/** `TOGETHER=1` has fifty people move a hundred hazards, which takes minutes, and says what came of it. */
const isBig = Boolean(process.env.TOGETHER);
const SIZE = isBig
  ? { count: 50, hazardCount: 100, tries: 60 }
  : { count: 8, hazardCount: 4, tries: 8 };

test(
  "many people who move the same hazards at once make no illegal history and lose no step",
  { timeout: isBig ? 1_800_000 : 180_000 },
  onOwnDatabase(async (server) => {
    const { answers, steps, seconds } = await moveTogether(server, SIZE).finally(() =>
      removeTogether(server),
    );
    if (isBig) {
      const counts = [...answers].sort().map(([status, count]) => `${status}: ${count}`);
      const clashes = answers.get(409) ?? 0;
      console.log(
        `${steps} steps, ${clashes} clashes, ${seconds.toFixed(0)} s; ${counts.join(", ")}`,
      );
    }
    expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
    // Of eight who try what they may, seven at most come too late.
    expect(steps).toBeGreaterThan(SIZE.hazardCount + 4);
  }),
);
