import { expect, test } from "vitest";
import { killOnce } from "#tests/kills/round.ts";
import { embeddedTarget } from "#tests/kills/targets.ts";

test("a kill in the middle of 300 writes loses nothing that was acknowledged", async () => {
  const target = await embeddedTarget();
  const acknowledged = new Set<number>();
  let writer = await target.start();
  try {
    for (const killAfter of [120]) {
      const round = await killOnce(target, writer, { writes: 300, killAfter }, acknowledged);
      writer = round.writer;
      expect(round.acknowledged).toBeGreaterThanOrEqual(killAfter);
      expect(round.lost).toEqual([]);
    }
  } finally {
    await writer.kill();
    await target.remove();
  }
}, 300_000);
