import { DUTY_PLACE_TYPES, type DutyPlaceType, type Role } from "../duties.ts";
import {
  chineseNumber,
  normaliseBuildingNumber,
  normaliseText,
  unifyBuildingNumbers,
} from "../import/buildingNumbers.ts";
import { ROLE_PLACES } from "./rolePlaces.ts";
import type { RosterRow } from "./rows.ts";

export interface RosterPlace {
  type: DutyPlaceType;
  id: string;
  name: string;
  /** Of a building: the compound it stands in. */
  within?: string | null;
}

export type PlaceAnswer =
  | { place: RosterPlace }
  | {
      problem: "no-place" | "unknown-place" | "several-places" | "wrong-place-type";
      written: string;
    };

/** Finds places by what people write. Built once for a roster. */
export class PlaceIndex {
  #byKey = new Map<string, RosterPlace[]>();
  readonly #community: RosterPlace | undefined;

  constructor(places: readonly RosterPlace[]) {
    this.#community = places.find(({ type }) => type === "community");
    for (const place of places) {
      for (const key of new Set(keysOf(place))) {
        const known = this.#byKey.get(key);
        if (known) known.push(place);
        else this.#byKey.set(key, [place]);
      }
    }
  }

  /** Where a row's role is held: the most usual kind of place of the role that the row names. */
  find(role: Role, written: RosterRow["places"]): PlaceAnswer {
    const types = ROLE_PLACES[role];
    const texts = [written["micro-grid"], written.building, written.grid, written.compound];
    const all = [written.place, ...texts].filter((text) => text !== undefined);
    if (all.length === 0) {
      const isWhole = types[0] === "community" && this.#community;
      return isWhole ? { place: this.#community! } : { problem: "no-place", written: "" };
    }
    for (const type of types) {
      const found = this.#ofType(type, written);
      if (found.length === 1) return { place: found[0]! };
      if (found.length > 1) return { problem: "several-places", written: all.join(" ") };
    }
    const isElsewhere = DUTY_PLACE_TYPES.some((type) => this.#ofType(type, written).length > 0);
    // Who answers for the whole community may have a grid or an office written beside them.
    return {
      problem: isElsewhere ? "wrong-place-type" : "unknown-place",
      written: all.join(" "),
    };
  }

  #ofType(type: DutyPlaceType, written: RosterRow["places"]): RosterPlace[] {
    const own = type === "community" ? undefined : written[type];
    const text = own ?? written.place;
    if (text === undefined) return [];
    const found = this.#byKey.get(`${type} ${plain(type, text)}`) ?? [];
    const { compound } = written;
    if (type !== "building" || found.length < 2 || compound === undefined) return found;
    return found.filter(
      ({ within }) => within && plainCompound(within) === plainCompound(compound),
    );
  }
}

function keysOf({ type, name, within }: RosterPlace): string[] {
  const names = [plain(type, name)];
  if (type === "compound") names.push(plainCompound(name));
  if (type === "community") names.push("全社区", "本社区", "社区", "community");
  if (type === "building" && within) {
    for (const compound of [squeeze(within), plainCompound(within)]) {
      names.push(`${compound}${squeeze(name)}`, `${compound}${plain(type, name)}`);
    }
  }
  return names.map((key) => `${type} ${key}`);
}

/** What is compared: 第一网格, 1号网格 and 网格1 are the same grid, 3栋 and 3号楼 the same building. */
function plain(type: DutyPlaceType, text: string): string {
  if (type === "grid" || type === "micro-grid") return plainGrid(text);
  if (type === "building") return normaliseBuildingNumber(squeeze(text));
  return squeeze(text);
}

/** For comparison only: 第一网格, 1号网格 and 网格1 all give `1`. */
export function plainGrid(text: string): string {
  const bare = squeeze(text)
    .replace(/[零〇一二两三四五六七八九十百]+/g, (word) => String(chineseNumber(word) ?? word))
    .replace(/微网格|网格|micro-?grid|grid|第|号/g, " ")
    .trim()
    .replace(/\s+/g, "-")
    .replace(/(?<!\d)0+(?=\d)/g, "");
  return bare || squeeze(text);
}

function squeeze(text: string): string {
  return unifyBuildingNumbers(normaliseText(text)).replace(/[\s·.,，、/]/g, "");
}

function plainCompound(text: string): string {
  return squeeze(text).replace(/小区$/, "");
}
