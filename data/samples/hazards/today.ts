import type { HazardCategory, HazardLevel } from "../../model/hazards/kinds.ts";
import type { Ground } from "./ground.ts";
import { History } from "./history.ts";
import { takerAt, type Telling } from "./lives.ts";
import { someReport } from "./many.ts";
import { HOUR, MINUTE } from "./moments.ts";
import type { SampleHazard } from "./hazard.ts";

/** Kinds whose time is 24 hours by the clock, so that how much of it is used up can be told. */
const OF_A_DAY: readonly HazardCategory[] = ["fire", "gas", "ebike", "exit"];
const TIME_HOURS = 24;

interface Scene {
  count: number;
  /** How much of its time is used up now: above 0.75 it is due soon, above 1 late. */
  used: readonly number[];
  /** Absent: one of those that have a day. */
  category?: HazardCategory;
  level?: HazardLevel;
  isNeighbours?: true;
  /** What happened since it was reported, `at` giving moments by their share of the time until now. */
  tell(telling: Telling, at: (share: number) => number): void;
}

const assign = ({ ground, history, spot }: Telling, when: number) => {
  const to = takerAt(ground, spot);
  history.take("assign", ground.staff.inspector, when, { to });
  return to;
};

/** What there is to do on the day of loading, whatever day that is. */
const SCENES: readonly Scene[] = [
  { count: 2, used: [0.15, 0.8], isNeighbours: true, tell: () => undefined },
  { count: 3, used: [0.3, 0.85, 1.4], tell: () => undefined },
  {
    ...{ count: 6, used: [0.2, 0.4, 0.6, 0.9, 1.3, 2.2] },
    tell: (telling, at) => void assign(telling, at(0.1)),
  },
  {
    ...{ count: 1, used: [0.55] },
    tell: (telling, at) => {
      const taker = assign(telling, at(0.2));
      const until = telling.history.dueAt + 48 * HOUR;
      telling.history.take("extend", taker, at(0.7), { until, note: "配件要等厂家送到，申请延期" });
    },
  },
  {
    ...{ count: 2, used: [0.5, 1.2], category: "drainage", level: "serious" },
    tell: ({ ground: { staff }, history }, at) => {
      const to = staff.department("drainage");
      history.take("escalate", staff.secretary, at(0.3), {
        to,
        note: "超出社区处置能力，请部门到场",
      });
    },
  },
  {
    ...{ count: 2, used: [0.5, 0.8] },
    tell: (telling, at) => {
      const taker = assign(telling, at(0.1));
      telling.history.take("rectify", taker, at(0.7), { note: telling.done });
    },
  },
  {
    // The clock begins anew with the return, so that only its last share counts.
    ...{ count: 1, used: [1.3] },
    tell: (telling, at) => {
      const { history, ground } = telling;
      const taker = assign(telling, at(0.1));
      history.take("rectify", taker, at(0.4), { note: telling.done });
      const note = "复查仍不合格，请继续整改";
      const verifier = ground.staff.verifierAfter(taker);
      history.take("return", verifier, at(0.6), { note, reason: "partly-done" });
    },
  },
];

/** Hazards in every state of the work list, just as they are on the day of loading. */
export function openToday(ground: Ground): SampleHazard[] {
  return SCENES.flatMap((scene, index) =>
    Array.from({ length: scene.count }, (_, nth) => open(ground, scene, `${index}/${nth}`, nth)),
  );
}

function open(ground: Ground, scene: Scene, key: string, nth: number): SampleHazard {
  const { now, random, staff } = ground;
  const category = scene.category ?? random.pick(OF_A_DAY);
  const start = now - scene.used[nth]! * TIME_HOURS * HOUR;
  const { report, done } = someReport(ground, `today/${key}`, start, category);
  const { spot } = report;
  const [neighbour] = staff.neighboursOf(spot.unit, spot.building);
  const trusted = staff.workerOf(spot.unit) ?? staff.inspector;
  const by = scene.isNeighbours && neighbour ? neighbour : trusted;
  const history = new History(ground, { ...report, by, level: scene.level ?? "general" });
  const at = (share: number) => start + Math.max(2 * MINUTE, (now - start) * share);
  scene.tell({ ground, history, spot, done }, at);
  return history.end();
}
