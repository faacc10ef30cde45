import { v7 as uuidv7 } from "uuid";
import type { Area, Community } from "#data/model/bundle.ts";
import { bundleFromReading } from "#data/model/import/bundleFromReading.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { type Portion, portionsOf } from "../bundles/portions.ts";

/** How a new community is named; plain values, which pass from thread to thread. */
export interface Naming {
  name: string;
  slug: string;
  /** ISO date on which its empty plan takes effect. */
  today: string;
  attribution: string | null;
}

/** A community on its way in: what is known of it at once, and the rest in portions. */
export interface Incoming {
  head: IncomingHead;
  portions: AsyncIterable<Portion> | Iterable<Portion>;
}

export interface IncomingHead {
  community: Community;
  areas: Area[];
  buildings: number;
  skipped: FootprintReading["skipped"];
  warnings: FootprintReading["warnings"];
}

export function incomingFrom(reading: FootprintReading, naming: Naming): Incoming {
  const bundle = bundleFromReading(reading, {
    ...naming,
    makeId: uuidv7,
    defaultName: (ordinal) => `未编号 ${ordinal}`,
    planName: "第一个方案",
  });
  const { community, areas, buildings } = bundle;
  const { skipped, warnings } = reading;
  return {
    head: { community, areas, buildings: buildings.length, skipped, warnings },
    portions: portionsOf(bundle),
  };
}
