import type { PersonSummary } from "#data/model/answers/people.ts";
import { compareNatural } from "#data/model/search.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dutyText } from "#web/words/people.ts";
import type { PickOption } from "./pick.ts";
import { heldBy } from "./rosterGroups.ts";

/** Everybody by name, each with what they hold, so that two of one name are told apart. */
export function peopleOptions(people: readonly PersonSummary[], except?: string): PickOption[] {
  return people
    .filter(({ id }) => id !== except)
    .toSorted((a, b) => compareNatural(a.name, b.name))
    .map((person) => {
      const [first] = heldBy(person);
      return {
        id: person.id,
        label: person.name,
        detail: first ? dutyText(first) : m.people_no_duty(),
      };
    });
}
