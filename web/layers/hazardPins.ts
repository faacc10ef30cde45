import type { FeatureCollection, Point } from "geojson";
import { CLOCK_STATES, clockOf, type ClockState } from "#data/model/hazards/clock.ts";
import {
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  type HazardLevel,
  type HazardStatus,
} from "#data/model/hazards/kinds.ts";
import type { HazardPin } from "#web/state/hazards/pin.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";

/** The ring fills in this many steps: finer ones nobody tells apart at 4 pixels. */
export const RING_STEPS = 8;

/** All that a pin shows; its image is named by it, so that each is drawn once. */
export interface PinFace {
  scheme: ColourScheme;
  /** The status as one character. */
  mark: string;
  level: HazardLevel;
  status: HazardStatus;
  clock: ClockState;
  /** 0 to RING_STEPS. */
  filled: number;
}

/** How many hazards of each level lie together. */
export interface ClusterFace {
  scheme: ColourScheme;
  counts: Record<HazardLevel, number>;
}

const PIN = "hazard-pin";
const CLUSTER = "hazard-cluster";
/** No character of a mark. */
const BETWEEN = "|";

export function pinName({ scheme, mark, level, status, clock, filled }: PinFace): string {
  return [PIN, scheme, mark, level, status, clock, filled].join(BETWEEN);
}

export function readPinName(name: string): PinFace | undefined {
  const [kind, scheme, mark, levelName, statusName, clockName, filled] = name.split(BETWEEN);
  const level = HAZARD_LEVELS.find((each) => each === levelName);
  const status = HAZARD_STATUSES.find((each) => each === statusName);
  const clock = CLOCK_STATES.find((each) => each === clockName);
  if (kind !== PIN || mark === undefined || !level || !status || !clock) return undefined;
  return { scheme: schemeOf(scheme), mark, level, status, clock, filled: Number(filled) };
}

/** What a cluster's image is called, up to its counts, which the map itself sums up. */
export function clusterPrefix(scheme: ColourScheme): string {
  return [CLUSTER, scheme, ""].join(BETWEEN);
}

export function readClusterName(name: string): ClusterFace | undefined {
  const [kind, scheme, ...numbers] = name.split(BETWEEN);
  if (kind !== CLUSTER || numbers.length !== HAZARD_LEVELS.length) return undefined;
  const counts = { general: 0, serious: 0, major: 0 };
  HAZARD_LEVELS.forEach((level, index) => (counts[level] = Number(numbers[index])));
  return { scheme: schemeOf(scheme), counts };
}

function schemeOf(name: string | undefined): ColourScheme {
  return name === "dark" ? "dark" : "light";
}

interface Look {
  /** Milliseconds since 1970. */
  now: number;
  scheme: ColourScheme;
  marks: Record<HazardStatus, () => string>;
}

export function faceOf(pin: HazardPin, { now, scheme, marks }: Look): PinFace {
  const { level, status } = pin;
  const clock = clockOf(pin, now);
  const filled = Math.round(clock.filled * RING_STEPS);
  return { scheme, mark: marks[status](), level, status, clock: clock.state, filled };
}

/** The pins as the map takes them: the worst, and of those the latest, lies on top. */
export function pinFeatures(pins: readonly HazardPin[], look: Look): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: pins.map((pin) => {
      const face = faceOf(pin, look);
      return {
        type: "Feature",
        geometry: { type: "Point", coordinates: pin.position },
        properties: {
          ...{ id: pin.id, level: pin.level, image: pinName(face) },
          weight: HAZARD_LEVELS.indexOf(pin.level) * 2 + (face.clock === "overdue" ? 1 : 0),
        },
      };
    }),
  };
}
