import type { DutyPlaceType, Role } from "#data/model/duties.ts";
import { ROLE_PLACES } from "#data/model/roster/rolePlaces.ts";
import { m } from "#web/messages/compiled/messages.js";
import { type Thing, THING_TYPES } from "#web/state/view.ts";
import type { PickOption } from "./pick.ts";
import type { PlaceNames } from "./places.ts";

/** What a role may answer for, as choices; what is selected on the map comes first. */
export function placeOptions(
  places: PlaceNames,
  type: DutyPlaceType,
  selected: Thing | null,
): PickOption[] {
  const options = places
    .list(type)
    .map(({ id, name, within }) => ({ id, label: name, detail: within ?? undefined }));
  const first = options.find(({ id }) => selected?.type === type && id === selected.id);
  if (!first) return options;
  const onMap = { ...first, label: m.people_place_selected({ place: first.label }) };
  return [onMap, ...options.filter((option) => option !== first)];
}

/** The kind of place to begin with: that of what is selected on the map, if the role may answer for it. */
export function firstPlaceType(role: Role, selected: Thing | null): DutyPlaceType {
  const types = ROLE_PLACES[role];
  return types.find((type) => type === selected?.type) ?? types[0] ?? "community";
}

/** What is selected when somebody presses a duty's place; null for a whole community. */
export function thingOfDuty(place: { placeType: DutyPlaceType; placeId: string }): Thing | null {
  const type = THING_TYPES.find((candidate) => candidate === place.placeType);
  return type ? { type, id: place.placeId } : null;
}
