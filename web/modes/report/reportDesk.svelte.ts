import type { CommunityState } from "#web/state/community.svelte.ts";
import { keptFor } from "#web/state/keptFor.svelte.ts";
import type { OutboxItem } from "#web/state/outbox/item.ts";
import type { OutboxState } from "#web/state/outbox/outbox.svelte.ts";
import { ReportDraft } from "./reportDraft.svelte.ts";

/** What was just written: the next thing that is seen. */
interface Written {
  itemId: string;
  title: string;
}

/** The report that is being written; it stays while somebody looks something up elsewhere. */
export class ReportDesk {
  #draft: ReportDraft | undefined = $state.raw();
  #written: Written | undefined = $state.raw();

  readonly written: Written | undefined = $derived(this.#written);

  constructor(private readonly here: CommunityState) {
    $effect(() => {
      // An update of the product, or a slip of the hand: what is half written is on no disk yet.
      if (this.#draft?.isStarted) return askBeforeLeaving();
    });
  }

  get draft(): ReportDraft | undefined {
    return this.#draft?.slug === this.here.slug ? this.#draft : undefined;
  }

  begin(): void {
    this.#written = undefined;
    if (this.here.slug) this.#draft = new ReportDraft(this.here.slug);
  }

  /** Corrects what the server would not take. */
  async correct(outbox: OutboxState, item: OutboxItem): Promise<void> {
    const pictures = await outbox.pictures(item.id);
    this.#written = undefined;
    this.#draft = new ReportDraft(item.communitySlug, item, pictures);
  }

  /** @throws OutboxFull, OutboxClosed; the form keeps what it has */
  async send(outbox: OutboxState, title: string): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const letter = draft.letter(title);
    const { item, pictures } = draft;
    if (item) await outbox.correct(item.id, letter, pictures);
    const { id } = item ?? (await outbox.add(letter, pictures));
    this.#written = { itemId: id, title };
    this.#draft = undefined;
  }
}

/** @returns its own undo */
function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener("beforeunload", ask);
  return () => removeEventListener("beforeunload", ask);
}

/** As long as somebody is at work here. */
export const reportDeskOf = keptFor((here: CommunityState) => new ReportDesk(here));
