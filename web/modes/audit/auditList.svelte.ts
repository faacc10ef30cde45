import type { AuditPage, AuditRow } from "#data/model/answers/audit.ts";
import { api } from "#web/api.ts";

/** What the server filters by; all of it may be left out. */
export interface AuditQuery {
  person?: string;
  action?: string;
  place?: string;
  from?: string;
}

/** Whose audit is read: a whole community's, or what one did oneself. */
export type AuditSource = { slug: string; query: AuditQuery } | "own";

/** Rows of the audit as they are scrolled to, newest first. */
export class AuditList {
  #rows: AuditRow[] = $state.raw([]);
  #names: Record<string, string> = $state.raw({});
  #before: string | null = $state.raw(null);
  #isReading = $state.raw(true);
  #problem: unknown = $state.raw();
  #source: AuditSource = "own";
  #turn = 0;

  readonly rows: AuditRow[] = $derived(this.#rows);
  /** Ids that stand in what changed, by name. */
  readonly names: Record<string, string> = $derived(this.#names);
  readonly hasMore: boolean = $derived(this.#before !== null);
  readonly isReading: boolean = $derived(this.#isReading);
  readonly problem: unknown = $derived(this.#problem);

  /** Starts anew from the newest. */
  async open(source: AuditSource): Promise<void> {
    this.#source = source;
    await this.#read(null);
  }

  async more(): Promise<void> {
    if (this.#before !== null && !this.#isReading) await this.#read(this.#before);
  }

  async #read(before: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.#isReading = true;
    this.#problem = undefined;
    try {
      const page = await readPage(this.#source, before);
      // Somebody chose another filter meanwhile.
      if (turn !== this.#turn) return;
      this.#rows = before === null ? page.rows : [...this.#rows, ...page.rows];
      this.#names = { ...this.#names, ...page.names };
      this.#before = page.before;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#problem = error;
    }
    this.#isReading = false;
  }
}

async function readPage(source: AuditSource, before: string | null): Promise<AuditPage> {
  const paging = before === null ? {} : { before };
  const response =
    source === "own"
      ? await api.me.audit.$get({ query: paging })
      : await api.communities[":slug"].audit.$get({
          param: { slug: source.slug },
          query: { ...source.query, ...paging },
        });
  return (await response.json()) as AuditPage;
}

/** Where the same rows are as a spreadsheet. */
export function sheetAddress(slug: string, query: AuditQuery, language: string): string {
  const words = new URLSearchParams({ ...query, language });
  return `/api/communities/${encodeURIComponent(slug)}/audit.xlsx?${words}`;
}
