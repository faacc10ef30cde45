import type { PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look } from "../context.ts";
import { readPeople, readPosts } from "./read.ts";

/** Everybody of a community. @throws Problem not-your-duty */
export async function listPeople(ctx: Ctx, slug: string): Promise<PersonSummary[]> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return look(ctx, (ctx) => readPeople(ctx, communityId));
}

/** Posts that nobody holds, today and to come. @throws Problem not-your-duty */
export async function listVacantPosts(ctx: Ctx, slug: string): Promise<PostRow[]> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  const posts = await look(ctx, (ctx) => readPosts(ctx, communityId));
  return posts.filter(({ personId, state }) => personId === null && state !== "ended");
}
