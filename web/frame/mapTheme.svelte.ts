import { countBreaks } from "#data/model/classes.ts";
import { daysBetween } from "#data/model/planning/days.ts";
import type { JoinedValue, Theme } from "#web/layers/theme.ts";
import { m } from "#web/messages/compiled/messages.js";
import { BesideLayers } from "#web/state/besideLayers.svelte.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";
import type { HazardSight } from "#web/state/hazards/hazardSight.svelte.ts";
import type { Preferences } from "#web/state/preferences.svelte.ts";
import type { SessionState } from "#web/state/session.svelte.ts";
import { type ColourMeasure, MAY_MEASURE } from "#web/state/view.ts";
import type { ViewState } from "#web/state/view.svelte.ts";
import { todayHere } from "#web/words/dates.ts";
import { daysAgoText, hazardCountText } from "#web/words/look.ts";

interface Sources {
  view: ViewState;
  here: CommunityState;
  session: SessionState;
  preferences: Preferences;
  sight: HazardSight;
}

/** Days since the last inspection: a month, a quarter, half a year, a year. */
const INSPECTED_BREAKS = [31, 91, 181, 366];
const NOTHING: ReadonlyMap<string, JoinedValue> = new Map();

/** What the map is coloured by, with what that takes. */
export class MapTheme {
  readonly #beside = new BesideLayers();
  readonly #sources: Sources;
  #slug: string | null = null;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** What the reader may be told; while the map shows a day that is past, nothing of today. */
  readonly #measure: ColourMeasure = $derived.by(() => {
    const { view, session, sight } = this.#sources;
    const { measure, community } = view.current;
    const needed = MAY_MEASURE[measure];
    if (needed && !session.may(needed, community)) return "grid";
    return measure === "hazards" && sight.isPast ? "grid" : measure;
  });

  /** Undefined while it is not read. */
  readonly #joined: typeof NOTHING | undefined = $derived.by(() => {
    const { target } = this.#sources.view.current;
    if (this.#measure === "hazards") return hazardValues(this.#beside.hazardsOf(target));
    if (this.#measure === "inspected") return inspectedValues(this.#beside.inspectionsOf(target));
    return NOTHING;
  });

  readonly current: Theme = $derived.by(() => {
    const { view, preferences } = this.#sources;
    return {
      ...{ target: view.current.target, measure: this.#measure, scheme: preferences.scheme },
      ...{ breaks: this.#breaks(), hasUnshown: this.#hidesSome() },
      joined: this.#joined ?? NOTHING,
      joining: this.#joined ? "done" : this.#beside.problem ? "failed" : "reading",
    };
  });

  /** Reads what no layer says, as long as it is shown. @returns its own undo */
  open(): (() => void) | undefined {
    const { here } = this.#sources;
    if (here.slug !== this.#slug) this.#beside.leave();
    this.#slug = here.slug;
    if (!here.slug) return undefined;
    if (this.#measure === "hazards") return this.#beside.openHazards(here.layerAddress("hazards"));
    if (this.#measure !== "inspected") return undefined;
    // A plan that takes effect gives them other grids.
    void [here.inspectionsRevision, here.revision];
    return this.#beside.openInspections(here.slug);
  }

  #breaks(): readonly number[] {
    const { view, here } = this.#sources;
    switch (this.#measure) {
      case "grid":
      case "coverage":
        return [];
      case "inspected":
        return INSPECTED_BREAKS;
      case "hazards":
        return countBreaks(
          Array.from((this.#joined ?? NOTHING).values(), ({ value }) => value ?? 0),
        );
      default:
        return here.themes?.[view.current.target][this.#measure] ?? [];
    }
  }

  /** Whether the server keeps small numbers of this measure from the reader. */
  #hidesSome(): boolean {
    const { view, session } = this.#sources;
    const slug = view.current.community;
    if (this.#measure === "load" && session.may("plan", slug)) return false;
    return !session.mayEverywhere(
      this.#measure === "households" ? "see-residents" : "see-sensitive",
      slug,
    );
  }
}

function hazardValues(counts: ReturnType<BesideLayers["hazardsOf"]>) {
  const values =
    counts &&
    [...counts].map(([id, count]): [string, JoinedValue] => [
      id,
      { value: count.open, isOverdue: count.overdue > 0, text: hazardCountText(count) },
    ]);
  return values && new Map(values);
}

function inspectedValues(days: ReturnType<BesideLayers["inspectionsOf"]>) {
  const today = todayHere();
  const values =
    days &&
    [...days].map(([id, day]): [string, JoinedValue] => {
      if (day === null)
        return [id, { value: null, isOverdue: false, text: m.look_inspected_never() }];
      const value = Math.max(0, daysBetween(day, today));
      return [id, { value, isOverdue: false, text: daysAgoText(value) }];
    });
  return values && new Map(values);
}
