import { v7 as uuidv7 } from "uuid";
import type {
  MyTargets,
  RoundDetail,
  RoundTargets,
  TargetChoice,
} from "#data/model/answers/rounds.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import { todayIn } from "#data/model/today.ts";
import type { Asker } from "../harness.ts";
import { given, madeAs } from "../people/people.ts";

export const BASE = "/api/communities/hongqi";
export const ROUNDS = `${BASE}/rounds`;
export const TODAY = todayIn("Asia/Shanghai");
export const LINES = DEFAULT_CHECKLISTS[0]!.lines;

/** A round of one day, today, of all buildings unless told otherwise. */
export function roundOf(changes: object = {}, ...targets: TargetChoice[]) {
  return {
    ...{ id: uuidv7(), name: "楼道检查", startsOn: TODAY, endsOn: TODAY, checklist: LINES },
    targets: targets.length > 0 ? targets : [{ type: "buildings" as const }],
    ...changes,
  };
}

export const makeRound = (asker: Asker, ...round: Parameters<typeof roundOf>) =>
  madeAs<RoundDetail>(asker, ROUNDS, roundOf(...round));

/** What somebody is to visit of one round; the sample has others. */
export async function mineOf(asker: Asker, roundId: string) {
  const { rounds, targets } = await given<MyTargets>(asker.get(`${BASE}/my-targets`));
  return {
    rounds: rounds.filter(({ id }) => id === roundId),
    targets: targets.filter((target) => target.roundId === roundId),
  };
}

export const toldTargetsOf = (asker: Asker, roundId: string) =>
  given<RoundTargets>(asker.get(`${ROUNDS}/${roundId}/targets`));

export const targetsOf = async (asker: Asker, roundId: string) =>
  (await toldTargetsOf(asker, roundId)).targets;
