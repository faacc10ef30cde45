import type { ProposalRequest, ProposalStatus } from "#data/model/answers/proposals.ts";
import { api } from "#web/api.ts";

const proposals = api.communities[":slug"].plans[":id"].proposals;

/** The draft that is worked on. */
export interface DraftPath {
  slug: string;
  id: string;
}

/** All of these throw ApiProblem. */
export async function startProposal(
  param: DraftPath,
  json: ProposalRequest,
): Promise<ProposalStatus> {
  return (await proposals.$post({ param, json })).json();
}

export async function readProposal(draft: DraftPath, job: string): Promise<ProposalStatus> {
  return (await proposals[":job"].$get({ param: { ...draft, job } })).json();
}

/** Keeps the best so far. */
export async function cancelProposal(draft: DraftPath, job: string): Promise<void> {
  await proposals[":job"].$delete({ param: { ...draft, job } });
}
