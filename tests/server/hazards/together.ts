import { strictEqual as equal } from "node:assert";
import { v7 as uuidv7 } from "uuid";
import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { HAZARD_ACTIONS, type HazardAction, MOVES, refusalOf } from "#data/model/hazards/moves.ts";
import type { TestServer } from "../harness.ts";
import { HAZARDS, picture, reported } from "./hazards.ts";
import { countLegalSteps } from "./legalHistories.ts";
import { type Member, storeMembers } from "./togetherMembers.ts";

export interface Together {
  /** Answers by status; 409 is who came second. */
  answers: Map<number, number>;
  steps: number;
  seconds: number;
}

/** Who reports: what the first sees begins confirmed, what the second sees has to be looked into. */
const REPORTERS = ["hongqi.inspector", "hongqi.inspector", "hongqi.inspector", "hongqi.keeper1"];

/**
 * Lets so many people move the same hazards at once and holds every history that comes of it against
 * the table of moves. Every second try is one that the table allows them by the state that anybody
 * heard of last, so that moves happen and people get into each other's way; the others are any step of
 * any hazard.
 */
export async function moveTogether(
  server: TestServer,
  { count, hazardCount, tries }: { count: number; hazardCount: number; tries: number },
): Promise<Together> {
  const members = await storeMembers(server, count);
  const known: HazardDetail[] = [];
  for (let index = 0; index < hazardCount; index++) {
    known.push(await reported(server.as(REPORTERS[index % REPORTERS.length]!)));
  }
  const data = (await picture()).toString("base64");
  const answers = new Map<number, number>();
  const random = randomOf(20_260_305);
  const pick = <T>(things: readonly T[]) => things[Math.floor(random() * things.length)]!;
  const takers = members.filter(({ role }) => role !== "department");
  const departments = members.filter(({ role }) => role === "department");

  async function tryMove(member: Member, isInformed: boolean): Promise<void> {
    const hazard = pick(known);
    const allowed = isInformed ? allowedTo(member, hazard) : [];
    const action = pick(allowed.length > 0 ? allowed : HAZARD_ACTIONS);
    const photos = ["before", "after"].map((kind) => ({ id: uuidv7(), kind, data }));
    const body = {
      ...{ stepId: uuidv7(), note: "一起", reason: "other", otherHazardId: pick(known).id },
      ...{ assigneeId: pick(takers).personId, departmentId: pick(departments).personId },
      ...(isInformed ? { version: hazard.version } : {}),
      ...(action === "extend" ? { until: "2099-01-01T00:00:00Z" } : {}),
      ...(MOVES[action].needs.includes("after") ? { photos } : {}),
    };
    const asker = server.as(member.username);
    const response = await asker.post(`${HAZARDS}/${hazard.id}/${action}`, body);
    answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
    const answer = (await response.json()) as HazardDetail;
    const index = known.findIndex(({ id }) => id === hazard.id);
    if (response.ok && answer.version > known[index]!.version) known[index] = answer;
  }

  const start = performance.now();
  await Promise.all(
    members.map(async (member) => {
      for (let turn = 0; turn < tries; turn++) await tryMove(member, turn % 2 === 0);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const steps = await countLegalSteps(server, known);
  equal(steps, (answers.get(200) ?? 0) + hazardCount, "a step for each that was taken");
  return { answers, steps, seconds };
}

/** By the table, as far as it was heard how the hazard stands. */
function allowedTo(member: Member, hazard: HazardDetail): HazardAction[] {
  const facts = {
    ...hazard,
    assigneeId: hazard.assignee?.id ?? null,
    departmentId: hazard.department?.id ?? null,
    isExtensionAsked: hazard.extensionUntil !== null,
  };
  return HAZARD_ACTIONS.filter((action) => refusalOf(facts, member, action) === undefined);
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
