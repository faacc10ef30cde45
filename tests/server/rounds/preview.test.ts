import { expect, test } from "vitest";
import type { RoundPreview, RoundSummary, TargetChoice } from "#data/model/answers/rounds.ts";
import { inRollback } from "../harness.ts";
import { given, problemKind } from "../people/people.ts";
import { makeRound, ROUNDS, toldTargetsOf } from "./rounds.ts";

test(
  "before a round is made it is told to whom how much would fall, and nothing is kept",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const targets: TargetChoice[] = [{ type: "buildings" }];
    const preview = await given<RoundPreview>(secretary.post(`${ROUNDS}/preview`, { targets }));
    expect(await given<RoundSummary[]>(secretary.get(ROUNDS))).toEqual([]);
    const { id } = await makeRound(secretary);
    const { targets: made, workers: told } = await toldTargetsOf(secretary, id);
    expect(preview.total).toBe(made.length);
    for (const { grid, workers, count } of preview.shares) {
      const own = made.filter((target) => target.grid?.id === grid?.id);
      expect(own).toHaveLength(count);
      expect((grid && told[grid.id]) ?? []).toEqual(workers);
    }
    expect(preview.shares.reduce((sum, { count }) => sum + count, 0)).toBe(preview.total);
  }),
);

test(
  "homes by what is known of them are counted only for whoever may know it",
  inRollback(async ({ as }) => {
    const targets: TargetChoice[] = [{ type: "households", tags: ["elderly-alone"] }];
    const asked = as("hongqi.inspector").post(`${ROUNDS}/preview`, { targets });
    expect(await problemKind(asked)).toBe("403 not-your-duty");
  }),
);
