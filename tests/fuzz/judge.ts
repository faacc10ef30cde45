import { ne } from "drizzle-orm";
import { communities } from "#data/schema/index.ts";
import type { FuzzProduct } from "./product.ts";
import { fingerprintOf, idsOf } from "./rows.ts";
import type { FuzzAnswer, FuzzRequest } from "./send.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Longer than the busiest machine takes for anything of the samples. */
const TOO_LONG_MS = 10_000;

/** Says what no answer may be. */
export class Judge {
  readonly findings: string[] = [];
  slowestMs = 0;
  /** An id that was written may since be that of a row of their own: keys begin with the community. */
  readonly #written = new Set<string>();

  private constructor(
    private readonly product: FuzzProduct,
    private readonly foreignIds: ReadonlySet<string>,
    private readonly prints: Map<string, Map<string, string>>,
  ) {}

  static async before(product: FuzzProduct): Promise<Judge> {
    const { ctx } = product;
    const foreign = await ctx.database.db
      .select()
      .from(communities)
      .where(ne(communities.slug, "hongqi"));
    const ids = new Set<string>();
    const prints = new Map<string, Map<string, string>>();
    for (const { id } of foreign) {
      for (const foreignId of await idsOf(ctx, id)) ids.add(foreignId);
      prints.set(id, await fingerprintOf(ctx, id));
    }
    return new Judge(product, ids, prints);
  }

  look(request: FuzzRequest, { status, text, milliseconds }: FuzzAnswer): void {
    const what = `${request.method} ${request.path.slice(0, 200)}`;
    this.slowestMs = Math.max(this.slowestMs, milliseconds);
    if (status >= 500 && status !== 503)
      this.findings.push(`${status} ${what} ${request.sent.slice(0, 300)}`);
    if (status === 0) this.findings.push(`no answer: ${what}`);
    if (milliseconds > TOO_LONG_MS) this.findings.push(`${Math.round(milliseconds)} ms: ${what}`);
    if (status >= 300) return;
    if (request.method !== "GET") {
      for (const id of request.sent.match(UUID) ?? []) this.#written.add(id);
    }
    const told = text.match(UUID)?.find((id) => this.foreignIds.has(id) && !this.#written.has(id));
    if (told) this.findings.push(`tells of ${told}: ${what}`);
  }

  /** Nothing of another community has changed. */
  async after(): Promise<void> {
    for (const [id, before] of this.prints) {
      const after = await fingerprintOf(this.product.ctx, id);
      for (const [table, print] of before) {
        if (after.get(table) !== print) this.findings.push(`${table} of ${id} has changed`);
      }
    }
  }
}
