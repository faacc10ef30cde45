import type { PlaceDetail } from "#data/model/answers/places.ts";
import type { Place } from "#data/model/bundle.ts";
import { bboxOf } from "#data/model/geometry/bbox.ts";
import { contains } from "#data/model/geometry/contains.ts";
import { lastInspectedOn } from "#data/model/inspections/visits.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { findingsAbout } from "../resident/findings.ts";
import { gridNamed, named } from "../resident/names.ts";
import { onDutyAt } from "../resident/onDuty.ts";
import type { Resident } from "../resident/resident.ts";

/** @throws Problem no-such-thing */
export async function getPlace(ctx: Ctx, slug: string, id: string): Promise<PlaceDetail> {
  const open = await openCommunity(ctx, slug);
  const { resident, visits } = open;
  const place = resident.bundle.places.find((candidate) => candidate.id === id);
  if (!place) throw problems.noSuchThing("place", id);
  const grid = gridOf(resident, place);
  const { name, kind, address, areaSquareMeters, note } = place;
  return {
    bounds: bboxOf(place.location),
    ...{ id, name, kind, address, areaSquareMeters, note },
    inspectedOn: lastInspectedOn(place, visits),
    building: named(resident.bundle.buildings, place.buildingId ?? undefined) ?? null,
    grid: grid ?? null,
    workers: grid ? onDutyAt(resident, "grid", grid.id, ["grid-worker"]) : [],
    findings: findingsAbout(open, new Set([id])),
  };
}

/** A shop follows its building; a place of its own follows the ground it stands on. */
function gridOf(resident: Resident, place: Place) {
  const [unit] = place.buildingId ? resident.unitsOfBuilding(place.buildingId) : [];
  if (unit) return gridNamed(resident, unit.id);
  const index = resident.gridGrounds.findIndex(
    (ground) => ground && contains(ground, place.location.coordinates),
  );
  return named(resident.grids, resident.grids[index]?.id);
}
