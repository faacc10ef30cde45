import { z } from "zod";
import { Day } from "./people.ts";
import { Named } from "./responsibility.ts";

/** In the order of `WORK_FACTS`. */
const facts = z.array(z.number());
const Geometry = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });
/** `PlanningGround` of `data/model/planning/ground.ts` with what the community has set. */
export const PlanningGroundAnswer = z
  .object({
    boundary: Geometry,
    barriers: z.array(Geometry),
    buildings: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        compoundId: z.uuid().nullable(),
        footprint: Geometry,
        facts,
        entrances: z.array(z.object({ id: z.uuid(), name: z.string(), facts })),
      }),
    ),
    compounds: z.array(Named),
    partyGroups: z.array(Named.extend({ buildingIds: z.array(z.uuid()) })),
    settings: z.object({
      gridHouseholds: z.tuple([z.number(), z.number()]),
      microGridHouseholds: z.tuple([z.number(), z.number()]),
      loadWeights: z.lazy(() => LoadWeights),
    }),
    today: Day,
  })
  .meta({ id: "PlanningGround" });
export type PlanningGroundAnswer = z.infer<typeof PlanningGroundAnswer>;

const weight = z.number().min(0).max(100);
export const LoadWeights = z
  .object({
    household: weight,
    resident: weight,
    elderlyAlone: weight,
    disabled: weight,
    letDwelling: weight,
    floorWithoutLift: weight,
    smallPlace: weight,
    openHazard: weight,
  })
  .meta({ id: "LoadWeights" });
export type LoadWeights = z.infer<typeof LoadWeights>;
