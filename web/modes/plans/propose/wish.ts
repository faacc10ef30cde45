import type { ProposalGoal } from "#data/model/answers/proposals.ts";
import type { PlanLevel } from "#data/model/plans.ts";

/** What a person can ask for, in the order in which it is offered. */
export const WISHES = ["divide", "micro-grids", "rebalance", "add", "remove"] as const;
export type WishKind = (typeof WISHES)[number];

/** Least and most, in households. */
export type Size = [least: number, most: number];

/** What is asked for, as a person says it: sizes are households. */
export interface Wish {
  kind: WishKind;
  /** Whether a division is told by how many, or by how large. */
  by: "count" | "size";
  count: number;
  size: Size;
  hasMicroGrids: boolean;
  microGridSize: Size;
  /** What is evened out. */
  level: PlanLevel;
  maxMoves: number | "least";
  /** The grid that the new one is to relieve. */
  beside: string;
  /** The grid whose worker leaves. */
  leaving: string | null;
  keepsCompounds: boolean;
  keepsPartyGroups: boolean;
}

export interface WishGround {
  /** What the community has set, in households. */
  standard: { grid: Size; microGrid: Size };
  /** Load goes by weights: what a household weighs here on average. */
  loadPerHousehold: number;
}

/** What the person asks for as the server reads it: sizes as loads. */
export function goalOf(
  wish: Wish,
  { loadPerHousehold }: Pick<WishGround, "loadPerHousehold">,
): ProposalGoal {
  const loadOf = ([least, most]: Size): [number, number] => [
    least * loadPerHousehold,
    most * loadPerHousehold,
  ];
  const keepWhole: ProposalGoal["keepWhole"] = [
    ...(wish.keepsCompounds ? ["compound" as const] : []),
    ...(wish.keepsPartyGroups ? ["party-group" as const] : []),
  ];
  switch (wish.kind) {
    case "divide":
      return {
        level: "grid",
        keepWhole,
        ...(wish.by === "count" ? { grids: wish.count } : { load: loadOf(wish.size) }),
        ...(wish.hasMicroGrids && { microGridLoad: loadOf(wish.microGridSize) }),
      };
    case "micro-grids":
      return { level: "micro-grid", keepWhole, load: loadOf(wish.microGridSize) };
    case "rebalance":
      return { level: wish.level, keepWhole, maxMoves: wish.maxMoves };
    case "add":
      return { level: "grid", keepWhole, addGridBeside: wish.beside };
    case "remove":
      return { level: "grid", keepWhole, ...(wish.leaving && { removeGrid: wish.leaving }) };
  }
}

/** What is still to be said before it can be asked. */
export function missingIn(wish: Wish): "count" | "size" | "leaving" | null {
  const isSize = ([least, most]: Size) => least >= 0 && most > 0 && least <= most;
  if (wish.kind === "divide") {
    if (wish.by === "count" && !(Number.isInteger(wish.count) && wish.count > 0)) return "count";
    if (wish.by === "size" && !isSize(wish.size)) return "size";
    if (wish.hasMicroGrids && !isSize(wish.microGridSize)) return "size";
  }
  if (wish.kind === "micro-grids" && !isSize(wish.microGridSize)) return "size";
  if (wish.kind === "rebalance" && wish.maxMoves !== "least") {
    return Number.isInteger(wish.maxMoves) && wish.maxMoves >= 0 ? null : "count";
  }
  return wish.kind === "remove" && wish.leaving === null ? "leaving" : null;
}
