import type { BuildingKind } from "../buildings.ts";
import { isPostalNumber } from "./columnNames.ts";
import type { RawFeature } from "./features.ts";
import { readKind } from "./kinds.ts";
import { type ColumnMapping, isBuildingNumber } from "./mapping.ts";
import type { RowWarningKind } from "./reading.ts";
import { readHeight, readHouseholds, readStoreys } from "./sizes.ts";
import { cellText } from "./values.ts";

/** A storey lower than this is no storey: the height is a number of storeys. */
const MIN_STOREY_METERS = 2;

/** What a row's properties say, before it is compared with other rows. */
export interface RowFacts {
  name: string | null;
  number: string | null;
  /**
   * Rows with the same key carry the same number in the same place; null where nothing can be said.
   */
  numberPlace: string | null;
  address: string | null;
  kind: BuildingKind;
  storeys: number | null;
  heightMeters: number | null;
  households: number | null;
  warnings: { kind: RowWarningKind; value: string }[];
}

/** `kindColumns` are asked in turn until one says what kind of building it is. */
export function describeRow(
  { properties }: RawFeature,
  mapping: ColumnMapping,
  kindColumns: readonly string[],
): RowFacts {
  const warnings: RowFacts["warnings"] = [];
  const text = (column: string | undefined) =>
    column === undefined ? null : cellText(properties[column]);
  const size = describeSize(
    { storeys: text(mapping.storeys), height: text(mapping.height) },
    warnings,
  );
  const householdsText = text(mapping.households);
  const households = householdsText === null ? null : readHouseholds(householdsText);
  if (householdsText !== null && households === null) {
    warnings.push({ kind: "households-nonsense", value: householdsText });
  }
  let kind: BuildingKind | null = null;
  for (const column of kindColumns) {
    const word = text(column);
    kind ??= word === null ? null : readKind(word, size);
  }
  const words = {
    number: text(mapping.number),
    name: text(mapping.name),
    street: text(mapping.street),
  };
  const naming = describeNaming(words, mapping.number ?? "");
  return { ...naming, ...size, households, kind: kind ?? "other", warnings };
}

function describeSize(
  texts: { storeys: string | null; height: string | null },
  warnings: RowFacts["warnings"],
): { storeys: number | null; heightMeters: number | null } {
  const { storeys, wasRounded } = readStoreys(texts.storeys ?? "");
  if (texts.storeys !== null && (wasRounded || (storeys === null && !isZero(texts.storeys)))) {
    const kind = wasRounded ? "storeys-rounded" : "storeys-nonsense";
    warnings.push({ kind, value: texts.storeys });
  }
  const heightMeters = readHeight(texts.height ?? "");
  if (texts.height === null) return { storeys, heightMeters };
  if (heightMeters === null && !isZero(texts.height)) {
    warnings.push({ kind: "height-nonsense", value: texts.height });
  }
  if (heightMeters !== null && storeys !== null && heightMeters / storeys < MIN_STOREY_METERS) {
    warnings.push({ kind: "height-like-storeys", value: texts.height });
    return { storeys, heightMeters: null };
  }
  return { storeys, heightMeters };
}

/** Zero is how tables write "not known": nothing to warn about. */
function isZero(text: string): boolean {
  return Number(text) === 0;
}

interface Words {
  number: string | null;
  name: string | null;
  street: string | null;
}

/**
 * An estate's number is what people say, with the estate as address; a street's number only where
 * there is no name.
 */
function describeNaming(words: Words, numberColumn: string) {
  const { street, name } = words;
  if (words.number === null) {
    const number = name !== null && isBuildingNumber(name) ? name : null;
    return { name, number, numberPlace: number === null ? null : (street ?? ""), address: street };
  }
  if (isPostalNumber(numberColumn) && !isBuildingNumber(words.number)) {
    const address = postalAddress(street, words.number);
    return { name: name ?? words.number, number: words.number, numberPlace: street, address };
  }
  const number = spokenNumber(words.number, numberColumn);
  const address = [street, name].filter((part) => part !== null && part !== number).join(" ");
  return { name: number, number, numberPlace: address, address: address === "" ? null : address };
}

/** 滨江大道2727号, 418C Fernvale Link. */
function postalAddress(street: string | null, number: string): string | null {
  if (street === null || street.endsWith(number) || street.endsWith(`${number}号`)) return street;
  if (!/\p{Script=Han}/u.test(street)) return `${number} ${street}`;
  return /\d$/.test(number) ? `${street}${number}号` : `${street}${number}`;
}

/** A bare 3 under 楼号, 栋号 or 幢号 is called 3号楼, 3栋, 3幢. */
function spokenNumber(number: string, column: string): string {
  if (!/^\d+$/.test(number)) return number;
  if (column.includes("栋")) return `${number}栋`;
  if (column.includes("幢")) return `${number}幢`;
  return column.includes("楼") ? `${number}号楼` : number;
}
