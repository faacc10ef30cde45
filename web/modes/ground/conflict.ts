import type {
  BuildingEdit,
  BuildingGround,
  CompoundGround,
  GroundChoices,
} from "#data/model/answers/ground.ts";
import { movedMeters } from "#data/model/ground/movement.ts";
import type { ConflictField } from "#web/cards/conflict.ts";
import { m } from "#web/messages/compiled/messages.js";
import { BUILDING_KIND_WORDS } from "#web/words/buildings.ts";
import { listText } from "#web/words/lists.ts";
import { numberText } from "#web/words/numbers.ts";

type Shape = BuildingGround["footprint"];

/** What is to be saved of a building beside what somebody else saved: only that would be overwritten. */
export function buildingConflict(
  edit: BuildingEdit,
  theirs: BuildingGround,
  { compounds }: GroundChoices,
): ConflictField[] {
  const nameOf = (compoundId: string | null) =>
    compounds.find(({ id }) => id === compoundId)?.name ?? m.ground_no_compound();
  const words: { [Field in keyof BuildingEdit]?: (facts: BuildingGround) => [string, string] } = {
    name: ({ name }) => [m.ground_name(), name],
    compoundId: ({ compoundId }) => [m.ground_compound(), nameOf(compoundId)],
    address: ({ address }) => [m.ground_address(), address ?? ""],
    kind: ({ kind }) => [m.ground_kind(), BUILDING_KIND_WORDS[kind]()],
    storeys: ({ storeys }) => [m.ground_storeys(), storeys === null ? "" : numberText(storeys)],
    hasLift: ({ hasLift }) => [m.card_lift(), hasLift ? m.card_has_lift() : m.card_no_lift()],
    entrances: ({ entrances }) => [
      m.ground_entrances(),
      listText(entrances.map(({ name }) => name)),
    ],
  };
  const mine = { ...theirs, ...edit };
  const fields = Object.keys(edit).flatMap((field) => {
    const word = words[field as keyof BuildingEdit];
    if (!word) return [];
    const [label, text] = word(mine);
    return [{ label, mine: text, theirs: word(theirs)[1] }];
  });
  return [...fields, ...shapeConflict(edit.footprint, theirs.footprint)];
}

/** The same of a compound. */
export function compoundConflict(
  name: string,
  drawn: Shape | undefined,
  theirs: CompoundGround,
): ConflictField[] {
  return [
    { label: m.ground_compound_name(), mine: name, theirs: theirs.name },
    ...shapeConflict(drawn, theirs.boundary ?? undefined),
  ];
}

/** Shapes are told apart by how far they lie from each other. */
function shapeConflict(drawn: Shape | undefined, theirs: Shape | undefined): ConflictField[] {
  if (!drawn || JSON.stringify(drawn) === JSON.stringify(theirs)) return [];
  const meters = theirs ? Math.round(movedMeters(theirs, drawn)) : 0;
  return [
    {
      label: m.ground_conflict_place(),
      mine: m.ground_conflict_place_mine(),
      theirs: !theirs
        ? ""
        : meters > 0
          ? m.ground_conflict_place_theirs({ meters: numberText(meters) })
          : m.ground_conflict_shape_theirs(),
    },
  ];
}
