import type { CommunitySummary } from "#data/model/answers/communities.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { type Layer, LAYERS_OF_THEIR_OWN } from "#data/model/layers.ts";
import { api, type ApiProblem } from "#web/api.ts";

/** Between two tries for an event stream that was refused. */
const RECONNECT_MS = 5_000;

export type Themes = Awaited<ReturnType<typeof readThemes>>;

/** The community on the map: who it is, its coverage, and the revision of each layer as it changes. */
export class CommunityState {
  #all: CommunitySummary[] = $state.raw([]);
  #slug: string | null = $state.raw(null);
  #coverage: Coverage | undefined = $state.raw();
  #themes: Themes | undefined = $state.raw();
  #revisions: Record<string, number> = $state.raw({});
  #isLive = $state.raw(false);
  #problem: ApiProblem | undefined = $state.raw();
  /** Counts the times somebody asked again after a failure. */
  #attempts = $state.raw(0);

  /**
   * Rises with every change that was heard of, and whenever all is asked for again. What has rows of its
   * own is left out: a hazard's next step changes no card of a building.
   */
  readonly revision: number = $derived(
    Object.entries(this.#revisions)
      .filter(([layer]) => !LAYERS_OF_THEIR_OWN.includes(layer))
      .reduce((sum, [, revision]) => sum + revision, this.#attempts),
  );
  /** The same, of the hazards alone. */
  readonly hazardsRevision: number = $derived((this.#revisions["hazards"] ?? 0) + this.#attempts);
  /** Of rounds, their targets, visits and checklists. */
  readonly inspectionsRevision: number = $derived(
    (this.#revisions["inspections"] ?? 0) + this.#attempts,
  );
  readonly all: CommunitySummary[] = $derived(this.#all);
  readonly slug: string | null = $derived(this.#slug);
  readonly current: CommunitySummary | undefined = $derived(
    this.#all.find(({ slug }) => slug === this.#slug),
  );
  readonly coverage: Coverage | undefined = $derived(this.#coverage);
  readonly themes: Themes | undefined = $derived(this.#themes);
  /** Whether changes arrive by themselves. */
  readonly isLive: boolean = $derived(this.#isLive);
  readonly problem: ApiProblem | undefined = $derived(this.#problem);

  #early: CommunitySummary[] | undefined;

  #reconnect: (() => void) | undefined;

  /**
   * @param early what was listed before the page was made; it answers the first time
   * @param onclosed the server wants no more of the event stream; answers whether to try again
   */
  constructor(
    early?: CommunitySummary[],
    private readonly onclosed: () => Promise<boolean> = () => Promise.resolve(true),
  ) {
    this.#early = early;
  }

  async list(): Promise<CommunitySummary[]> {
    const early = this.#early;
    this.#early = undefined;
    this.#all = early ?? (await readCommunities());
    return this.#all;
  }

  /** Where the map fetches a layer; the revision makes it fetch again when the layer changed. */
  layerAddress(layer: Layer, shape: "drawn" | "points" = "drawn"): string {
    // The map's worker has no page of its own, so the address must be whole.
    const address = new URL(`/api/communities/${this.#slug}/layers/${layer}`, location.href);
    if (shape !== "drawn") address.searchParams.set("as", shape);
    // A place says when it was inspected.
    const topics = layer === "places" ? [layer, "inspections"] : [layer];
    const revision = topics.flatMap((topic) => this.#revisions[topic] ?? []).join(".");
    if (revision !== "") address.searchParams.set("revision", revision);
    if (this.#attempts > 0) address.searchParams.set("attempt", String(this.#attempts));
    return address.href;
  }

  /** Goes to a community and listens to it. @returns its own undo */
  open(slug: string): () => void {
    this.#slug = slug;
    this.#coverage = undefined;
    this.#themes = undefined;
    this.#revisions = {};
    this.#problem = undefined;
    void this.#refresh(slug);
    return this.#listen(slug);
  }

  /** Asks for everything again after a failure. */
  retry(): void {
    this.#problem = undefined;
    this.#attempts += 1;
    if (!this.#isLive) this.#reconnect?.();
    if (this.#slug) void this.#refresh(this.#slug);
  }

  async #refresh(slug: string): Promise<void> {
    try {
      const [coverage, themes] = await Promise.all([readCoverage(slug), readThemes(slug)]);
      if (this.#slug !== slug) return;
      this.#coverage = coverage;
      this.#themes = themes;
    } catch (error) {
      if (this.#slug === slug) this.#problem = error as ApiProblem;
    }
  }

  /** The browser itself reconnects a lost stream; its first message tells what was missed. */
  #listen(slug: string): () => void {
    let stream: EventSource;
    let known: Record<string, number> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const hear = (event: MessageEvent<string>) => {
      const { revisions } = JSON.parse(event.data) as { revisions: Record<string, number> };
      const changed = Object.entries(revisions).filter(
        ([layer, revision]) => known !== undefined && revision !== known[layer],
      );
      known = { ...known, ...revisions };
      if (changed.length === 0) return;
      this.#revisions = { ...this.#revisions, ...Object.fromEntries(changed) };
      // Inspections are in no layer, but coverage counts them.
      if (
        changed.some(([topic]) => topic === "inspections" || !LAYERS_OF_THEIR_OWN.includes(topic))
      ) {
        void this.#refresh(slug);
      }
    };
    const connect = () => {
      clearTimeout(again);
      stream = new EventSource(`/api/communities/${encodeURIComponent(slug)}/events`);
      stream.onopen = () => (this.#isLive = true);
      stream.onerror = () => {
        this.#isLive = false;
        if (stream.readyState !== EventSource.CLOSED) return;
        // The browser gives up at a refusal: the session or the duty is over, or the server is busy.
        const refused = stream;
        void this.onclosed().then((isWorthIt) => {
          if (isWorthIt && !isLeft && stream === refused) again = setTimeout(connect, RECONNECT_MS);
        });
      };
      stream.addEventListener("layers", hear);
    };
    connect();
    this.#reconnect = () => {
      stream.close();
      connect();
    };
    return () => {
      isLeft = true;
      clearTimeout(again);
      this.#reconnect = undefined;
      stream.close();
      this.#isLive = false;
    };
  }
}

export async function readCommunities(): Promise<CommunitySummary[]> {
  const response = await api.communities.$get();
  return response.json();
}

async function readCoverage(slug: string): Promise<Coverage> {
  const response = await api.communities[":slug"].coverage.$get({ param: { slug } });
  return response.json();
}

async function readThemes(slug: string) {
  const response = await api.communities[":slug"].themes.$get({ param: { slug } });
  return response.json();
}
