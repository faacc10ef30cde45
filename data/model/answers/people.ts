import { z } from "zod";
import { DUTY_PLACE_TYPES, ROLES } from "../duties.ts";
import { ACTIONS } from "../permissions.ts";
import { ROSTER_PROBLEMS } from "../roster/problems.ts";
import { Named } from "./responsibility.ts";

/** First or last day, ISO date. */
export const Day = z.iso.date();
/** The row that was read, which a change is made to. */
const version = z.int().min(1);

export const DUTY_STATES = ["current", "future", "ended"] as const;

export const LeaveRow = z.object({
  id: z.uuid(),
  startsOn: Day,
  endsOn: Day.nullable(),
  standIn: Named.nullable(),
  version,
});
export type LeaveRow = z.infer<typeof LeaveRow>;

export const DutyRow = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLES),
    placeType: z.enum(DUTY_PLACE_TYPES),
    placeId: z.uuid(),
    placeName: z.string(),
    startsOn: Day,
    endsOn: Day.nullable(),
    state: z.enum(DUTY_STATES),
    version,
    /** The leave of today, else the next one. */
    leave: LeaveRow.nullable(),
  })
  .meta({ id: "DutyRow" });
export type DutyRow = z.infer<typeof DutyRow>;

/** A duty with whoever holds it; null in a post that nobody holds. */
export const PostRow = DutyRow.extend({ personId: z.uuid().nullable() }).meta({ id: "PostRow" });
export type PostRow = z.infer<typeof PostRow>;

export const StandInRow = z.object({
  dutyId: z.uuid(),
  personName: z.string(),
  role: z.enum(ROLES),
  placeName: z.string(),
  until: Day.nullable(),
});
export type StandInRow = z.infer<typeof StandInRow>;

export const PersonAccount = z.object({
  userId: z.uuid(),
  username: z.string(),
  isClosed: z.boolean(),
});
export type PersonAccount = z.infer<typeof PersonAccount>;

export const PersonSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    phone: z.string().nullable(),
    version,
    /** With what they sign in; null where they do not. */
    account: PersonAccount.nullable(),
    /** Of today and to come first, then those that ended within a year. */
    duties: z.array(DutyRow),
    /** In whose place they stand today or will. */
    standsInFor: z.array(StandInRow),
  })
  .meta({ id: "PersonSummary" });
export type PersonSummary = z.infer<typeof PersonSummary>;

/** What somebody may do today, by which role, and where. */
export const Reach = z.object({
  action: z.enum(ACTIONS),
  role: z.enum(ROLES),
  places: z.array(Named.extend({ type: z.enum(DUTY_PLACE_TYPES) })),
});
export type Reach = z.infer<typeof Reach>;

export const PersonDetail = PersonSummary.extend({
  /** In the order of `ACTIONS`. */
  reach: z.array(Reach),
  isAdmin: z.boolean(),
}).meta({ id: "PersonDetail" });
export type PersonDetail = z.infer<typeof PersonDetail>;

const ONE_LINE = /^\P{Cc}*$/u;
const name = z.string().trim().min(1).max(80).regex(ONE_LINE);
const phone = z.string().trim().min(1).max(40).regex(ONE_LINE).nullable();
const reason = z.string().trim().min(1).max(200).regex(ONE_LINE);

/** `id` is made by the client, so that a request sent twice makes one row. */
export const NewPerson = z.object({ id: z.uuid().optional(), name, phone });
export type NewPerson = z.infer<typeof NewPerson>;

export const PersonChange = z.object({ version, name, phone });
export type PersonChange = z.infer<typeof PersonChange>;

export const NewDuty = z.object({
  id: z.uuid().optional(),
  personId: z.uuid().nullable(),
  role: z.enum(ROLES),
  placeType: z.enum(DUTY_PLACE_TYPES),
  placeId: z.uuid(),
  startsOn: Day,
  endsOn: Day.nullable(),
});
export type NewDuty = z.infer<typeof NewDuty>;

