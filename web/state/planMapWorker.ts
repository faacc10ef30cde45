import { type PlanMap, planMapOf } from "#data/model/planning/planMap.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";

export interface PlanMapQuestion {
  number: number;
  /** Left out while it is the one of the question before. */
  ground?: Pick<PlanningGround, "buildings" | "boundary" | "barriers">;
  broken: ReadonlySet<string>;
}
export interface PlanMapAnswer {
  number: number;
  map: PlanMap;
}

let ground: PlanMapQuestion["ground"];

self.onmessage = ({ data }: MessageEvent<PlanMapQuestion>) => {
  ground = data.ground ?? ground;
  if (!ground) return;
  const map = planMapOf(ground, data.broken);
  const answer: PlanMapAnswer = { number: data.number, map };
  const { points, areas, outerMeters } = map;
  self.postMessage(answer, { transfer: [points.buffer, areas.buffer, outerMeters.buffer] });
};
