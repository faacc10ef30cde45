import { v7 } from "uuid";
import type {
  NewRound,
  RoundChange,
  RoundDetail,
  TargetChoice,
} from "#data/model/answers/rounds.ts";
import type { HouseholdTag } from "#data/model/households.ts";
import type { ChecklistLine, RoundRepeat, TargetType } from "#data/model/inspections/kinds.ts";
import { lastDayOfFirst } from "#data/model/inspections/periods.ts";
import type { PlaceKind } from "#data/model/places.ts";
import type { DrawnThing } from "#web/state/inspections/inspectionDesk.svelte.ts";
import { todayHere } from "#web/words/dates.ts";

/**
 * Where buildings are taken from; places are taken from all grids, some, or one by one, and homes
 * never one by one.
 */
export type Scope = "all" | "compounds" | "grids" | "single";

type Lacking = "name" | "targets" | "lines" | "days";

/** A round as it is written, new or changed. */
export class RoundDraft {
  name: string = $state("");
  note: string = $state("");
  what: TargetType = $state.raw("place");
  kinds: ReadonlySet<PlaceKind> = $state.raw(new Set());
  tags: ReadonlySet<HouseholdTag> = $state.raw(new Set());
  scope: Scope = $state.raw("all");
  compoundIds: ReadonlySet<string> = $state.raw(new Set());
  gridIds: ReadonlySet<string> = $state.raw(new Set());
  /** Drawn points, or the places or buildings that are taken one by one. */
  things: readonly DrawnThing[] = $state.raw([]);
  startsOn: string = $state("");
  endsOn: string = $state("");
  repeats: RoundRepeat = $state.raw("once");
  lines: readonly ChecklistLine[] = $state.raw([]);

  readonly #id = v7();

  constructor(readonly round?: RoundDetail) {
    this.startsOn = round?.startsOn ?? todayHere();
    this.endsOn =
      round?.endsOn ??
      lastDayOfFirst({ startsOn: this.startsOn, endsOn: this.startsOn, repeats: "month" });
    if (!round) return;
    this.name = round.name;
    this.note = round.note;
    this.repeats = round.repeats;
    this.lines = round.checklist;
  }

  /** Null as long as it chooses nothing. */
  readonly choice: TargetChoice | null = $derived.by(() => this.#choose());

  readonly lacks: Lacking | null = $derived.by(() => {
    if (this.name.trim() === "") return "name";
    if (!this.round && !this.choice) return "targets";
    if (!this.startsOn || !this.endsOn || this.endsOn < this.startsOn) return "days";
    const isWritten = this.lines.length > 0 && this.lines.every(({ text }) => text.trim() !== "");
    return isWritten ? null : "lines";
  });

  /** Another sort of target is chosen anew. */
  visit(what: TargetType): void {
    this.what = what;
    this.scope = "all";
    this.things = [];
  }

  /** A repeated round fills its period, unless somebody says otherwise. */
  repeat(repeats: RoundRepeat): void {
    this.repeats = repeats;
    const { startsOn, endsOn } = this;
    if (startsOn) this.endsOn = lastDayOfFirst({ startsOn, endsOn, repeats });
  }

  get made(): NewRound {
    const { choice } = this;
    if (!choice) throw new RangeError("targets");
    return { id: this.#id, ...this.#terms, targets: [choice] };
  }

  /** @param addsTargets whether what is chosen is to be visited as well */
  change({ version }: { version: number }, addsTargets: boolean): RoundChange {
    const addTargets = addsTargets && this.choice ? [this.choice] : [];
    return { version, ...this.#terms, addTargets };
  }

  get #terms() {
    const { name, note, startsOn, endsOn, repeats } = this;
    const checklist = this.lines.map(({ textEn = null, ...line }) => ({ ...line, textEn }));
    return { name: name.trim(), note: note.trim(), startsOn, endsOn, repeats, checklist };
  }

  #choose(): TargetChoice | null {
    if (this.what === "point" || this.scope === "single") return this.#chooseThings();
    const grids = this.scope === "grids" ? { gridIds: [...this.gridIds] } : {};
    const isNowhere = this.scope === "grids" && this.gridIds.size === 0;
    switch (this.what) {
      case "place":
        if (this.kinds.size === 0 || isNowhere) return null;
        return { type: "places", kinds: [...this.kinds], ...grids };
      case "household":
        if (this.tags.size === 0 || isNowhere) return null;
        return { type: "households", tags: [...this.tags], ...grids };
      case "building": {
        if (isNowhere || (this.scope === "compounds" && this.compoundIds.size === 0)) return null;
        const compounds = this.scope === "compounds" ? { compoundIds: [...this.compoundIds] } : {};
        return { type: "buildings", ...compounds, ...grids };
      }
    }
  }

  #chooseThings(): TargetChoice | null {
    if (this.things.length === 0) return null;
    const ids = this.things.flatMap(({ id }) => id ?? []);
    if (this.what === "place") return { type: "places", placeIds: ids };
    if (this.what === "building") return { type: "buildings", buildingIds: ids };
    return { type: "points", points: this.things.map(placed) };
  }
}

function placed({ name, position }: DrawnThing) {
  return { name, location: { type: "Point" as const, coordinates: position } };
}
