import type { Finding } from "#data/model/coverage/findings.ts";
import type { FindingKind } from "#data/model/coverage/kinds.ts";
import { m } from "#web/messages/compiled/messages.js";
import { FINDING_DETAIL_WORDS } from "./findingDetails.ts";
import { FINDING_KIND_WORDS } from "./findingKinds.ts";
import { numberText } from "./numbers.ts";

/** For a counter, before its number: 空岗. */
export function findingKindLabel(kind: FindingKind): string {
  return FINDING_KIND_WORDS[kind].label();
}

/** Says the thing with its number: 3 个网格没有网格员. */
export function findingKindTitle(kind: FindingKind, count: number): string {
  return FINDING_KIND_WORDS[kind].title({ count, number: numberText(count) });
}

/** One sentence: why it matters, or what to do. */
export function findingKindHelp(kind: FindingKind): string {
  return FINDING_KIND_WORDS[kind].help();
}

/** What tells a finding from the others of its kind, to stand after its subject's name: 612 户. */
export function findingShort(finding: Finding): string {
  return wordsOf(finding).short(finding);
}

/** The subject's name with what is particular: 第三网格 · 612 户. */
export function findingTitle(finding: Finding): string {
  return m.finding_title({ name: finding.subject.name, short: findingShort(finding) });
}

/** One sentence: what it is, with its numbers, and what to do next. */
export function findingText(finding: Finding): string {
  return wordsOf(finding).text(finding);
}

/** The table pairs each kind with words for that kind; the compiler cannot follow the pairing. */
function wordsOf({ kind }: Finding) {
  return FINDING_DETAIL_WORDS[kind] as Record<"short" | "text", (finding: Finding) => string>;
}
