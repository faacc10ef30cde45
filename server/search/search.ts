import { maskName } from "#data/model/mask.ts";
import { buildSearchIndex, search, type SearchEntry } from "#data/model/search.ts";
import { isCurrent } from "#data/model/duties.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import type { SearchHit } from "./routes.ts";

type Opens = SearchHit["opens"];
interface Found {
  entry: SearchEntry;
  opens: Opens;
}

/** What of a community matches the words, best first. */
export async function searchCommunity(
  ctx: Ctx,
  slug: string,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const resident = await ctx.residents.of(ctx, slug);
  const { index, opens } = resident.keepToday("search", () => {
    const found = [...groundEntries(resident), ...peopleEntries(resident)];
    return {
      index: buildSearchIndex(found.map(({ entry }) => entry)),
      opens: new Map(found.map(({ entry, opens }) => [`${entry.type} ${entry.id}`, opens])),
    };
  });
  return search(index, words, limit).map(({ type, id, name, detail, position }) => ({
    ...{ type, id, name, detail, position },
    opens: opens.get(`${type} ${id}`) ?? null,
  }));
}

function groundEntries(resident: Resident): Found[] {
  const { bundle, grids, microGrids } = resident;
  const compounds = new Map(bundle.compounds.map(({ id, name }) => [id, name]));
  const entry = (
    type: "building" | "grid" | "micro-grid" | "compound" | "place",
    thing: { id: string; name: string },
    detail: string,
    position: [number, number] | undefined,
    keywords: string[] = [],
  ): Found[] =>
    position
      ? [
          {
            entry: { type, id: thing.id, name: thing.name, detail, keywords, position },
            opens: { type, id: thing.id },
          },
        ]
      : [];
  const gridNames = new Map(grids.map(({ id, name }) => [id, name]));
  return [
    ...bundle.buildings.flatMap((building) => {
      const compound = compounds.get(building.compoundId ?? "");
      const detail = [compound, building.address].filter(Boolean).join(" · ");
      return entry("building", building, detail, resident.pointOf(building.id), [
        building.address ?? "",
        compound ?? "",
      ]);
    }),
    ...grids.flatMap((grid) =>
      entry("grid", grid, grid.code ?? "", resident.unitsOfGrid(grid.id)[0]?.position),
    ),
    ...microGrids.flatMap((microGrid) =>
      entry(
        "micro-grid",
        microGrid,
        gridNames.get(microGrid.gridId) ?? "",
        resident.unitsOfMicroGrid(microGrid.id)[0]?.position,
      ),
    ),
    ...bundle.compounds.flatMap((compound) => {
      const building = bundle.buildings.find(({ compoundId }) => compoundId === compound.id);
      return entry("compound", compound, "", building && resident.pointOf(building.id));
    }),
    ...bundle.places.flatMap((place) =>
      entry("place", place, place.address ?? "", place.location.coordinates as [number, number], [
        place.address ?? "",
      ]),
    ),
  ];
}

/** People on duty by name; heads of household too, but shown masked and leading to their building. */
function peopleEntries(resident: Resident): Found[] {
  const { bundle, today } = resident;
  const names = new Map(
    [...resident.grids, ...resident.microGrids, ...bundle.compounds, ...bundle.buildings].map(
      ({ id, name }) => [id, name],
    ),
  );
  const held = bundle.people.flatMap((person): Found[] => {
    const duties = bundle.duties.filter(
      (duty) => duty.personId === person.id && isCurrent(duty, today),
    );
    const [first] = duties.filter(({ placeType }) => placeType !== "community");
    const position = first && positionOf(resident, first.placeType, first.placeId);
    const detail = duties.map(({ placeId }) => names.get(placeId) ?? "").filter(Boolean);
    return [
      {
        entry: {
          type: "person",
          id: person.id,
          name: person.name,
          detail: detail.join("、"),
          keywords: person.phone ? [person.phone] : [],
          position: position ?? resident.units[0]?.position ?? [0, 0],
        },
        opens:
          first && first.placeType !== "community"
            ? { type: first.placeType, id: first.placeId }
            : null,
      },
    ];
  });
  const dwellings = new Map(bundle.dwellings.map(({ id, name }) => [id, name]));
  const heads = bundle.households.map((household): Found => ({
    entry: {
      type: "person",
      id: household.id,
      name: maskName(household.headName),
      detail: `${names.get(household.buildingId) ?? ""} ${dwellings.get(household.dwellingId) ?? ""}`,
      // The full name finds, the masked one is shown.
      keywords: [household.headName],
      position: resident.pointOf(household.buildingId),
    },
    opens: { type: "building", id: household.buildingId },
  }));
  return [...held, ...heads];
}

function positionOf(
  resident: Resident,
  placeType: "grid" | "micro-grid" | "compound" | "building" | "community",
  id: string,
): [number, number] | undefined {
  if (placeType === "grid") return resident.unitsOfGrid(id)[0]?.position;
  if (placeType === "micro-grid") return resident.unitsOfMicroGrid(id)[0]?.position;
  if (placeType === "building") return resident.pointOf(id);
  const building = resident.bundle.buildings.find(({ compoundId }) => compoundId === id);
  return building && resident.pointOf(building.id);
}
