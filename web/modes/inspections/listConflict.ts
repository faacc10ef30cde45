import type { Checklist } from "#data/model/answers/checklists.ts";
import type { ConflictField } from "#web/cards/conflict.ts";
import { HAZARD_CATEGORY_WORDS } from "#web/words/hazards.ts";
import { TARGET_TYPE_WORDS } from "#web/words/inspections.ts";
import { listText } from "#web/words/lists.ts";

/** List by list what only the one and only the other says; nothing where a list is not there at all. */
export function listConflict(
  mine: readonly Checklist[],
  theirs: readonly Checklist[],
): ConflictField[] {
  const ids = new Set([...mine, ...theirs].map(({ id }) => id));
  return [...ids].map((id) => {
    const [own, other] = [mine, theirs].map((lists) => lists.find((list) => list.id === id));
    return {
      label: own?.name || other?.name || "",
      mine: onlyIn(own, other),
      theirs: onlyIn(other, own),
    };
  });
}

function onlyIn(list: Checklist | undefined, other: Checklist | undefined): string {
  const known = new Set(other && partsOf(other));
  return listText(list ? partsOf(list).filter((part) => !known.has(part)) : []);
}

function partsOf({ name, for: types, lines }: Checklist): string[] {
  return [
    name,
    ...types.map((type) => TARGET_TYPE_WORDS[type]()),
    ...lines.map(({ text, category }) => `${text} · ${HAZARD_CATEGORY_WORDS[category]()}`),
  ];
}
