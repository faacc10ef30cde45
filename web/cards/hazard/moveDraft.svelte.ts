import { v7 } from "uuid";
import type { HazardDetail } from "#data/model/answers/hazards.ts";
import type { PhotoKind, ReturnReason } from "#data/model/hazards/kinds.ts";
import { type HazardAction, needsOf } from "#data/model/hazards/moves.ts";
import type { MoveContent } from "#web/state/hazards/moveHazard.ts";
import type { TakenPhoto } from "#web/state/outbox/photo.ts";

/** What is typed into a move's form. It stays whatever somebody else does meanwhile. */
export class MoveDraft {
  readonly stepId = v7();
  readonly action: HazardAction;
  note = $state("");
  reason = $state<ReturnReason | "">("");
  personId = $state<string | null>(null);
  otherHazardId = $state<string | null>(null);
  /** ISO date; empty while none is chosen. */
  untilDay = $state("");
  /** Of an answer about more time. */
  isGranted = $state(true);
  photos = $state.raw<readonly TakenPhoto[]>([]);

  constructor(action: HazardAction, hazard: HazardDetail) {
    this.action = action;
    if (action === "assign") this.personId = hazard.proposedAssignee?.id ?? null;
    if (action === "grant") this.untilDay = hazard.extensionUntil?.slice(0, 10) ?? "";
  }

  /** What the table asks for and is not there yet. */
  missing(hazard: HazardDetail): string[] {
    const needs = needsOf(hazard, this.action);
    const asked = this.action === "grant" && this.isGranted ? [...needs, "until"] : needs;
    return asked.filter((need) => !this.#has(need, hazard));
  }

  #has(need: string, hazard: HazardDetail): boolean {
    switch (need) {
      case "note":
        return this.note.trim() !== "";
      case "reason":
        return this.reason !== "";
      case "assignee":
      case "department":
        return this.personId !== null;
      case "hazard":
        return this.otherHazardId !== null;
      case "until":
        return this.untilDay !== "";
      case "before":
        // The report's own picture is one: nobody takes it a second time.
        return this.#hasPhoto("before") || hasBefore(hazard);
      default:
        return this.#hasPhoto(need as PhotoKind);
    }
  }

  #hasPhoto(kind: PhotoKind): boolean {
    return this.photos.some(({ photo }) => photo.kind === kind);
  }

  /** @param endOfWork of a day, "17:30" */
  content(endOfWork: string): MoveContent {
    const { action, personId } = this;
    const takesUntil = action === "extend" || (action === "grant" && this.isGranted);
    return {
      note: this.note.trim(),
      reason: action === "return" && this.reason !== "" ? this.reason : null,
      assigneeId: action === "assign" ? personId : null,
      departmentId: action === "escalate" ? personId : null,
      otherHazardId: action === "merge" ? this.otherHazardId : null,
      until:
        takesUntil && this.untilDay
          ? new Date(`${this.untilDay}T${endOfWork}`).toISOString()
          : null,
      photos: this.photos,
    };
  }
}

export function hasBefore({ steps }: HazardDetail): boolean {
  return steps.some(({ photos }) => photos.some(({ kind }) => kind === "before"));
}
