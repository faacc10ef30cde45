import type { DutyRow, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import type { Slip } from "./slips.ts";

export type AccountChange = "renew" | "close" | "reopen";

/** What is being filled in: one dialog at a time. */
export type Form =
  | { kind: "add-person" }
  | { kind: "edit-person"; person: PersonSummary }
  | { kind: "give-duty"; person: PersonSummary }
  | { kind: "fill-post"; post: PostRow }
  | { kind: "edit-duty"; person: PersonSummary; duty: DutyRow }
  | { kind: "end-duty"; person: PersonSummary; duty: DutyRow }
  | { kind: "leave"; person: PersonSummary; duty: DutyRow }
  | { kind: "give-account"; person: PersonSummary }
  | { kind: "change-account"; person: PersonSummary; change: AccountChange }
  | { kind: "password"; slip: Slip }
  | { kind: "import" };
