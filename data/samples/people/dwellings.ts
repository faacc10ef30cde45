import type { DwellingUse } from "../../model/buildings.ts";
import type { Building, Dwelling, Entrance } from "../../model/bundle.ts";
import type { Homes } from "../definition.ts";
import { type BuildingSketch, keyOf } from "../ground/site.ts";
import { idOf } from "../kit/identity.ts";
import type { Random } from "../kit/random.ts";

/** 1单元, 2单元 … from the building's west end. */
export function entrancesOf(slug: string, building: Building, sketch: BuildingSketch): Entrance[] {
  return Array.from({ length: sketch.entrances }, (_, i) => ({
    id: idOf(slug, `entrance/${keyOf(sketch)}/${i + 1}`),
    buildingId: building.id,
    name: `${i + 1}单元`,
    ordinal: i + 1,
  }));
}

/** The doors of a building, entrance by entrance and floor by floor: 101, 102, 201 … */
export function dwellingsOf(
  slug: string,
  building: Building,
  entrances: readonly Entrance[],
  sketch: BuildingSketch,
  homes: Pick<Homes, "empty" | "let">,
  random: Random,
): Dwelling[] {
  const first = sketch.groundFloor === "open" ? 2 : 1;
  const floors = Array.from({ length: sketch.storeys - first + 1 }, (_, i) => first + i);
  const stairs = entrances.length > 0 ? entrances : [null];
  return stairs.flatMap((entrance) =>
    floors.flatMap((floor) =>
      Array.from({ length: sketch.homesPerFloor }, (_, i): Dwelling => {
        const isShop = floor === 1 && sketch.groundFloor === "shops";
        const name = doorName(sketch, floor, i);
        return {
          id: idOf(slug, `dwelling/${keyOf(sketch)}/${entrance?.ordinal ?? 0}/${name}`),
          buildingId: building.id,
          entranceId: entrance?.id ?? null,
          floor,
          name,
          ordinal: i + 1,
          use: isShop ? "shop" : homeUse(random, homes),
        };
      }),
    ),
  );
}

const WINGS = ["北房", "东房", "西房", "南房"];

/** Rooms about a yard are called by their wing; everything else by floor and number. */
function doorName(sketch: BuildingSketch, floor: number, index: number): string {
  if (sketch.kind === "courtyard") {
    return `${WINGS[index % WINGS.length]}${Math.floor(index / WINGS.length) + 1}`;
  }
  return `${floor}${String(index + 1).padStart(2, "0")}`;
}

function homeUse(random: Random, homes: Pick<Homes, "empty" | "let">): DwellingUse {
  const at = random.next();
  if (at < homes.empty) return "empty";
  return at < homes.empty + homes.let ? "let" : "lived-in";
}
