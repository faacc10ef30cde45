import type { ReturnReason } from "../../model/hazards/kinds.ts";
import type { Ground, Spot } from "./ground.ts";
import type { History } from "./history.ts";
import { HOUR, MINUTE, whenAwake } from "./moments.ts";
import type { Agent } from "./staff.ts";

/** What a life is told with. */
export interface Telling {
  ground: Ground;
  history: History;
  spot: Spot;
  /** What was done about it, in words. */
  done: string;
}

/** Who would be asked to see to it. */
export function takerAt({ staff }: Ground, { unit }: Spot): Agent {
  return staff.workerOf(unit) ?? staff.inspector;
}

/** Looked at, where the reporter's word alone does not do, and given to somebody. */
function give({ ground, history, spot }: Telling, taker = takerAt(ground, spot)): Agent {
  const { random, staff } = ground;
  look({ ground, history });
  const by = random.chance(0.7) ? staff.inspector : staff.secretary;
  const when = history.at + random.between(0.2, 3) * HOUR;
  history.take("assign", by, whenAwake(when), { to: taker });
  return taker;
}

/** Checked on the spot, where nobody has yet. */
function look({ ground, history }: Pick<Telling, "ground" | "history">): void {
  if (history.status !== "reported") return;
  const when = history.at + ground.random.between(0.3, 4) * HOUR;
  history.take("confirm", ground.staff.inspector, whenAwake(when), { note: "已到现场核实" });
}

/** Done within its time, or, now and then, after it. */
function rectify({ ground, history, done }: Telling, by: Agent): void {
  const share = ground.random.chance(0.88)
    ? ground.random.between(0.15, 0.9)
    : ground.random.between(1.05, 1.7);
  const when = history.at + Math.max(20 * MINUTE, (history.dueAt - history.at) * share);
  history.take("rectify", by, whenAwake(when), { note: done });
}

function pass({ ground, history }: Telling, fixer: Agent): void {
  const when = history.at + ground.random.between(1, 30) * HOUR;
  history.take("pass", ground.staff.verifierAfter(fixer), whenAwake(when), { note: "复查合格" });
}

const RETURNS: readonly (readonly [ReturnReason, string])[] = [
  ["partly-done", "只处理了一部分，请继续整改"],
  ["came-back", "复查时又出现，请从源头解决"],
  ["photo-unclear", "照片看不清整改结果，请重拍"],
  ["not-done", "现场与上报不符，仍未整改"],
];

function giveBack({ ground, history }: Telling, fixer: Agent): void {
  const [reason, note] = ground.random.pick(RETURNS);
  const when = history.at + ground.random.between(1, 20) * HOUR;
  history.take("return", ground.staff.verifierAfter(fixer), whenAwake(when), { note, reason });
}

/** Given to somebody, done, re-checked, closed: most of them. */
export function ordinary(telling: Telling): void {
  const taker = give(telling);
  rectify(telling, taker);
  pass(telling, taker);
}

/** Seen and done in one go by whoever may. */
export function onTheSpot(telling: Telling): void {
  const { ground, history, spot, done } = telling;
  const fixer = takerAt(ground, spot);
  const when = history.at + ground.random.between(5, 40) * MINUTE;
  history.take("fix", fixer, when, { note: done });
  pass(telling, fixer);
}

/** Given back once or twice before it was well. */
export function stubborn(telling: Telling): void {
  const taker = give(telling);
  rectify(telling, taker);
  for (let times = telling.ground.random.integer(1, 2); times > 0; times--) {
    giveBack(telling, taker);
    rectify(telling, taker);
  }
  pass(telling, taker);
}

/** More than the community can do: an office answers for it. */
export function escalated(telling: Telling): void {
  const { ground, history } = telling;
  const { random, staff } = ground;
  const office = staff.department(random.pick(["city", "housing", "drainage"]));
  if (random.chance(0.4)) give(telling);
  else look(telling);
  const when = whenAwake(history.at + random.between(1, 8) * HOUR);
  history.take("escalate", staff.secretary, when, { to: office, note: "社区吹哨，请部门到场处理" });
  rectify(telling, office);
  pass(telling, office);
}

/** There was nothing, or nothing that is a hazard. */
export function unfounded({ ground, history }: Telling): void {
  const note = ground.random.pick([
    "现场未发现所述情况",
    "已有人处理，无需再办",
    "位置有误，不在本社区",
  ]);
  const when = whenAwake(history.at + ground.random.between(0.5, 6) * HOUR);
  history.take("reject", ground.staff.inspector, when, { note });
}
