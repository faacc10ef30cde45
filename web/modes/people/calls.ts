import type {
  AccountRequest,
  DutyChange,
  DutyEnd,
  LeaveChange,
  NewDuty,
  NewLeave,
  NewPerson,
  PersonChange,
} from "#data/model/answers/people.ts";
import { api } from "#web/api.ts";

const community = api.communities[":slug"];

/** Who a call is about: the community, and the row in it. */
export interface RowPath {
  slug: string;
  id: string;
}

export async function listPeople(slug: string, signal: AbortSignal) {
  return (await community.people.$get({ param: { slug } }, { init: { signal } })).json();
}

/** Posts that nobody holds today. */
export async function listVacantPosts(slug: string, signal: AbortSignal) {
  return (await community.posts.$get({ param: { slug } }, { init: { signal } })).json();
}

export async function readPerson(param: RowPath, signal: AbortSignal) {
  return (await community.people[":id"].$get({ param }, { init: { signal } })).json();
}

export async function addPerson(slug: string, json: NewPerson) {
  return (await community.people.$post({ param: { slug }, json })).json();
}

export async function changePerson(param: RowPath, json: PersonChange) {
  return (await community.people[":id"].$patch({ param, json })).json();
}

export async function giveDuty(slug: string, json: NewDuty) {
  return (await community.duties.$post({ param: { slug }, json })).json();
}

export async function changeDuty(param: RowPath, json: DutyChange) {
  return (await community.duties[":id"].$patch({ param, json })).json();
}

export async function endDuty(param: RowPath, json: DutyEnd) {
  return (await community.duties[":id"].end.$post({ param, json })).json();
}

export async function addLeave(slug: string, json: NewLeave) {
  return (await community.leaves.$post({ param: { slug }, json })).json();
}

export async function changeLeave(param: RowPath, json: LeaveChange) {
  return (await community.leaves[":id"].$patch({ param, json })).json();
}

export async function cancelLeave(param: RowPath, version: number) {
  return (await community.leaves[":id"].cancel.$post({ param, json: { version } })).json();
}

export async function giveAccount(param: RowPath, json: AccountRequest) {
  return (await community.people[":id"].account.$post({ param, json })).json();
}

export async function renewPassword(param: RowPath) {
  return (await community.people[":id"].account.password.$post({ param })).json();
}

export async function closeAccount(param: RowPath, reason: string) {
  return (await community.people[":id"].account.close.$post({ param, json: { reason } })).json();
}

export async function reopenAccount(param: RowPath) {
  return (await community.people[":id"].account.open.$post({ param })).json();
}

/** The address of the present roster as a spreadsheet. */
export function rosterAddress(slug: string): string {
  return `/api/communities/${encodeURIComponent(slug)}/people.xlsx`;
}

/** A sign-in name that nobody has. */
export async function suggestUsername(param: RowPath): Promise<string> {
  const response = await community.people[":id"].account.suggestion.$get({ param });
  return (await response.json()).username;
}

/** Reads a roster's file; what the community has already is left as it is. */
export async function importRoster(slug: string, file: File, isTrial: boolean) {
  const response = await community.people.import.$post({
    param: { slug },
    form: { file, dryRun: isTrial ? "true" : "false", onProblems: "skip" },
  });
  return response.json();
}
