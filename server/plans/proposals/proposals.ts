import type { ProposalRequest, ProposalStatus } from "#data/model/answers/proposals.ts";
import type { Ctx } from "../../context.ts";
import { problems } from "../../problem.ts";
import { openPlan, openPlans } from "../openPlans.ts";
import { ProposalJobs } from "./jobs.ts";

const jobs = new ProposalJobs();

/**
 * Begins to work a proposal out; undefined where too many wait. It is an edit to take, which only a
 * draft can: of another plan a draft is made first. @throws Problem no-such-thing, plan-not-a-draft
 */
export async function startProposal(
  ctx: Ctx,
  slug: string,
  planId: string,
  { goal, seed }: ProposalRequest,
): Promise<ProposalStatus | undefined> {
  const open = await openPlans(ctx, slug, "plan");
  const { row, state } = await openPlan(ctx, open, planId);
  if (row.status !== "draft") throw problems.planNotADraft(row.status);
  const { settings } = open.resident.bundle.community;
  const userId = ctx.actor.kind === "person" ? ctx.actor.userId : ctx.actor.kind;
  return jobs.start({ communityId: open.communityId, planId, userId }, row.version, {
    ground: open.ground,
    state,
    goal,
    loadWeights: settings.loadWeights,
    settings,
    seed,
    key: `${planId}/${row.version}`,
  });
}

/** @throws Problem no-such-thing for a job of another plan, and one of another process */
export async function getProposal(
  ctx: Ctx,
  slug: string,
  planId: string,
  job: string,
): Promise<ProposalStatus> {
  const { communityId } = await openPlans(ctx, slug, "plan");
  const status = jobs.find({ communityId, planId }, job);
  if (!status) throw problems.noSuchThing("proposal", job);
  return status;
}

/** Stops it with the best so far. @throws Problem no-such-thing as above */
export async function cancelProposal(
  ctx: Ctx,
  slug: string,
  planId: string,
  job: string,
): Promise<void> {
  const { communityId } = await openPlans(ctx, slug, "plan");
  if (!jobs.cancel({ communityId, planId }, job)) throw problems.noSuchThing("proposal", job);
}
