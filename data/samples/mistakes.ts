import type { Role } from "../model/duties.ts";

/**
 * The true findings of a sample: what the coverage page is to find there, and nothing else.
 * Buildings by compound and number (晨光小区3号楼), everything else by name.
 */
export interface Mistakes {
  /** In no micro-grid. */
  uncovered?: readonly string[];
  /** The building and one of its entrances are both assigned, to different micro-grids. */
  doubled?: readonly { building: string; entrance: number; microGrid: string }[];
  /** The post of leader exists, nobody holds it. */
  withoutLeader?: readonly string[];
  /** The post of grid worker exists, nobody holds it. */
  withoutWorker?: readonly string[];
  /** On leave today, with or without somebody standing in. */
  absent?: readonly { role: Role; place: string; standIn: boolean }[];
  /** Assigned to a micro-grid of another grid far off: cut off from the rest of that grid. */
  farOff?: readonly { building: string; microGrid: string }[];
  /** Assigned to a neighbouring grid, against the street office's outline. */
  againstOutline?: readonly { building: string; microGrid: string }[];
  /** Last inspected so many days ago, longer than the period; null is never. */
  notInspected?: readonly { place: string; daysAgo: number | null }[];
  /** No building chief or party contact. */
  withoutContact?: readonly string[];
  /** Stands outside the boundary and is managed all the same. */
  outside?: readonly string[];
  /** Grids with more or fewer households than the community's limits. */
  overSize?: readonly string[];
  underSize?: readonly string[];
}
