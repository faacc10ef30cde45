import { z } from "zod";
import { BUILDING_KINDS, DWELLING_USES } from "../buildings.ts";
import { HOUSEHOLD_TAGS, PARTY_STANDINGS } from "../households.ts";
import { PLACE_KINDS } from "../places.ts";
import { Finding } from "../coverage/findings.ts";
import { Bounds, Named, PersonOnDuty } from "./responsibility.ts";

/** A household as those who have a duty there see it: name and phone masked. */
export const MaskedHousehold = z.object({
  id: z.uuid(),
  head: z.string(),
  phone: z.string().nullable(),
  residents: z.int(),
  /** Null where standing and tags are not the reader's duty. */
  sensitive: z
    .object({
      partyMembers: z.int(),
      partyStanding: z.enum(PARTY_STANDINGS),
      tags: z.array(z.enum(HOUSEHOLD_TAGS)),
    })
    .nullable(),
  /** Whether the reader may have the name and phone shown in full, for a reason. */
  mayReveal: z.boolean(),
});
export type MaskedHousehold = z.infer<typeof MaskedHousehold>;

export const DwellingCell = z.object({
  id: z.uuid(),
  name: z.string(),
  ordinal: z.int(),
  use: z.enum(DWELLING_USES),
  /** Null where nobody lives, or where who lives there is not the reader's duty. */
  household: MaskedHousehold.nullable(),
  isHidden: z.boolean(),
});
export type DwellingCell = z.infer<typeof DwellingCell>;

/** One entrance's column of the matrix 楼盘表: floors from the top down. */
export const EntranceColumn = z.object({
  /** Null where dwellings belong to no entrance, as in a courtyard. */
  id: z.uuid().nullable(),
  name: z.string().nullable(),
  grid: Named.nullable(),
  microGrid: Named.nullable(),
  floors: z.array(z.object({ floor: z.int(), dwellings: z.array(DwellingCell) })),
});
export type EntranceColumn = z.infer<typeof EntranceColumn>;

export const BuildingDetail = z
  .object({
    id: z.uuid(),
    bounds: Bounds,
    name: z.string(),
    kind: z.enum(BUILDING_KINDS),
    address: z.string().nullable(),
    compound: Named.nullable(),
    storeys: z.int().nullable(),
    heightMeters: z.number().nullable(),
    hasLift: z.boolean(),
    /** Null is one or two, or a load made of so few: said only to who answers for them. */
    households: z.int().nullable(),
    residents: z.int().nullable(),
    partyMembers: z.int().nullable(),
    load: z.number().nullable(),
    /** More than one where a broken building is shared between micro-grids. */
    grids: z.array(Named),
    microGrids: z.array(Named),
    workers: z.array(PersonOnDuty),
    leaders: z.array(PersonOnDuty),
    contacts: z.array(PersonOnDuty),
    entrances: z.array(EntranceColumn),
    places: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(PLACE_KINDS) })),
    findings: z.array(Finding),
  })
  .meta({ id: "BuildingDetail" });
export type BuildingDetail = z.infer<typeof BuildingDetail>;
