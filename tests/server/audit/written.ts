import { eq } from "drizzle-orm";
import type { AuditPage } from "#data/model/answers/audit.ts";
import { communities, households } from "#data/schema/index.ts";
import type { Asker, TestServer } from "../harness.ts";

export const BASE = "/api/communities/hongqi";
export const ASKED = { what: "both", reason: "上门走访" };

/** A page of the audit as somebody reads it. @throws for any answer but a 200 */
export async function readAudit(asker: Asker, query = "", path = `${BASE}/audit`) {
  const response = await asker.get(`${path}${query}`);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as AuditPage;
}

export async function communityIdOf({ ctx }: TestServer, slug: string): Promise<string> {
  const [row] = await ctx.db.select().from(communities).where(eq(communities.slug, slug));
  return row!.id;
}

/** Any household of hongqi. */
export async function anyHousehold(server: TestServer) {
  const communityId = await communityIdOf(server, "hongqi");
  const [row] = await server.ctx.db
    .select()
    .from(households)
    .where(eq(households.communityId, communityId))
    .orderBy(households.id)
    .limit(1);
  return row!;
}
