import { eq } from "drizzle-orm";
import type { CommunityBundle } from "#data/model/bundle.ts";
import type { SampleHazard } from "#data/samples/hazards/hazard.ts";
import type { SampleRound } from "#data/samples/hazards/rounds.ts";
import { makeYear } from "#data/samples/hazards/year.ts";
import {
  hazards,
  hazardSteps,
  inspections,
  people,
  rounds,
  roundTargets,
} from "#data/schema/index.ts";
import { letOthersIn } from "../bundles/store.ts";
import { touch, type Tx } from "../context.ts";
import { columnsOf } from "../reporting/state.ts";
import { type Drawings, storeDrawings } from "./pictures.ts";

/** PostgreSQL takes 65,535 parameters at once. */
const ROWS_AT_ONCE = 500;

/** A person's account; null for whoever has none. */
type AccountOf = (personId: string | null) => string | null;

/** Stores a sample community's year of hazards, rounds and inspections, its people stored before. */
export async function storeYear(
  ctx: Tx,
  bundle: CommunityBundle,
  now: number,
  drawings: Drawings,
): Promise<void> {
  const { db } = ctx;
  const { id: communityId } = bundle.community;
  const year = makeYear(bundle, now);
  const accountOf = await readAccounts(ctx, communityId);
  await inBatches(roundRows(communityId, year.rounds), (rows) => db.insert(rounds).values(rows));
  await inBatches(
    year.rounds.flatMap(({ id: roundId, targets }) =>
      targets.map((target) => ({ ...target, communityId, roundId })),
    ),
    (rows) => db.insert(roundTargets).values(rows),
  );
  await inBatches(
    year.inspections.map(({ doneAt, actorId, ...row }) => ({
      ...{ ...row, communityId, actorId: accountOf(actorId) },
      ...{ at: new Date(doneAt), doneAt: new Date(doneAt) },
    })),
    (rows) => db.insert(inspections).values(rows),
  );
  await inBatches(hazardRows(communityId, year.hazards, accountOf), (rows) =>
    db.insert(hazards).values(rows),
  );
  await inBatches(stepRows(communityId, year.hazards, accountOf), (rows) =>
    db.insert(hazardSteps).values(rows),
  );
  await storeDrawings(ctx, communityId, year.photos, drawings);
  touch(ctx, communityId, ["hazards", "inspections"]);
}

async function inBatches<Row>(
  rows: readonly Row[],
  insert: (rows: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await insert(rows.slice(start, start + ROWS_AT_ONCE));
    await letOthersIn();
  }
}

async function readAccounts({ db }: Tx, communityId: string): Promise<AccountOf> {
  const rows = await db
    .select({ id: people.id, userId: people.userId })
    .from(people)
    .where(eq(people.communityId, communityId));
  const accounts = new Map(rows.map(({ id, userId }) => [id, userId]));
  return (personId) => accounts.get(personId ?? "") ?? null;
}

function roundRows(communityId: string, made: readonly SampleRound[]) {
  return made.map(({ targets: _targets, doneShare: _share, endedAt, ...round }) => ({
    ...{ ...round, communityId, repeats: "once" as const },
    createdAt: new Date(`${round.startsOn}T08:30:00+08:00`),
    endedAt: endedAt === null ? null : new Date(endedAt),
  }));
}

function hazardRows(communityId: string, made: readonly SampleHazard[], accountOf: AccountOf) {
  return made.map(({ steps, state, ...hazard }) => {
    const [first] = steps;
    return {
      ...{ ...hazard, communityId, version: steps.length },
      reportedAt: new Date(first!.at),
      reportedById: accountOf(first!.actorId),
      reportedByName: first!.actorName,
      ...columnsOf({ ...state, fixedById: accountOf(state.fixedById) }),
    };
  });
}

function stepRows(communityId: string, made: readonly SampleHazard[], accountOf: AccountOf) {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return made.flatMap(({ id: hazardId, steps }) =>
    steps.map((step, index) => ({
      ...{ ...step, communityId, hazardId, ordinal: index + 1 },
      actorId: accountOf(step.actorId),
      at: new Date(step.at),
      ...{ dueAt: moment(step.dueAt), until: moment(step.until) },
    })),
  );
}
