import type { Finding } from "./findings.ts";
import { FINDING_KINDS } from "./kinds.ts";

const PLACE_OF_KIND = new Map(FINDING_KINDS.map((kind, index) => [kind, index]));

/** 2号楼 before 10号楼, and Chinese by its reading. */
const natural = new Intl.Collator("zh-CN", { numeric: true });

/** By kind in the order of the table, then by the subject's name as people count, then by id. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      (PLACE_OF_KIND.get(a.kind) ?? 0) - (PLACE_OF_KIND.get(b.kind) ?? 0) ||
      natural.compare(a.subject.name, b.subject.name) ||
      (a.id < b.id ? -1 : 1),
  );
}
