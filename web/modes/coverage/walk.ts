import type { Coverage, Finding } from "#data/model/coverage/findings.ts";
import { type FindingKind, SEVERITIES, type Severity } from "#data/model/coverage/kinds.ts";

/** Findings of one kind and one severity, in their order: what a pager walks. */
export interface FindingGroup {
  /** Names the group: a kind has two where some of its findings are only to look at. */
  id: string;
  kind: FindingKind;
  severity: Severity;
  findings: Finding[];
}

/** What is to be done first, then what is only to look at, each by kind in the order it came. */
export function groupsOf(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { kind, severity } = finding;
    const id = `${severity}-${kind}`;
    const group = groups.get(id);
    if (group) group.findings.push(finding);
    else groups.set(id, { id, kind, severity, findings: [finding] });
  }
  return [...groups.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** Where a finding stands among others, from 0; -1 if it is not among them. */
export function indexOfId(findings: readonly Finding[], id: string | null): number {
  return findings.findIndex((finding) => finding.id === id);
}

/** The next finding, or the one before; from either end to the other, from nowhere to an end. */
export function step(
  findings: readonly Finding[],
  id: string | null,
  by: 1 | -1,
): Finding | undefined {
  const index = indexOfId(findings, id);
  const from = index === -1 && by === -1 ? 0 : index;
  return findings[(from + by + findings.length) % findings.length];
}

/** What stands on every page by itself, also at 0. */
const ALWAYS_COUNTED: readonly FindingKind[] = ["unit-uncovered", "unit-doubled"];

/** The other kinds that somebody has to act on, with how many: a counter that asks for nothing is noise. */
export function countersOf({ findings }: Coverage): { kind: FindingKind; count: number }[] {
  return groupsOf(findings)
    .filter(({ kind, severity }) => severity === "act" && !ALWAYS_COUNTED.includes(kind))
    .map((group) => ({ kind: group.kind, count: group.findings.length }));
}
