import { and, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import type { GridDetail } from "#data/model/answers/grids.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { todayIn } from "#data/model/today.ts";
import { duties, leaves } from "#data/schema/index.ts";
import { answersOf, read } from "./answers.ts";
import { inRollback } from "./harness.ts";

afterEach(() => vi.useRealTimers());

test(
  "whose duty ends today is no longer on it tomorrow, in any answer",
  inRollback(async (server) => {
    const { summary, coverage } = await answersOf("hongqi");
    const { db } = server.ctx;
    const onLeave = (await db.select().from(leaves)).map(({ dutyId }) => dutyId);
    const held = await db
      .select()
      .from(duties)
      .where(and(eq(duties.communityId, summary.id), eq(duties.role, "grid-worker")));
    const duty = held.find(({ id, personId }) => personId !== null && !onLeave.includes(id))!;
    const today = todayIn("Asia/Shanghai");
    await db.update(duties).set({ endsOn: today }).where(eq(duties.id, duty.id));

    const grid = `/api/communities/hongqi/grids/${duty.placeId}`;
    const workers = async () => (await read<GridDetail>(server, grid)).workers;
    const asked = async () => {
      const [hit] = (
        await read<{ id: string; opens: unknown }[]>(
          server,
          `/api/communities/hongqi/search?limit=50&q=${encodeURIComponent((await workersName)!)}`,
        )
      ).filter(({ id }) => id === duty.personId);
      return hit!.opens;
    };
    const workersName = workers().then(([worker]) => worker!.name);
    expect((await workers()).map(({ dutyId }) => dutyId)).toContain(duty.id);
    expect(await asked()).toEqual({ type: "grid", id: duty.placeId });

    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 60 * 60 * 1000 });
    expect((await workers()).map(({ dutyId }) => dutyId)).not.toContain(duty.id);
    expect(await asked()).not.toEqual({ type: "grid", id: duty.placeId });
    const after = await read<Coverage>(server, "/api/communities/hongqi/coverage");
    expect(after.totals.byKind["grid-without-worker"]).toBe(
      coverage.totals.byKind["grid-without-worker"] + 1,
    );
  }),
);
