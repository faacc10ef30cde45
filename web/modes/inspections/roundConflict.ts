import type { RoundDetail } from "#data/model/answers/rounds.ts";
import type { ConflictField } from "#web/cards/conflict.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dayText } from "#web/words/dates.ts";
import { ROUND_REPEAT_WORDS } from "#web/words/inspections.ts";
import { listText } from "#web/words/lists.ts";

type Terms = Pick<RoundDetail, "name" | "note" | "startsOn" | "endsOn" | "repeats"> & {
  checklist: readonly { text: string }[];
};

/** What somebody wrote of a round beside what somebody else saved. */
export function roundConflict(
  mine: Omit<Terms, "checklist"> & { lines: Terms["checklist"] },
  theirs: Terms,
): ConflictField[] {
  const [own, other] = [{ ...mine, checklist: mine.lines }, theirs];
  const field = (label: string, text: (terms: Terms) => string) => ({
    label,
    mine: text(own),
    theirs: text(other),
  });
  const onlyIn = (terms: Terms) => {
    const known = new Set((terms === other ? own : other).checklist.map(({ text }) => text));
    return listText(terms.checklist.map(({ text }) => text).filter((text) => !known.has(text)));
  };
  return [
    field(m.round_name(), ({ name }) => name.trim()),
    field(m.round_note(), ({ note }) => note.trim()),
    field(m.round_starts(), ({ startsOn }) => startsOn && dayText(startsOn)),
    field(m.round_ends(), ({ endsOn }) => endsOn && dayText(endsOn)),
    field(m.round_repeats(), ({ repeats }) => ROUND_REPEAT_WORDS[repeats]()),
    field(m.round_lines(), onlyIn),
  ];
}
