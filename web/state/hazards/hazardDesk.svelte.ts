import { untrack } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import { DEFAULT_HAZARD_RULES, type HazardRules } from "#data/model/hazards/rules.ts";
import type { WorkList } from "#data/model/hazards/workLists.ts";
import type { ViewState } from "../view.svelte.ts";
import { type LineQuery, readLines, readPins, readRules } from "./calls.ts";
import { type HazardFilters, NO_HAZARD_FILTERS } from "./filters.ts";
import { HazardSight } from "./hazardSight.svelte.ts";
import { type HazardPin, pinOf } from "./pin.ts";
import { byDeadline, byWalk, countsOf, inList, withoutList } from "./workList.ts";

/** Clocks say minutes. */
const TICK_MS = 60_000;

/** A reading that is under way. */
interface RowsReading {
  slug: string;
  key: string;
  abort: AbortController;
  /** Hazards changed since it was asked. */
  isStale: boolean;
}

/** The hazards of the community on the map: the pins, and the work list as the filters have it. */
export class HazardDesk {
  #pins: readonly HazardPin[] = $state.raw([]);
  #rows: readonly HazardLine[] | undefined = $state.raw();
  #rules: HazardRules = $state.raw(DEFAULT_HAZARD_RULES);
  #problem: unknown = $state.raw();
  #now = $state.raw(Date.now());
  #from: [number, number] | null = $state.raw(null);
  #reading: RowsReading | undefined;
  readonly #view: ViewState;

  constructor(view: ViewState) {
    this.#view = view;
  }

  readonly filters: HazardFilters = $derived.by(() => this.#view.current.hazards);
  readonly now: number = $derived(this.#now);
  readonly rules: HazardRules = $derived(this.#rules);
  readonly problem: unknown = $derived(this.#problem);
  /** Undefined while they are read for the first time. */
  readonly rows: readonly HazardLine[] | undefined = $derived(this.#rows);
  readonly #candidates: HazardLine[] = $derived(withoutList(this.#rows ?? [], this.filters));
  /** Each counter counts what pressing it will list. */
  readonly counts: Record<WorkList, number> = $derived(countsOf(this.#candidates, this.#now));
  readonly #due: HazardLine[] = $derived(
    byDeadline(inList(this.#candidates, this.filters.list, this.#now)),
  );
  /** The same places give the same walk: a minute that passes does not work it out again. */
  readonly #places: string = $derived(this.#due.map(({ id }) => id).join());
  readonly #walk = $derived.by(() => {
    void this.#places;
    if (this.filters.order !== "walk") return null;
    const from = this.#from;
    return untrack(() => byWalk(this.#due, from));
  });
  /** What stands in the list, in its order. */
  readonly shown: readonly HazardLine[] = $derived.by(() => {
    if (!this.#walk) return this.#due;
    const byId = new Map(this.#due.map((row) => [row.id, row]));
    return this.#walk.rows.map((row) => byId.get(row.id) ?? row);
  });
  /** Where the walk leads, in order; empty where there is none. */
  readonly walk: readonly [number, number][] = $derived.by(() => {
    if (!this.#walk) return [];
    return this.#walk.rows.slice(0, this.#walk.walked).map(({ location }) => location.coordinates);
  });
  readonly walkFrom: [number, number] | null = $derived(this.#from);
  readonly isListOpen: boolean = $derived.by(() => this.#view.current.mode === "hazards");
  /** What the map shows: beside the list just what stands in it. */
  readonly pins: readonly HazardPin[] = $derived(
    this.isListOpen && this.#rows ? this.shown.map(pinOf) : this.#pins,
  );
  /** How they come and go over time. */
  readonly sight = new HazardSight();
  /** Chosen to be given out together. */
  readonly chosen = new SvelteSet<string>();

  /** Lets the clocks run. @returns its own undo */
  keepTime(): () => void {
    const timer = setInterval(() => (this.#now = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }

  /** Forgets what belongs to a community; the next one's may be under way already. */
  leave(slug: string | null): void {
    if (this.#reading?.slug === slug) this.#dropReading();
    this.#pins = [];
    this.#rows = undefined;
    this.#rules = DEFAULT_HAZARD_RULES;
    this.#problem = undefined;
    this.chosen.clear();
    this.sight.leave();
  }

  /** Where the walk begins; null: wherever is best. */
  startFrom(position: [number, number] | null): void {
    this.#from = position;
  }

  /** @param address of the layer, with its revision. @returns its own undo */
  openPins(address: string): () => void {
    const abort = new AbortController();
    readPins(address, abort.signal).then(
      (pins) => {
        if (abort.signal.aborted) return;
        this.#pins = pins;
        this.#now = Date.now();
      },
      // What was there stays; the next change brings the next reading.
      () => undefined,
    );
    return () => abort.abort();
  }

  /**
   * Reads the list; what stands in it stays in sight meanwhile. Where hazards change faster than they
   * are read, one reading follows the other: none is given up for the next, or the list stood still.
   */
  openRows(slug: string, { status, isMine }: Pick<HazardFilters, "status" | "isMine">): void {
    const isDefault = status === NO_HAZARD_FILTERS.status;
    const query = {
      ...(isDefault ? {} : { status }),
      ...(isMine ? { mine: "true" as const } : {}),
    };
    const key = JSON.stringify([slug, query]);
    if (this.#reading?.key === key) {
      this.#reading.isStale = true;
      return;
    }
    this.#dropReading();
    this.#reading = { slug, key, abort: new AbortController(), isStale: false };
    void this.#readRows(slug, query, this.#reading);
  }

  #dropReading(): void {
    this.#reading?.abort.abort();
    this.#reading = undefined;
  }

  async #readRows(slug: string, query: LineQuery, reading: RowsReading): Promise<void> {
    const { signal } = reading.abort;
    do {
      reading.isStale = false;
      try {
        const rows = await readLines(slug, query, signal);
        if (signal.aborted) return;
        this.#rows = rows;
        this.#problem = undefined;
        this.#now = Date.now();
      } catch (problem) {
        if (signal.aborted) return;
        this.#problem = problem;
      }
    } while (reading.isStale);
    this.#reading = undefined;
  }

  async openRules(slug: string): Promise<void> {
    // Without them the clock reckons with the usual calendar.
    this.#rules = await readRules(slug).catch(() => DEFAULT_HAZARD_RULES);
  }

  useRules(rules: HazardRules): void {
    this.#rules = rules;
  }

  /** Shows at once what the server will say after the next reading. */
  showStar(id: string, isStarred: boolean): void {
    this.#rows = this.#rows?.map((row) => (row.id === id ? { ...row, isStarred } : row));
  }
}
