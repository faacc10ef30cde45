import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { communityDay, startOfCommunityDay } from "#data/model/communityClock.ts";
import type { HazardLevel } from "#data/model/hazards/kinds.ts";
import { addDays } from "#data/model/planning/days.ts";
import { fetchOrThrow } from "#web/api.ts";
import { hazardsAddress } from "./calls.ts";
import { type HazardPin, pinOf } from "./pin.ts";

/** How many days back somebody can look. */
export const DAYS_BACK = 364;
/** Of the heat: a month, a quarter, a year. */
export const HEAT_PERIODS = [30, 90, 365] as const;
type HeatPeriod = (typeof HEAT_PERIODS)[number];

export const SIGHTS = ["pins", "heat"] as const;
type Sight = (typeof SIGHTS)[number];

export interface HeatPoint {
  position: [number, number];
  weight: number;
}

const DAY_MS = 86_400_000;
/** What a worse one counts for. */
const WEIGHTS = { general: 1, serious: 2, major: 4 } satisfies Record<HazardLevel, number>;

/** Looking at hazards over time: the map as it was on a day, and where they come up. */
export class HazardSight {
  #isOpen = $state(false);
  #shows: Sight = $state("pins");
  #daysBack = $state(0);
  #period: HeatPeriod = $state(90);
  #past: { daysBack: number; rows: readonly HazardSummary[] } | undefined = $state.raw();
  #year: readonly HazardSummary[] | undefined = $state.raw();
  #problem: unknown = $state.raw();
  readonly #known = new Map<string, readonly HazardSummary[]>();

  readonly isOpen: boolean = $derived(this.#isOpen);
  readonly shows: Sight = $derived(this.#shows);
  /** 0 is today. */
  readonly daysBack: number = $derived(this.#daysBack);
  readonly period: HeatPeriod = $derived(this.#period);
  readonly problem: unknown = $derived(this.#problem);
  readonly isPast: boolean = $derived(this.#isOpen && this.#daysBack > 0);
  /** The end of that day where the reader is, milliseconds since 1970. */
  readonly moment: number = $derived(endOfDay(this.#daysBack));
  readonly isReading: boolean = $derived(
    this.#daysBack > 0 && this.#past?.daysBack !== this.#daysBack,
  );
  /** Those that were open then; while another day is read, those of the day before it. */
  readonly pastRows: readonly HazardSummary[] = $derived(this.#past?.rows ?? []);
  readonly pins: readonly HazardPin[] = $derived(this.pastRows.map(pinOf));
  /** What was reported in the period up to that day. */
  readonly heat: readonly HeatPoint[] = $derived.by(() => {
    const [from, to] = [this.moment - this.#period * DAY_MS, this.moment];
    return (this.#year ?? []).flatMap(({ status, reportedAt, level, location }) => {
      const at = Date.parse(reportedAt);
      // What was none, or the same as another, is nothing that came up.
      if (at <= from || at > to || status === "rejected" || status === "merged") return [];
      return { position: location.coordinates, weight: WEIGHTS[level] };
    });
  });

  open(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.#isOpen = false;
    this.#shows = "pins";
    this.#daysBack = 0;
    this.#past = undefined;
    this.#problem = undefined;
  }

  /** Forgets what belongs to another community. */
  leave(): void {
    this.close();
    this.#year = undefined;
    this.#known.clear();
  }

  show(sight: Sight): void {
    this.#shows = sight;
  }

  choose(period: HeatPeriod): void {
    this.#period = period;
  }

  stand(daysBack: number): void {
    this.#daysBack = Math.min(DAYS_BACK, Math.max(0, Math.round(daysBack)));
  }

  /** Reads how it looked on the day that was chosen. @returns its own undo */
  openPast(slug: string): () => void {
    const daysBack = this.#daysBack;
    if (daysBack === 0) {
      this.#past = undefined;
      return () => undefined;
    }
    return this.#read(slug, { at: new Date(this.moment).toISOString() }, (rows) => {
      this.#past = { daysBack, rows };
    });
  }

  /** Reads what was reported in the last two years: the heat of a year ago is of the year before it. */
  openYear(slug: string): () => void {
    const from = new Date(endOfDay(DAYS_BACK + 365)).toISOString();
    return this.#read(slug, { status: "all", from }, (rows) => (this.#year = rows));
  }

  #read(
    slug: string,
    query: Record<string, string>,
    take: (rows: readonly HazardSummary[]) => void,
  ): () => void {
    const address = hazardsAddress(slug, `?${new URLSearchParams(query).toString()}`);
    const known = this.#known.get(address);
    if (known) {
      take(known);
      return () => undefined;
    }
    const abort = new AbortController();
    fetchOrThrow(address, { signal: abort.signal })
      .then(async (response) => {
        const rows = (await response.json()) as HazardSummary[];
        // A day that is over looks the same whenever it is looked at.
        if (query.at) this.#known.set(address, rows);
        if (abort.signal.aborted) return;
        take(rows);
        this.#problem = undefined;
      })
      .catch((problem: unknown) => {
        if (!abort.signal.aborted) this.#problem = problem;
      });
    return () => abort.abort();
  }
}

function endOfDay(daysBack: number): number {
  return startOfCommunityDay(addDays(communityDay(new Date()), 1 - daysBack)) - 1;
}
