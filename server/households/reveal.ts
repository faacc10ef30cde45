import { and, eq } from "drizzle-orm";
import type { Revealed, RevealAllowance, RevealWhat } from "#data/model/answers/reveal.ts";
import { households } from "#data/schema/index.ts";
import { type OpenCommunity, openCommunity } from "../access/openCommunity.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, look, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readAllowance, REVEAL_ACTION, takeTurn } from "./allowance.ts";

export interface RevealRequest {
  slug: string;
  householdId: string;
  what: RevealWhat;
  reason: string;
}

/**
 * A resident's name or phone in full. What is written down says who asked for what and why, never
 * what was answered.
 * @throws Problem not-your-duty, no-such-thing, too-many-reveals
 */
export async function revealHousehold(ctx: Ctx, request: RevealRequest): Promise<Revealed> {
  const { slug, householdId, what, reason } = request;
  const open = await openCommunity(ctx, slug, "reveal");
  requireReveal(open, householdId);
  const actor = requireSignedIn(ctx);
  const { id: communityId, settings } = open.resident.bundle.community;
  return transact(ctx, async (ctx) => {
    await takeTurn(ctx, actor);
    const { limit, left, retryAfterSeconds } = await readAllowance(
      ctx,
      actor,
      settings.revealsPerHour,
    );
    if (left === 0) throw problems.tooManyReveals(limit, retryAfterSeconds);
    const [row] = await ctx.db
      .select({ headName: households.headName, phone: households.phone })
      .from(households)
      .where(and(eq(households.communityId, communityId), eq(households.id, householdId)));
    if (!row) throw problems.noSuchThing("household", householdId);
    await writeAudit(ctx, {
      ...{ communityId, action: REVEAL_ACTION, reason },
      ...{ subjectType: "household", subjectId: householdId, to: { what } },
    });
    return {
      ...(what === "phone" ? {} : { headName: row.headName }),
      ...(what === "name" ? {} : { phone: row.phone }),
    };
  });
}

/** How often the actor may still have something shown in full. @throws Problem not-your-duty */
export async function getAllowance(ctx: Ctx, slug: string): Promise<RevealAllowance> {
  const { resident } = await openCommunity(ctx, slug, "reveal");
  const actor = requireSignedIn(ctx);
  const { revealsPerHour } = resident.bundle.community.settings;
  return look(ctx, (ctx) => readAllowance(ctx, actor, revealsPerHour));
}

/** Of a household out of sight nothing is said, not even that it exists. */
function requireReveal({ resident, sight }: OpenCommunity, householdId: string): void {
  const { households, dwellings } = resident.bundle;
  const household = households.find(({ id }) => id === householdId);
  if (!household) throw problems.noSuchThing("household", householdId);
  const { buildingId, dwellingId } = household;
  const entranceId = dwellings.find(({ id }) => id === dwellingId)?.entranceId;
  const unitId = entranceId ? sight.unitOf(entranceId, buildingId) : buildingId;
  if (sight.mayReveal(unitId)) return;
  throw sight.seesResidents(unitId)
    ? problems.notYourDuty("reveal")
    : problems.noSuchThing("household", householdId);
}
