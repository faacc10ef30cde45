import { eq, inArray, like } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import type { Role } from "#data/model/duties.ts";
import { HAZARD_ACTIONS, MOVES } from "#data/model/hazards/moves.ts";
import { pastState, type PastStep, stateAfter } from "#data/model/hazards/pastState.ts";
import {
  audit,
  communities,
  duties,
  hazards,
  hazardSteps,
  notices,
  people,
  photos,
  users,
} from "#data/schema/index.ts";
import { storeAccount } from "#server/accounts/store.ts";
import { transact } from "#server/context.ts";
import { stateOf } from "#server/reporting/state.ts";
import type { TestServer } from "../harness.ts";
import { HAZARDS, picture, reported } from "./hazards.ts";

const ROLES: readonly Role[] = ["secretary", "inspector", "inspector", "grid-worker", "department"];

interface Member {
  username: string;
  personId: string;
  role: Role;
}

/** So many people of 红旗社区, each with an account and a duty for all of it. */
async function storeMembers({ ctx }: TestServer, count: number): Promise<Member[]> {
  return transact(ctx, async (ctx) => {
    const isHere = eq(communities.slug, "hongqi");
    const [community] = await ctx.db.select().from(communities).where(isHere);
    const communityId = community!.id;
    const members: Member[] = [];
    for (let index = 0; index < count; index++) {
      const [username, name] = [`together${index}`, `同事${index}`];
      const role = ROLES[index % ROLES.length]!;
      const userId = await storeAccount(ctx, { username, name, passwordHash: "none" });
      const personId = uuidv7();
      await ctx.db.insert(people).values({ communityId, id: personId, name, userId });
      await ctx.db.insert(duties).values({
        ...{ communityId, id: uuidv7(), personId, role, startsOn: "2020-01-01" },
        ...{ placeType: "community", placeId: communityId },
      });
      members.push({ username, personId, role });
    }
    return members;
  });
}

export interface Together {
  /** Answers by status. */
  answers: Map<number, number>;
  steps: number;
  seconds: number;
}

/**
 * Lets so many people move the same hazards at once, each trying any step of any of them, and holds
 * every history that comes of it against the table of moves.
 */
export async function moveTogether(
  server: TestServer,
  { count, hazardCount, tries }: { count: number; hazardCount: number; tries: number },
): Promise<Together> {
  const members = await storeMembers(server, count);
  const inspector = server.as("hongqi.inspector");
  const open: HazardSummary[] = [];
  for (let index = 0; index < hazardCount; index++) open.push(await reported(inspector));
  const data = (await picture()).toString("base64");
  const answers = new Map<number, number>();
  const random = randomOf(20_260_305);
  const pick = <T>(things: readonly T[]) => things[Math.floor(random() * things.length)]!;
  const takers = members.filter(({ role }) => role !== "department");
  const departments = members.filter(({ role }) => role === "department");
  const start = performance.now();
  await Promise.all(
    members.map(async ({ username }) => {
      for (let each = 0; each < tries; each++) {
        const photos = ["before", "after"].map((kind) => ({ id: uuidv7(), kind, data }));
        const action = pick(HAZARD_ACTIONS);
        const needsPhotos = MOVES[action].needs.includes("after");
        const body = {
          ...{ stepId: uuidv7(), note: "一起", reason: "other", otherHazardId: pick(open).id },
          ...{ assigneeId: pick(takers).personId, departmentId: pick(departments).personId },
          ...(action === "extend" ? { until: "2099-01-01T00:00:00Z" } : {}),
          ...(needsPhotos ? { photos } : {}),
        };
        const path = `${HAZARDS}/${pick(open).id}/${action}`;
        const { status } = await server.as(username).post(path, body);
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const steps = await expectLegal(server, open);
  expect(steps).toBe((answers.get(200) ?? 0) + hazardCount);
  return { answers, steps, seconds };
}

/** For a database that others go on with. */
export async function removeTogether({ ctx }: TestServer): Promise<void> {
  for (const table of [hazardSteps, photos, notices, hazards]) await ctx.db.delete(table);
  await ctx.db.delete(audit).where(eq(audit.subjectType, "hazard"));
  const isMember = like(users.username, "together%");
  const members = ctx.db.select({ id: users.id }).from(users).where(isMember);
  const persons = await ctx.db.select().from(people).where(inArray(people.userId, members));
  const ids = persons.map(({ id }) => id);
  await ctx.db.delete(duties).where(inArray(duties.personId, ids));
  await ctx.db.delete(people).where(inArray(people.id, ids));
  await ctx.db.delete(users).where(isMember);
}

/** Every history by the table, without gaps, and every row as its history says. @returns all steps */
async function expectLegal({ ctx }: TestServer, open: readonly { id: string }[]): Promise<number> {
  let total = 0;
  for (const { id } of open) {
    const rows = await ctx.db
      .select()
      .from(hazardSteps)
      .where(eq(hazardSteps.hazardId, id))
      .orderBy(hazardSteps.ordinal);
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, index) => index + 1));
    const steps: PastStep[] = rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      until: row.until?.toISOString() ?? null,
    }));
    let state = stateAfter(undefined, steps[0]!);
    for (const [index, step] of steps.entries()) {
      if (step.step === "report") continue;
      const { fromStatus } = rows[index]!;
      expect(fromStatus).toBe(state.status);
      const target = MOVES[step.step].from[state.status];
      expect(target, `${step.step} from ${state.status}`).toBeDefined();
      const back = state.departmentId ? "escalated" : "assigned";
      const reached = { same: state.status, back }[target as "same" | "back"] ?? target;
      expect(step.toStatus).toBe(reached);
      if (MOVES[step.step].isForOthers) expect(step.actorId).not.toBe(state.fixedById);
      state = stateAfter(state, step);
    }
    const [row] = await ctx.db.select().from(hazards).where(eq(hazards.id, id));
    const past = pastState(steps, Infinity)!;
    // What was merged into another is told of where that one was merged into a third.
    expect({ ...stateOf(row!), mergedIntoId: null }).toEqual({ ...past, mergedIntoId: null });
    expect(row!.version).toBe(steps.length);
    total += steps.length;
  }
  return total;
}

/** Mulberry32: the same numbers in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
