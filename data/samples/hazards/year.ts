import type { CommunityBundle } from "../../model/bundle.ts";
import { groundOf } from "./ground.ts";
import type { SampleHazard, SamplePhoto } from "./hazard.ts";
import { inspectAll, type SampleInspection } from "./inspections.ts";
import { manyHazards } from "./many.ts";
import { namedHazards } from "./named.ts";
import { pickPictures } from "./pictures.ts";
import { roundsOf, type SampleRound } from "./rounds.ts";
import { openToday } from "./today.ts";

/** What happened in a sample community in the year before a moment. */
export interface SampleYear {
  hazards: SampleHazard[];
  photos: SamplePhoto[];
  rounds: SampleRound[];
  inspections: SampleInspection[];
}

/**
 * A year of hazards, rounds and inspections, the same for the same community and moment: every step
 * by the table of moves, the last ones just before the moment. All of it is invented but for the five
 * cases that README.md names.
 * @param now milliseconds since 1970
 */
export function makeYear(bundle: CommunityBundle, now: number): SampleYear {
  const ground = groundOf(bundle, now);
  const rounds = roundsOf(ground);
  const { inspections, found } = inspectAll(ground, rounds);
  const named = namedHazards(ground);
  const open = openToday(ground);
  const many = manyHazards(ground, named.length + open.length + found.length);
  const hazards = [...named, ...open, ...found, ...many];
  return { hazards, photos: pickPictures(ground.slug, hazards), rounds, inspections };
}
