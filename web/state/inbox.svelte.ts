import type { NoticeAnswer, NoticesAnswer } from "#data/model/answers/notices.ts";
import { api } from "#web/api.ts";

/** What the reader is to know of the hazards of one community. */
export class Inbox {
  #slug: string | null = null;
  #notices: readonly NoticeAnswer[] | undefined = $state.raw();
  #unread = $state.raw(0);
  #problem: unknown = $state.raw();

  /** Newest first; undefined as long as that is not known. */
  readonly notices: readonly NoticeAnswer[] | undefined = $derived(this.#notices);
  readonly unread: number = $derived(this.#unread);
  readonly problem: unknown = $derived(this.#problem);

  /** Reads them, also anew. @returns its own undo, after which no answer counts */
  open(slug: string): () => void {
    if (slug !== this.#slug) this.#show({ unread: 0, notices: undefined });
    this.#slug = slug;
    let isWanted = true;
    void read(slug).then(
      (answer) => isWanted && this.#show(answer),
      (problem: unknown) => isWanted && (this.#problem = problem),
    );
    return () => (isWanted = false);
  }

  /** One that was seen, or all. What cannot be said to the server now is unread again next time. */
  async markRead(id: string | "all"): Promise<void> {
    const slug = this.#slug;
    const now = new Date().toISOString();
    const isMeant = (notice: NoticeAnswer) =>
      notice.readAt === null && (id === "all" || notice.id === id);
    if (slug === null || (id !== "all" && !this.#notices?.some(isMeant))) return;
    this.#show({
      unread: id === "all" ? 0 : this.#unread - 1,
      notices: this.#notices?.map((each) => (isMeant(each) ? { ...each, readAt: now } : each)),
    });
    const json = id === "all" ? { all: true as const } : { ids: [id] };
    const answer = await api.communities[":slug"].notices.read
      .$post({ param: { slug }, json })
      .catch(() => undefined);
    if (!answer || slug !== this.#slug) return;
    this.#unread = ((await answer.json()) as { unread: number }).unread;
  }

  #show({ unread, notices }: { unread: number; notices?: readonly NoticeAnswer[] | undefined }) {
    this.#unread = unread;
    this.#notices = notices;
    this.#problem = undefined;
  }
}

async function read(slug: string): Promise<NoticesAnswer> {
  const response = await api.communities[":slug"].notices.$get({ param: { slug } });
  return (await response.json()) as NoticesAnswer;
}
