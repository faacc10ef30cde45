import { untrack } from "svelte";
import type {
  MyTargets,
  RoundDetail,
  RoundSummary,
  RoundTarget,
  RoundTargets,
} from "#data/model/answers/rounds.ts";
import type { TargetType } from "#data/model/inspections/kinds.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";
import { keptFor } from "#web/state/keptFor.svelte.ts";
import type { OutboxState } from "#web/state/outbox/outbox.svelte.ts";
import { readChecklists, readMyTargets, readRound, readRounds, readRoundTargets } from "./calls.ts";
import { InspectionDraft } from "./inspectionDraft.svelte.ts";
import { type GroundSubject, subjectOfGround, subjectOfTarget } from "./subject.ts";

interface OpenRound extends Pick<RoundTargets, "workers"> {
  round: RoundDetail;
  targets: readonly RoundTarget[];
}

/** Something of a round that is being made, as it was pressed on the map. */
export interface DrawnThing {
  /** Of a place or building. */
  id: string | null;
  name: string;
  /** Longitude first. */
  position: [number, number];
}

/** The inspections of the community on the map: what is to visit, the rounds, and the visit under way. */
export class InspectionDesk {
  #mine: MyTargets | undefined = $state.raw();
  #rounds: readonly RoundSummary[] | undefined = $state.raw();
  #open: OpenRound | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #draft: InspectionDraft | undefined = $state.raw();
  /** No state: what an effect undoes reads state as it was before. */
  #isVisiting = false;
  #outbox: OutboxState | undefined = $state.raw();
  /** Target → its item in the outbox: visited here, and not read back yet. */
  #sent: ReadonlyMap<string, string> = $state.raw(new Map());
  /** Done as far as this device knows: what waits for a network counts, what was refused does not. */
  readonly #visited: ReadonlySet<string> = $derived.by(() => {
    const items = this.#outbox?.items ?? [];
    const waiting = items.filter(
      ({ kind, state }) => kind === "inspection" && state !== "needs-you",
    );
    const refused = new Set(items.filter((item) => !waiting.includes(item)).map(({ id }) => id));
    const sent = [...this.#sent].flatMap(([targetId, id]) => (refused.has(id) ? [] : [targetId]));
    return new Set([...sent, ...waiting.map(({ body }) => String(body["targetId"]))]);
  });
  /** What the map shows; null: nothing. */
  #onMap: readonly RoundTarget[] | null = $state.raw(null);
  #lastWritten: string | null = $state.raw(null);

  /** What is chosen one by one for a round: a press on the map adds one, or takes it away. */
  drawing: { what: TargetType; things: readonly DrawnThing[] } | null = $state.raw(null);
  /** Targets that are about to be taken out of the round. */
  leaving: ReadonlySet<string> | null = $state.raw(null);

  readonly problem: unknown = $derived(this.#problem);
  readonly rounds: readonly RoundSummary[] | undefined = $derived(this.#rounds);
  readonly onMap: readonly RoundTarget[] = $derived(this.#onMap ?? []);
  readonly myRounds: readonly RoundDetail[] = $derived(this.#mine?.rounds ?? []);
  /** Undefined while they are read for the first time. */
  readonly myTargets: readonly RoundTarget[] | undefined = $derived.by(
    () => this.#mine && this.#withVisits(this.#mine.targets),
  );
  readonly open: OpenRound | undefined = $derived.by(
    () => this.#open && { ...this.#open, targets: this.#withVisits(this.#open.targets) },
  );
  /** The name of what was inspected last, until something else is opened. */
  readonly lastWritten: string | null = $derived(this.#lastWritten);

  constructor(private readonly here: CommunityState) {}

  get draft(): InspectionDraft | undefined {
    return this.#draft?.slug === this.here.slug ? this.#draft : undefined;
  }

  /** @returns its own undo */
  openMine(slug: string, outbox: OutboxState): () => void {
    this.#outbox = outbox;
    const sent = untrack(() => [...this.#sent].filter(([, id]) => !isWaiting(outbox, id)));
    return this.#during(async (signal) => {
      this.#mine = await readMyTargets(slug, signal);
      // What had arrived before it was asked is in the answer.
      const arrived = new Set(sent.map(([targetId]) => targetId));
      this.#sent = new Map([...this.#sent].filter(([id]) => !arrived.has(id)));
    });
  }

  /** @returns its own undo */
  openRounds(slug: string): () => void {
    return this.#during(async (signal) => {
      this.#rounds = await readRounds(slug, signal);
    });
  }

  /** @returns its own undo */
  openRound(slug: string, id: string): () => void {
    if (untrack(() => this.#open?.round.id) !== id) this.#open = undefined;
    return this.#during(async (signal) => {
      const [round, told] = await Promise.all([
        readRound(slug, id, signal),
        readRoundTargets(slug, id, signal),
      ]);
      this.#open = { round, ...told };
    });
  }

  /** @returns its own undo */
  show(targets: readonly RoundTarget[]): () => void {
    this.#onMap = targets;
    return () => {
      // Whoever inspects one sees where it is among the others.
      if (!this.#isVisiting) this.#onMap = null;
    };
  }

  /** Forgets what belongs to another community. */
  leave(): void {
    this.#mine = undefined;
    this.#rounds = undefined;
    this.#open = undefined;
    this.#problem = undefined;
    this.#onMap = null;
    this.drawing = null;
    this.leaving = null;
  }

  /** A visit to a target of a round; without the round's lines there is nothing to go by. */
  begin(targetId: string): void {
    const { slug } = this.here;
    const open = this.#open?.targets.find(({ id }) => id === targetId);
    const target = this.#mine?.targets.find(({ id }) => id === targetId) ?? open;
    const rounds = [...this.myRounds, ...(this.#open ? [this.#open.round] : [])];
    const round = rounds.find(({ id }) => id === target?.roundId);
    this.#lastWritten = null;
    if (slug && target && round && round.state === "running") {
      this.#visit(new InspectionDraft(slug, subjectOfTarget(target, round)));
    }
  }

  /** A visit from the card of a place or building: of the round that waits for it, or of none. */
  async beginAt(subject: GroundSubject): Promise<void> {
    const { slug } = this.here;
    this.#lastWritten = null;
    try {
      if (slug) await this.#beginAt(slug, subject);
    } catch (problem) {
      this.#problem = problem;
    }
  }

  async #beginAt(slug: string, subject: GroundSubject): Promise<void> {
    this.#mine ??= await readMyTargets(slug, new AbortController().signal);
    const waiting = this.myTargets?.find(
      ({ type, state, place, building }) =>
        type === subject.type &&
        state !== "done" &&
        (type === "place" ? place : building)?.id === subject.id,
    );
    if (waiting) return this.begin(waiting.id);
    const found = subjectOfGround(subject, (await readChecklists(slug)).lists);
    if (found) this.#visit(new InspectionDraft(slug, found));
  }

  /** Takes it among those that are left out of the round, or back. */
  leaveOrKeep(targetId: string): void {
    const next = new Set(this.leaving);
    if (!next.delete(targetId)) next.add(targetId);
    this.leaving = next;
  }

  drop(): void {
    this.#visit(undefined);
  }

  #visit(draft: InspectionDraft | undefined): void {
    this.#draft = draft;
    this.#isVisiting = draft !== undefined;
  }

  /** @throws OutboxFull, OutboxClosed; the form keeps what it has */
  async send(outbox: OutboxState, title: string): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const { id } = await outbox.add(draft.letter(title), draft.pictures);
    const { targetId, name } = draft.subject;
    if (targetId) this.#sent = new Map([...this.#sent, [targetId, id]]);
    this.#lastWritten = name;
    this.drop();
  }

  #withVisits(targets: readonly RoundTarget[]): readonly RoundTarget[] {
    if (this.#visited.size === 0) return targets;
    return targets.map((target) =>
      this.#visited.has(target.id) ? { ...target, state: "done" as const } : target,
    );
  }

  #during(work: (signal: AbortSignal) => Promise<void>): () => void {
    const abort = new AbortController();
    work(abort.signal).then(
      () => (this.#problem = undefined),
      (problem: unknown) => {
        if (!abort.signal.aborted) this.#problem = problem;
      },
    );
    return () => abort.abort();
  }
}

function isWaiting(outbox: OutboxState, itemId: string): boolean {
  return outbox.items.some(({ id }) => id === itemId);
}

/** As long as somebody is at work here. */
export const inspectionDeskOf = keptFor((here: CommunityState) => new InspectionDesk(here));
