import type { AnonymousBundle } from "../bundle.ts";
import type { Visits } from "../inspections/visits.ts";
import type { Unit } from "../units.ts";
import type { FootprintProblemKind } from "./kinds.ts";

/** What coverage is computed from. Ground comes in as facts. */
export interface CoverageInput {
  /** The community's day, ISO date (`settings.timeZone`, not the server's). */
  today: string;
  bundle: AnonymousBundle;
  /** The plan looked at, usually the one in force; null while there is none. */
  planId: string | null;
  /** From `unitsOf(bundle, planId, …)`. */
  units: Unit[];
  /** Unit ids of each grid's connected parts, largest first; a grid left out counts as one part. */
  partsOfGrid: ReadonlyMap<string, string[][]>;
  /** Exclaves: they are no cut-off part of their grid. */
  unitsOutsideBoundary: ReadonlySet<string>;
  footprintProblems: readonly FootprintProblem[];
  /** Uncovered unit → the micro-grid to propose (`nearestMicroGrids`); left out, none is. */
  nearestMicroGrid?: ReadonlyMap<string, string>;
  /** What was inspected, beside what the rows of places say; left out, nothing was. */
  visits?: Visits;
}

export interface FootprintProblem {
  /** A building's or a unit's id. */
  footprintId: string;
  kind: FootprintProblemKind;
  /** The other footprint, for the kinds that take two. */
  otherId?: string;
}
