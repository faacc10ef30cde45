import type { PersonSummary } from "#data/model/answers/people.ts";
import { normaliseText } from "#data/model/import/buildingNumbers.ts";
import { ROLE_WORDS } from "#web/words/duties.ts";

/** People in whose name, phone, sign-in name or duties every word stands. No words find everybody. */
export function findPeople(people: readonly PersonSummary[], words: string): PersonSummary[] {
  const wanted = normaliseText(words).split(" ").filter(Boolean);
  return people.filter((person) => {
    const text = normaliseText(textOf(person));
    return wanted.every((word) => text.includes(word));
  });
}

function textOf({ name, phone, account, duties }: PersonSummary): string {
  const held = duties.filter(({ state }) => state !== "ended");
  const words = held.map(({ role, placeName }) => `${ROLE_WORDS[role]()} ${placeName}`);
  return [name, phone ?? "", account?.username ?? "", ...words].join("\n");
}
