import { z } from "zod";
import { roundBreaks } from "#data/model/classes.ts";
import { LoadWeights } from "#data/model/answers/planningGround.ts";
import { SlugPath, answers, createApi, defineRoute } from "../api.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { figuresOf } from "../resident/figures.ts";
import type { Resident } from "../resident/resident.ts";

const Breaks = z.object({
  households: z.array(z.number()),
  partyMembers: z.array(z.number()),
  load: z.array(z.number()),
});

const Themes = z
  .object({
    ...{ grids: Breaks, "micro-grids": Breaks, buildings: Breaks },
    /** What the load is made of; the map's leaves open hazards out, which change all day. */
    loadWeights: LoadWeights,
  })
  .meta({ id: "Themes" });

const getThemes = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/themes",
  summary: "Where the classes of each thematic colouring begin",
  request: { params: SlugPath },
  responses: answers(Themes, "Lower bounds of the second and later classes, in round numbers."),
});

export const themeRoutes = () =>
  createApi().openapi(getThemes, async (c) => {
    const { resident } = await openCommunity(c.var.ctx, c.req.valid("param").slug);
    return c.json(
      resident.keep("themes", () => themesOf(resident)),
      200,
    );
  });

function themesOf(resident: Resident): z.infer<typeof Themes> {
  return {
    grids: breaksOf(resident.grids.map(({ id }) => figuresOf(resident.unitsOfGrid(id)))),
    "micro-grids": breaksOf(
      resident.microGrids.map(({ id }) => figuresOf(resident.unitsOfMicroGrid(id))),
    ),
    buildings: breaksOf(
      resident.bundle.buildings.map(({ id }) => figuresOf(resident.unitsOfBuilding(id))),
    ),
    loadWeights: resident.bundle.community.settings.loadWeights,
  };
}

function breaksOf(figures: { households: number; partyMembers: number; load: number }[]) {
  return {
    households: roundBreaks(figures.map(({ households }) => households)),
    partyMembers: roundBreaks(figures.map(({ partyMembers }) => partyMembers)),
    load: roundBreaks(figures.map(({ load }) => load)),
  };
}
