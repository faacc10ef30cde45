import { v7 } from "uuid";
import type { NewInspection } from "#data/model/answers/inspections.ts";
import type { HazardCategory, HazardLevel } from "#data/model/hazards/kinds.ts";
import type { ChecklistLine, LineAnswer } from "#data/model/inspections/kinds.ts";
import type { Letter, OutboxPhoto } from "#web/state/outbox/item.ts";
import type { TakenPhoto } from "#web/state/outbox/photo.ts";
import { inspectionsAddress } from "./calls.ts";
import type { InspectionSubject } from "./subject.ts";

export type Answer = LineAnswer["answer"];

/** As the server takes them. */
const LOWEST_FLOOR = -9;

/** One line as it is answered; what a fail says of its hazard is kept while somebody changes their mind. */
export class LineDraft {
  answer: Answer | null = $state.raw(null);
  note: string = $state("");
  photos: readonly TakenPhoto[] = $state.raw([]);
  category: HazardCategory = $state.raw("other");
  level: HazardLevel = $state.raw("general");
  majorRule: string = $state("");
  readonly hazardId = v7();

  constructor(readonly line: ChecklistLine) {
    this.category = line.category;
  }

  readonly lacksRule: boolean = $derived(
    this.answer === "fail" && this.level === "major" && this.majorRule.trim() === "",
  );
}

/** One visit as it is filled in. */
export class InspectionDraft {
  readonly lines: readonly LineDraft[];
  note: string = $state("");
  photos: readonly TakenPhoto[] = $state.raw([]);
  floors: ReadonlySet<number> = $state.raw(new Set());
  /** "All well" was pressed: what is not answered passes. */
  isAllWell: boolean = $state.raw(false);

  readonly #id = v7();

  /** @param slug of the community */
  constructor(
    readonly slug: string,
    readonly subject: InspectionSubject,
  ) {
    this.lines = subject.lines.map((line) => new LineDraft(line));
  }

  readonly fails: readonly LineDraft[] = $derived.by(() =>
    this.lines.filter(({ answer }) => answer === "fail"),
  );
  readonly open: number = $derived.by(() =>
    this.isAllWell ? 0 : this.lines.filter(({ answer }) => answer === null).length,
  );
  readonly isStarted: boolean = $derived.by(
    () =>
      this.note !== "" ||
      this.photos.length > 0 ||
      this.lines.some(({ answer }) => answer !== null),
  );
  readonly lacks: "lines" | "rule" | null = $derived.by(() => {
    if (this.open > 0) return "lines";
    return this.lines.some(({ lacksRule }) => lacksRule) ? "rule" : null;
  });

  /** The first basement, and one below each that was walked: nobody wrote down how many there are. */
  get basements(): readonly number[] {
    const deepest = Math.max(LOWEST_FLOOR, Math.min(0, ...this.floors) - 1);
    return Array.from({ length: -deepest }, (_, index) => deepest + index);
  }

  get storeys(): readonly number[] {
    return Array.from({ length: this.subject.storeys ?? 0 }, (_, index) => index + 1);
  }

  /** Whatever is not answered passes, and where nothing says otherwise every floor was walked. */
  sayAllWell(): void {
    this.isAllWell = true;
    for (const line of this.lines) line.answer ??= "pass";
    if (this.floors.size === 0) this.walkAll();
  }

  /** Above the ground; basements are walked one by one. */
  walkAll(): void {
    this.floors = new Set([...this.floors, ...this.storeys]);
  }

  walk(floor: number): void {
    const next = new Set(this.floors);
    if (!next.delete(floor)) next.add(floor);
    this.floors = next;
  }

  get pictures(): Map<string, Blob> {
    return new Map(this.#taken.map(({ photo, picture }) => [photo.id, picture]));
  }

  /** @param title for the list of what waits @throws RangeError as long as something lacks */
  letter(title: string): Letter {
    if (this.lacks) throw new RangeError(this.lacks);
    const { slug } = this;
    return {
      ...{ kind: "inspection", communitySlug: slug, title },
      path: inspectionsAddress(slug, "inspections"),
      body: { ...this.#body() },
      photos: this.#taken.map(({ photo }) => photo),
      subject: this.#id,
    };
  }

  get #taken(): TakenPhoto[] {
    return [...this.photos, ...this.lines.flatMap(({ photos }) => photos)];
  }

  #body(): NewInspection {
    const { subject } = this;
    const { roundId, targetId, checklistId } = subject;
    const isOutside = targetId === null;
    const doneAt = new Date().toISOString();
    const isPlace = subject.type === "place";
    return {
      ...{ id: this.#id, roundId, targetId, checklistId, doneAt, note: this.note.trim() },
      placeId: isOutside && isPlace ? subject.placeId : null,
      buildingId: isOutside && !isPlace ? subject.buildingId : null,
      location: null,
      isAllWell: this.isAllWell,
      floors: this.floors.size > 0 ? [...this.floors].sort((a, b) => a - b) : null,
      answers: this.lines.flatMap(({ line, answer, note }) =>
        answer ? [{ lineId: line.id, answer, note: note.trim(), text: line.text }] : [],
      ),
      hazards: this.fails.map((fail) => this.#hazard(fail, doneAt)),
      photos: [
        ...this.photos.map(({ photo }) => ({ ...photo, lineId: null })),
        ...this.lines
          .filter(({ answer }) => answer !== "fail")
          .flatMap(({ line, photos }) =>
            photos.map(({ photo }) => ({ ...photo, lineId: line.id })),
          ),
      ],
    };
  }

  #hazard(fail: LineDraft, doneAt: string): NewInspection["hazards"][number] {
    const { location, buildingId, placeId } = this.subject;
    const { hazardId: id, line, category, level, note } = fail;
    const [floor = null, ...others] = this.floors;
    return {
      ...{ id, lineId: line.id, category, level, note: note.trim() || line.text },
      ...{ location, buildingId, placeId, doneAt, sameAsId: null },
      // Of several floors the note says which.
      floor: others.length === 0 ? floor : null,
      majorRule: level === "major" ? fail.majorRule.trim() : null,
      photos: fail.photos.map(({ photo }): OutboxPhoto => photo),
    };
  }
}
