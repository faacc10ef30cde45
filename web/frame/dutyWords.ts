import { type Action, mayRole, PLACE_ACTIONS } from "#data/model/permissions.ts";
import { m } from "#web/messages/compiled/messages.js";
import { DUTY_PLACE_WORDS, dutyText, placesText } from "#web/words/people.ts";
import { mayText } from "#web/words/permissions.ts";
import type { HeldDuty, Membership, PlaceNames } from "./dutyPlaces.ts";

/** 第二网格 · 网格员, or the same in somebody's stead. */
export function heldDutyText(duty: HeldDuty, names: PlaceNames): string {
  const { role, placeId, placeType } = duty;
  const words = dutyText({ role, placeName: placeName(placeId, placeType, names) });
  return duty.standsIn ? m.account_duty_standing_in({ duty: words }) : words;
}

/** What they may do, with the places that it reaches. */
export function permissionText(action: Action, { duties }: Membership, names: PlaceNames): string {
  const isOfPlaces = PLACE_ACTIONS.some((each) => each === action);
  if (!isOfPlaces) return mayText(action, m.account_whole_community());
  const reaching = duties.filter(({ role }) => mayRole(role, action));
  const isWhole = reaching.some(({ placeType }) => placeType === "community");
  if (isWhole) return mayText(action, m.account_whole_community());
  const places = new Map(
    reaching.map(({ placeId, placeType }) => [placeId, placeName(placeId, placeType, names)]),
  );
  return mayText(action, placesText([...places.values()].map((name) => ({ name }))));
}

function placeName(id: string, placeType: HeldDuty["placeType"], names: PlaceNames): string {
  return names.get(id) ?? DUTY_PLACE_WORDS[placeType]();
}
