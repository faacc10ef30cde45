import { expect } from "vitest";
import { v4 as uuidv4 } from "uuid";
import { CreatedPlan, PlanVersion } from "#data/model/answers/planEdits.ts";
import { PlanDetail } from "#data/model/answers/plans.ts";
import type { Asker } from "../harness.ts";

export const HERE = "/api/communities/hongqi";
export const PLANNER = "hongqi.planner";

/** An answer of that status, as JSON. */
export async function answered<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  return JSON.parse(text) as T;
}

/** The kind of a refusal with what it says. */
export async function refused(response: Response, status: number) {
  const { type, parameters } = await answered<{
    type: string;
    parameters: Record<string, unknown>;
  }>(response, status);
  return { kind: type.replace("urn:getu:problem:", ""), ...parameters };
}

export async function newDraft(
  asker: Asker,
  body: Record<string, unknown> = {},
): Promise<CreatedPlan> {
  const response = await asker.post(`${HERE}/plans`, { name: "试划", from: "in-force", ...body });
  return CreatedPlan.parse(await answered(response, 201));
}

export async function planOf(asker: Asker, id: string): Promise<PlanDetail> {
  return PlanDetail.parse(await answered(await asker.get(`${HERE}/plans/${id}`), 200));
}

export async function change(asker: Asker, id: string, body: unknown): Promise<PlanVersion> {
  const response = await asker.post(`${HERE}/plans/${id}/changes`, body);
  return PlanVersion.parse(await answered(response, 200));
}

/** A grid with one micro-grid, as entries of a change. */
export function newGrid(name: string, ordinal = 90) {
  const [gridId, microGridId] = [uuidv4(), uuidv4()];
  const facts = { code: null, kind: "basic", isLocked: false, outline: null };
  return {
    gridId,
    microGridId,
    grids: [[gridId, { name, ordinal, ...facts }]],
    microGrids: [[microGridId, { gridId, name: `${name} 1`, ordinal: 1, isLocked: false }]],
  };
}
