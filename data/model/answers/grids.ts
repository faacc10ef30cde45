import { z } from "zod";
import { GRID_KINDS } from "../plans.ts";
import { Finding } from "../coverage/findings.ts";
import { Bounds, Named, PersonOnDuty } from "./responsibility.ts";

/** What a set of units adds up to. */
export const GroupFigures = z.object({
  units: z.int(),
  buildings: z.int(),
  households: z.int(),
  residents: z.int(),
  partyMembers: z.int(),
  centreHouseholds: z.int(),
  load: z.number(),
});
export type GroupFigures = z.infer<typeof GroupFigures>;

/** Null is one or two, or a load made of so few: said only to who answers for them. */
export const ShownFigures = GroupFigures.extend({
  households: z.int().nullable(),
  residents: z.int().nullable(),
  partyMembers: z.int().nullable(),
  centreHouseholds: z.int().nullable(),
  load: z.number().nullable(),
});
export type ShownFigures = z.infer<typeof ShownFigures>;

export const UnitRow = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  name: z.string(),
  households: z.int().nullable(),
});
export type UnitRow = z.infer<typeof UnitRow>;

export const CentreHousehold = z.object({
  id: z.uuid(),
  head: z.string(),
  buildingId: z.uuid(),
  buildingName: z.string(),
  dwellingName: z.string(),
});
export type CentreHousehold = z.infer<typeof CentreHousehold>;

export const MicroGridRow = z.object({
  id: z.uuid(),
  name: z.string(),
  leaders: z.array(PersonOnDuty),
  figures: ShownFigures,
});
export type MicroGridRow = z.infer<typeof MicroGridRow>;

export const GridDetail = z
  .object({
    id: z.uuid(),
    bounds: Bounds,
    name: z.string(),
    code: z.string().nullable(),
    kind: z.enum(GRID_KINDS),
    workers: z.array(PersonOnDuty),
    microGrids: z.array(MicroGridRow),
    units: z.array(UnitRow),
    centreHouseholds: z.array(CentreHousehold),
    partyOrganisations: z.array(Named),
    figures: ShownFigures,
    /** Households a grid here should have, [least, most]. */
    limits: z.tuple([z.int(), z.int()]),
    findings: z.array(Finding),
  })
  .meta({ id: "GridDetail" });
export type GridDetail = z.infer<typeof GridDetail>;

export const MicroGridDetail = z
  .object({
    id: z.uuid(),
    bounds: Bounds,
    name: z.string(),
    grid: Named,
    workers: z.array(PersonOnDuty),
    leaders: z.array(PersonOnDuty),
    units: z.array(UnitRow),
    centreHouseholds: z.array(CentreHousehold),
    figures: ShownFigures,
    limits: z.tuple([z.int(), z.int()]),
    findings: z.array(Finding),
  })
  .meta({ id: "MicroGridDetail" });
export type MicroGridDetail = z.infer<typeof MicroGridDetail>;
