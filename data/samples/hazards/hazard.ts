import type { Point } from "geojson";
import type {
  HazardCategory,
  HazardLevel,
  HazardStatus,
  PhotoKind,
  ReturnReason,
} from "../../model/hazards/kinds.ts";
import type { HazardState, PastStep } from "../../model/hazards/pastState.ts";

/** A hazard as its row has it. People stand where the tables have the people's accounts. */
export interface SampleHazard {
  id: string;
  category: HazardCategory;
  level: HazardLevel;
  note: string;
  majorRule: string | null;
  location: Point;
  unitId: string;
  buildingId: string;
  floor: number | null;
  placeId: string | null;
  inspectionId: string | null;
  lineId: string | null;
  extensionReason: string | null;
  steps: SampleStep[];
  state: HazardState;
}

/** A picture that is drawn: which drawing, says its name (drawings/). */
export interface SamplePhoto {
  id: string;
  hazardId: string;
  stepId: string;
  kind: PhotoKind;
  takenAt: string;
  drawing: string;
}

/** A line of a history; `actorId` is a person's. */
export interface SampleStep extends PastStep {
  id: string;
  fromStatus: HazardStatus | null;
  note: string;
  reason: ReturnReason | null;
}
