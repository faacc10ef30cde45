import { z } from "zod";
import { PLACE_KINDS } from "../places.ts";
import { MicroGridRow, ShownFigures } from "./grids.ts";
import { Finding } from "../coverage/findings.ts";
import { Bounds, Named, PersonOnDuty } from "./responsibility.ts";

export const PlaceDetail = z
  .object({
    id: z.uuid(),
    bounds: Bounds,
    name: z.string(),
    kind: z.enum(PLACE_KINDS),
    address: z.string().nullable(),
    areaSquareMeters: z.number().nullable(),
    note: z.string().nullable(),
    inspectedOn: z.string().nullable(),
    building: Named.nullable(),
    grid: Named.nullable(),
    workers: z.array(PersonOnDuty),
    findings: z.array(Finding),
  })
  .meta({ id: "PlaceDetail" });
export type PlaceDetail = z.infer<typeof PlaceDetail>;

export const CompoundDetail = z
  .object({
    id: z.uuid(),
    bounds: Bounds,
    name: z.string(),
    figures: ShownFigures,
    grids: z.array(Named),
    microGrids: z.array(MicroGridRow),
    contacts: z.array(PersonOnDuty),
    partyOrganisations: z.array(Named),
    buildings: z.array(
      z.object({ id: z.uuid(), name: z.string(), households: z.int().nullable() }),
    ),
    findings: z.array(Finding),
  })
  .meta({ id: "CompoundDetail" });
export type CompoundDetail = z.infer<typeof CompoundDetail>;
