import { readFileSync } from "node:fs";
import type { Feature, FeatureCollection, Polygon, Position } from "geojson";
import type { BuildingKind } from "../../model/buildings.ts";
import type { SampleDefinition } from "../definition.ts";
import { PLACES } from "../places/sengkang.ts";
import { type Frame, toSpot } from "../ground/frame.ts";
import { inset } from "../ground/lines.ts";
import { hullOf, type Ring } from "../ground/plane.ts";
import type { BuildingSketch, Site } from "../ground/site.ts";

const FILE = new URL("../singapore_sengkang_hdb_osm_buildings.geojson", import.meta.url);
const FRAME: Frame = { centre: [103.8857, 1.392], rotationDegrees: 0 };
const MARGIN_METERS = 20;

/** Storeys where the file has none: those it has for public housing here are 15 to 23, mostly 16. */
const USUAL_STOREYS = { hdb: 16, condominium: 16, parking: 5, other: 2 };
/** Three flats a floor instead of the real five or six, so that the sample stays small. */
const HOMES_PER_FLOOR = 3;

type Tags = Record<string, string | null>;

const FEATURES = (JSON.parse(readFileSync(FILE, "utf8")) as FeatureCollection<Polygon, Tags>)
  .features;

const spotsOf = (ring: Position[]): Ring =>
  ring.slice(0, -1).map(([lon = 0, lat = 0]) => toSpot(FRAME, [lon, lat]));

const BOUNDARY = inset(
  hullOf(FEATURES.flatMap((f) => f.geometry.coordinates.flatMap(spotsOf))),
  -MARGIN_METERS,
);

function draw(site: Site): void {
  const taken = new Set<string>();
  FEATURES.forEach((feature) => {
    const sketch = sketchOf(feature, nameOf(feature.properties, taken));
    taken.add(sketch.name);
    site.buildings.push(sketch);
  });
}

/** The block's number, or its name where it has one of its own; the unnumbered are counted. */
function nameOf(tags: Tags, taken: ReadonlySet<string>): string {
  const number = tags["addr:housenumber"];
  const wanted = [/[A-Z]{2}/i.test(tags.name ?? "") ? tags.name : null, number, tags.name].find(
    Boolean,
  );
  const candidates = [wanted, wanted && `${wanted} ${tags["addr:street"] ?? ""}`.trim()];
  for (let count = 1; ; count += 1) {
    const name = candidates.find((one) => one && !taken.has(one)) ?? `无号${count}`;
    if (!taken.has(name)) return name;
  }
}

type Use = keyof typeof USUAL_STOREYS;

function useOf(tags: Tags): Use {
  if (tags.amenity === "parking") return "parking";
  const residential = tags.residential?.toLowerCase();
  if (residential === "hdb" || residential === "condominium") return residential;
  // Blocks of 300 and over in the public estates are tagged residential without saying which kind.
  return tags.building === "residential" && tags["addr:postcode"] ? "hdb" : "other";
}

function kindOf(use: Use, tags: Tags): BuildingKind {
  if (use === "parking") return "parking";
  if (use !== "other") return "tower";
  return /School/.test(tags.name ?? "") ? "public" : "other";
}

function sketchOf(
  { geometry, properties: tags }: Feature<Polygon, Tags>,
  name: string,
): BuildingSketch {
  const use = useOf(tags);
  const [ring = [], ...holes] = geometry.coordinates.map(spotsOf);
  const isLivedIn = use === "hdb" || use === "condominium";
  const isSchool = /School/.test(tags.name ?? "");
  const number = tags["addr:housenumber"];
  const street = tags["addr:street"];
  return {
    name,
    kind: kindOf(use, tags),
    compound: null,
    zone: isSchool ? "school" : "estate",
    address: number && street ? `${number} ${street}` : (street ?? null),
    storeys: Number(tags["building:levels"] ?? USUAL_STOREYS[use]),
    ring,
    holes,
    entrances: 0,
    homesPerFloor: isLivedIn ? HOMES_PER_FLOOR : 0,
    // The ground floor of public housing is an open void deck.
    groundFloor: "open",
    isBroken: false,
  };
}

/** Sengkang: real footprints of OpenStreetMap, with invented people and an invented plan on them. */
export const sengkang: SampleDefinition = {
  slug: "sengkang",
  name: "盛港安谷社区",
  nameEn: "Sengkang Anchorvale",
  area: "sengkang",
  frame: FRAME,
  settings: { timeZone: "Asia/Singapore" },
  attribution: "© OpenStreetMap contributors, ODbL 1.0",
  boundary: BOUNDARY,
  draw,
  homes: { elderlyAlone: 0.04, let: 0.08, empty: 0.05 },
  division: [
    {
      zone: "estate",
      order: "compact",
      grids: Array.from({ length: 8 }, () => ({ microGrids: 5 })),
    },
    { zone: "school", grids: [{ microGrids: 1, kind: "dedicated", name: "学校专属网格" }] },
  ],
  places: PLACES,
};
