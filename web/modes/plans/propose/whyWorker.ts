import type { PlanningGround } from "#data/model/planning/ground.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import {
  type ExplainedIn,
  explainUnit,
  type UnitExplanation,
} from "#data/model/proposals/explainUnit.ts";
import { type UnitGround, unitGroundOf } from "#data/model/proposals/unitGround.ts";

export interface WhyQuestion extends Omit<ExplainedIn, "ground" | "unitGround"> {
  number: number;
  /** Left out while it is the one of the question before. */
  ground?: PlanningGround;
  state: PlanState;
  unitId: string;
}
export interface WhyAnswer {
  number: number;
  why: UnitExplanation | undefined;
}

let ground: PlanningGround | undefined;
let known: { key: string; unitGround: UnitGround } | undefined;

self.onmessage = ({ data }: MessageEvent<WhyQuestion>) => {
  const { number, state, unitId, loadWeights } = data;
  if (data.ground) known = undefined;
  ground = data.ground ?? ground;
  if (!ground) return;
  // Dividing the ground takes most of the time, and the next question is mostly about the same.
  const key = JSON.stringify([[...state.broken].sort(), loadWeights]);
  if (known?.key !== key) {
    known = { key, unitGround: unitGroundOf(ground, state.broken, loadWeights) };
  }
  const why = explainUnit({ ...data, ground, unitGround: known.unitGround }, state, unitId);
  const answer: WhyAnswer = { number, why };
  self.postMessage(answer);
};
