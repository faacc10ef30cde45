import type { LonLat, Unit } from "../units.ts";
import type { Subject } from "./findings.ts";
import { type FindingKind, type Severity, SEVERITY_OF_KIND } from "./kinds.ts";

export interface FindingHead<Kind extends FindingKind> {
  id: string;
  kind: Kind;
  severity: Severity;
  subject: Subject;
  position: LonLat;
}

/** What every finding begins with. `part` tells findings of one kind about one subject apart. */
export function headOf<Kind extends FindingKind>(
  kind: Kind,
  subject: Subject,
  position: LonLat,
  part?: string,
): FindingHead<Kind> {
  const id = [kind, subject.id, ...(part === undefined ? [] : [part])].join(":");
  return { id, kind, severity: SEVERITY_OF_KIND[kind], subject, position };
}

export function subjectOfUnit({ id, entranceId, name }: Unit): Subject {
  return { type: entranceId === null ? "building" : "unit", id, name };
}

export function subjectOf<Type extends "building" | "grid" | "micro-grid" | "place">(
  type: Type,
  { id, name }: { id: string; name: string },
): Subject {
  return { type, id, name };
}
