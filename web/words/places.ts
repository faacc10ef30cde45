import type { PlaceKind } from "#data/model/places.ts";
import { m } from "#web/messages/compiled/messages.js";

/** The nine small places 九小场所, and where people go for service. */
export const PLACE_KIND_WORDS = {
  shop: m.word_place_kind_shop,
  eating: m.word_place_kind_eating,
  lodging: m.word_place_kind_lodging,
  entertainment: m.word_place_kind_entertainment,
  leisure: m.word_place_kind_leisure,
  medical: m.word_place_kind_medical,
  teaching: m.word_place_kind_teaching,
  workshop: m.word_place_kind_workshop,
  flammables: m.word_place_kind_flammables,
  "party-service-station": m.word_place_kind_party_service_station,
  "service-point": m.word_place_kind_service_point,
  "police-point": m.word_place_kind_police_point,
} satisfies Record<PlaceKind, () => string>;
