import { buildSearchIndex, search, type SearchEntry } from "#data/model/search.ts";
import { isCurrent } from "#data/model/duties.ts";
import { findHomes } from "../access/homes.ts";
import { openCommunity } from "../access/openCommunity.ts";
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
  const { resident } = await openCommunity(ctx, slug);
  const { index, opens } = resident.keepToday("search", () => {
    const found = [...groundEntries(resident), ...peopleEntries(resident)];
    return {
      index: buildSearchIndex(found.map(({ entry }) => entry)),
      opens: new Map(found.map(({ entry, opens }) => [`${entry.type} ${entry.id}`, opens])),
    };
  });
  const found = search(index, words, limit).map(({ type, id, name, detail, position }) => ({
    ...{ type, id, name, detail, position },
    opens: opens.get(`${type} ${id}`) ?? null,
  }));
  if (found.length === limit) return found;
  return [...found, ...(await residentHits(ctx, resident, words))].slice(0, limit);
}

/** Heads of household by their name, for those who have a duty where they live; shown masked. */
async function residentHits(ctx: Ctx, resident: Resident, words: string): Promise<SearchHit[]> {
  const homes = await findHomes(ctx, resident.bundle.community.id, words);
  if (homes.length === 0) return [];
  const buildings = new Map(resident.bundle.buildings.map(({ id, name }) => [id, name]));
  const dwellings = new Map(resident.bundle.dwellings.map(({ id, name }) => [id, name]));
  return homes.map(({ id, head, dwellingId, buildingId }) => ({
    type: "person",
    id,
    name: head,
    detail: `${buildings.get(buildingId) ?? ""} ${dwellings.get(dwellingId) ?? ""}`,
    position: resident.pointOf(buildingId),
    opens: { type: "building", id: buildingId },
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

/** People on duty, by name and phone: both are public. */
function peopleEntries(resident: Resident): Found[] {
  const { bundle, today } = resident;
  const names = new Map(
    [...resident.grids, ...resident.microGrids, ...bundle.compounds, ...bundle.buildings].map(
      ({ id, name }) => [id, name],
    ),
  );
  return bundle.people.flatMap((person): Found[] => {
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
