import type { HazardRules } from "./hazards/rules.ts";
import type { Checklist } from "./inspections/kinds.ts";

/** Sizes are local everywhere, so each community sets its own; outside them we warn, never refuse. */
export interface CommunitySettings {
  gridHouseholds: [min: number, max: number];
  microGridHouseholds: [min: number, max: number];
  /** Days after which a small place counts as not inspected. */
  inspectionPeriodDays: number;
  /** Whether every building is to have a contact of its own (a building chief or party contact). */
  wantsBuildingContacts: boolean;
  /** IANA time zone: "today" is the community's, not the server's. */
  timeZone: string;
  /** What one of each adds to the load of a unit. */
  loadWeights: LoadWeights;
  /** How many residents' names or phones one person may be shown in full within an hour. */
  revealsPerHour: number;
  /** Deadlines and working days; absent: `DEFAULT_HAZARD_RULES`. */
  hazardRules?: HazardRules;
  /** What is inspected by; absent: `DEFAULT_CHECKLISTS`. */
  checklists?: Checklist[];
  /** Which writing of the lists it is; absent: the first. */
  checklistsVersion?: number;
}

export interface LoadWeights {
  household: number;
  resident: number;
  elderlyAlone: number;
  disabled: number;
  letDwelling: number;
  floorWithoutLift: number;
  smallPlace: number;
  openHazard: number;
}

/** Defaults from DOMAIN §3; the load counts a household once and those who need a visit twice. */
export const DEFAULT_SETTINGS: CommunitySettings = {
  gridHouseholds: [200, 500],
  microGridHouseholds: [30, 100],
  inspectionPeriodDays: 31,
  wantsBuildingContacts: false,
  timeZone: "Asia/Shanghai",
  loadWeights: {
    household: 1,
    resident: 0,
    elderlyAlone: 1,
    disabled: 1,
    letDwelling: 0.5,
    floorWithoutLift: 0.5,
    smallPlace: 1,
    openHazard: 1,
  },
  revealsPerHour: 30,
};
