/** Who is signed in: as long as it is kept, so is what they looked at. */
export const ME = "/api/me";

const COMMUNITY = "/api/communities/[^/]+";

/**
 * What may be kept on a phone: the ground, staff and hazards. Nothing with a resident's name or phone is
 * among it, nor where party members live; whatever is not named here is never kept. Of homes to visit only
 * one's own are there, by their doors: without them nobody could go and see.
 */
const KEPT: readonly RegExp[] = [
  "/api/communities",
  `${COMMUNITY}/layers/(?!party-households)[a-z-]+`,
  `${COMMUNITY}/(coverage|themes|hazards|hazard-lines|hazard-rules|checklists|my-targets|last-inspections|rounds)`,
  `${COMMUNITY}/hazards/[0-9a-f-]{36}`,
  `${COMMUNITY}/rounds/[0-9a-f-]{36}`,
].map((path) => new RegExp(`^${path}$`));

export function isKept({ pathname }: URL): boolean {
  return KEPT.some((path) => path.test(pathname));
}

export function isOfSession({ pathname }: URL): boolean {
  return /^\/api\/auth\/(sign-in|sign-out|revoke-sessions)/.test(pathname);
}

/** One answer a question: which revision of a layer it was does not make it another. */
export function keyOf(address: string): string {
  const url = new URL(address);
  for (const name of ["revision", "attempt"]) url.searchParams.delete(name);
  return url.href;
}
