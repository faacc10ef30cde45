import { lastInspectedOn } from "#data/model/inspections/visits.ts";
import { isSmallPlace } from "#data/model/places.ts";
import type { OpenCommunity } from "../../access/openCommunity.ts";
import { coverageToday } from "../../resident/coverage.ts";
import type { Resident } from "../../resident/resident.ts";
import { feature, type LayerFeature } from "./feature.ts";

export function placeFeatures({ resident, visits }: OpenCommunity): LayerFeature[] {
  const late = new Set(
    coverageToday(resident, visits)
      .findings.filter(({ kind }) => kind === "place-not-inspected")
      .map(({ subject }) => subject.id),
  );
  return resident.bundle.places.map((place) => {
    const { id, location, kind, name } = place;
    return feature(id, location, {
      kind,
      name,
      inspectedOn: lastInspectedOn(place, visits),
      isService: !isSmallPlace(kind),
      isLate: late.has(id),
    });
  });
}

/**
 * Party households stand at their entrance; those of one entrance fan out so that each can be pressed.
 * Political standing is shown to the duties of the place alone (DOMAIN §7).
 */
export function partyHouseholdFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const { bundle } = resident;
  const dwellings = new Map(bundle.dwellings.map((dwelling) => [dwelling.id, dwelling]));
  const buildings = new Map(bundle.buildings.map(({ id, name }) => [id, name]));
  const takenAt = new Map<string, number>();
  return bundle.households
    .filter(({ partyStanding }) => partyStanding !== "none")
    .filter(({ dwellingId, buildingId }) => {
      const entranceId = dwellings.get(dwellingId)?.entranceId ?? buildingId;
      return sight.seesSensitive(sight.unitOf(entranceId, buildingId));
    })
    .map((household) => {
      const dwelling = dwellings.get(household.dwellingId);
      const homeId = dwelling?.entranceId ?? household.buildingId;
      const order = takenAt.get(homeId) ?? 0;
      takenAt.set(homeId, order + 1);
      return feature(
        household.id,
        { type: "Point", coordinates: fan(resident, homeId, order) },
        {
          standing: household.partyStanding,
          partyMembers: household.partyMembers,
          buildingId: household.buildingId,
          buildingName: buildings.get(household.buildingId) ?? "",
          dwellingName: dwelling?.name ?? "",
        },
      );
    });
}

/** Metres between stars of one entrance, about a star's own size at the zoom where they show. */
const FAN_STEP_METERS = 2.4;
const METERS_A_DEGREE = 111_320;

/** A sunflower spiral: every point keeps its distance, the first stays in the middle (Vogel 1979). */
function fan(resident: Resident, homeId: string, order: number): [number, number] {
  const [longitude, latitude] = resident.pointOf(homeId);
  const angle = order * 2.399963;
  const radius = (FAN_STEP_METERS * Math.sqrt(order)) / METERS_A_DEGREE;
  return [
    longitude + (radius * Math.cos(angle)) / Math.cos((latitude * Math.PI) / 180),
    latitude + radius * Math.sin(angle),
  ];
}