export const DutyChange = z.object({
  version,
  personId: z.uuid().nullable(),
  startsOn: Day,
  endsOn: Day.nullable(),
});
export type DutyChange = z.infer<typeof DutyChange>;

export const DutyEnd = z.object({ version, endsOn: Day, reason });
export type DutyEnd = z.infer<typeof DutyEnd>;

export const NewLeave = z.object({
  id: z.uuid().optional(),
  dutyId: z.uuid(),
  startsOn: Day,
  endsOn: Day.nullable(),
  standInId: z.uuid().nullable(),
});
export type NewLeave = z.infer<typeof NewLeave>;

export const LeaveChange = NewLeave.omit({ id: true, dutyId: true }).extend({ version });
export type LeaveChange = z.infer<typeof LeaveChange>;

export const LeaveCancellation = z.object({ version });
export type LeaveCancellation = z.infer<typeof LeaveCancellation>;

/** Told this once; the server keeps a hash. */
export const Password = z.object({ password: z.string() }).meta({ id: "Password" });
export type Password = z.infer<typeof Password>;

/** `password` is null where an account that was there already was linked. */
export const GivenAccount = z
  .object({ username: z.string(), password: z.string().nullable() })
  .meta({ id: "GivenAccount" });
export type GivenAccount = z.infer<typeof GivenAccount>;

export const AccountRequest = z.object({
  username: z.string().trim().min(1).max(64),
  /** Link the account of this name that is there already: an administrator alone. */
  link: z.boolean().optional(),
});
export type AccountRequest = z.infer<typeof AccountRequest>;

export const SuggestedUsername = z
  .object({ username: z.string() })
  .meta({ id: "SuggestedUsername" });
export type SuggestedUsername = z.infer<typeof SuggestedUsername>;

export const Reason = z.object({ reason });
export type Reason = z.infer<typeof Reason>;

/** For the administrator: an account, and the communities it is somebody in. */
export const AccountRow = z
  .object({
    userId: z.uuid(),
    username: z.string(),
    name: z.string(),
    isAdmin: z.boolean(),
    isClosed: z.boolean(),
    isSample: z.boolean(),
    communities: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        personId: z.uuid(),
        roles: z.array(z.enum(ROLES)),
      }),
    ),
  })
  .meta({ id: "AccountRow" });
export type AccountRow = z.infer<typeof AccountRow>;

export const AdminChange = z.object({ isAdmin: z.boolean(), reason });
export type AdminChange = z.infer<typeof AdminChange>;

/** What a row of a roster does. `here`: the community has it already. */
const RowEffect = z.enum(["new", "here"]);

export const RosterReport = z
  .object({
    /** Rows with something in them, below the names of the columns. */
    rows: z.int(),
    /** New ones; what the community has already is not counted. */
    people: z.int(),
    duties: z.int(),
    accounts: z.int(),
    /** Rows that are left out for their problems. */
    leftOut: z.int(),
    isStored: z.boolean(),
    /** `row` as the spreadsheet counts it; `column` as the file calls it, null for the whole row. */
    problems: z.array(
      z.object({
        row: z.int(),
        column: z.string().nullable(),
        kind: z.enum(ROSTER_PROBLEMS),
        value: z.string().nullable(),
      }),
    ),
    /** At most 200 rows, for the eye. */
    changes: z.array(
      z.object({
        row: z.int(),
        name: z.string().nullable(),
        person: RowEffect.nullable(),
        role: z.enum(ROLES).nullable(),
        placeName: z.string().nullable(),
        duty: RowEffect.nullable(),
        username: z.string().nullable(),
      }),
    ),
    /** Passwords of the accounts that were made, told this once; empty in a dry run. */
    passwords: z.array(z.object({ name: z.string(), username: z.string(), password: z.string() })),
  })
  .meta({ id: "RosterReport" });
export type RosterReport = z.infer<typeof RosterReport>;
