import { hashPassword } from "better-auth/crypto";
import type { RosterReport } from "#data/model/answers/people.ts";
import type { RosterPlan } from "#data/model/roster/merge.ts";
import type { RosterReading } from "#data/model/roster/rows.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { randomPassword } from "../accounts/first.ts";
import { takenUsernames, withAccounts } from "../accounts/manage.ts";
import { type Ctx, look } from "../context.ts";
import { problems } from "../problem.ts";
import { readRosterFile } from "./readRosterFile.ts";
import { rosterPlan } from "./rosterPlan.ts";
import { storeRoster } from "./storeRoster.ts";

export interface RosterRequest {
  bytes: Uint8Array;
  /** Says what would be done, and does nothing. */
  isDryRun: boolean;
  /** "refuse": nothing is taken in while a row has a problem; "skip": those rows are left out. */
  onProblems: "refuse" | "skip";
}

/** Told on the screen once each; and a password takes a tenth of a second to hash. */
const MOST_ACCOUNTS = 300;
const MOST_CHANGES = 200;

/**
 * Takes in a roster: people, duties, accounts, in one transaction or not at all.
 * @throws Problem too-large, unreadable-roster
 */
export async function importRoster(
  ctx: Ctx,
  slug: string,
  { bytes, isDryRun, onProblems }: RosterRequest,
): Promise<RosterReport> {
  const { resident } = await openCommunity(ctx, slug, "manage-people");
  const reading = await readRosterFile(bytes, resident.today);
  const usernames = await takenUsernames(ctx.database);
  const preview = await look(ctx, (ctx) => rosterPlan(ctx, resident, reading, usernames));
  if (preview.accounts.length > MOST_ACCOUNTS) {
    throw problems.unreadableRoster("too-many-accounts", MOST_ACCOUNTS);
  }
  const isRefused = onProblems === "refuse" && preview.problems.length > 0;
  if (isDryRun || isRefused) return reportOf(reading, preview);
  const credentials = await makePasswords(preview);
  return withAccounts(ctx, async (owner, asActor) => {
    // Again: somebody may have written since.
    const taken = await takenUsernames(owner);
    const plan = await asActor((ctx) => rosterPlan(ctx, resident, reading, taken));
    if (onProblems === "refuse" && plan.problems.length > 0) return reportOf(reading, plan);
    const accounts = plan.accounts.flatMap((account) => {
      const credential = credentials.get(account.username);
      return credential ? [{ ...account, ...credential }] : [];
    });
    await storeRoster(owner, asActor, resident.bundle.community.id, { plan, accounts });
    const passwords = accounts.map(({ name, username, password }) => ({
      ...{ name, username, password },
    }));
    return { ...reportOf(reading, plan), isStored: true, passwords };
  });
}

async function makePasswords({ accounts }: RosterPlan) {
  const made = accounts.map(async ({ username }) => {
    const password = randomPassword();
    return [username, { password, passwordHash: await hashPassword(password) }] as const;
  });
  return new Map(await Promise.all(made));
}

function reportOf({ total }: RosterReading, plan: RosterPlan): RosterReport {
  return {
    rows: total,
    people: plan.people.length,
    duties: plan.duties.length,
    accounts: plan.accounts.length,
    leftOut: new Set(plan.problems.map(({ row }) => row)).size,
    isStored: false,
    problems: plan.problems,
    changes: plan.changes.slice(0, MOST_CHANGES),
    passwords: [],
  };
}
