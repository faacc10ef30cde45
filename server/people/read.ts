import type { DutyRow, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { isCurrent, type Period } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import type { Tx } from "../context.ts";
import { type NameOfPlace, readPlaceNames } from "./placeNames.ts";
import {
  type Chosen,
  type DutyColumns,
  type LeaveColumns,
  readDutyRows,
  readLeaveRows,
  readPersonRows,
  readToday,
} from "./rows.ts";

const byName = new Intl.Collator("zh-CN", { numeric: true });
const STATE_ORDER = ["current", "future", "ended"] as const;

/** People by name, each with account, duties and whom they stand in for. */
export async function readPeople(
  tx: Tx,
  communityId: string,
  chosen: Pick<Chosen, "personIds"> = {},
): Promise<PersonSummary[]> {
  const today = await readToday(tx, communityId);
  const persons = await readPersonRows(tx, communityId, chosen);
  const duties = await readDutyRows(tx, communityId, today, chosen);
  const leaves = await readLeaveRows(tx, communityId, today, chosen);
  const nameOf = await readPlaceNames(tx, communityId, [
    ...duties,
    ...leaves.map(({ duty }) => duty),
  ]);
  const leavesOf = groupBy(leaves, ({ dutyId }) => dutyId);
  const dutiesOf = groupBy(duties, ({ personId }) => personId);
  const standsInFor = groupBy(leaves, ({ standInId }) => standInId);
  return persons
    .map(({ id, name, phone, version, userId, username, isClosed }) => ({
      ...{ id, name, phone, version },
      account: userId && username ? { userId, username, isClosed: isClosed ?? false } : null,
      duties: (dutiesOf.get(id) ?? [])
        .map((duty) => dutyRow(duty, leavesOf.get(duty.id), nameOf, today))
        .sort(byState),
      standsInFor: (standsInFor.get(id) ?? []).map((leave) => standInRow(leave, nameOf)),
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** Duties with whoever holds them. */
export async function readPosts(
  tx: Tx,
  communityId: string,
  chosen: Pick<Chosen, "dutyIds"> = {},
): Promise<PostRow[]> {
  const today = await readToday(tx, communityId);
  const duties = await readDutyRows(tx, communityId, today, chosen);
  const leaves = await readLeaveRows(tx, communityId, today, chosen);
  const nameOf = await readPlaceNames(tx, communityId, duties);
  const leavesOf = groupBy(leaves, ({ dutyId }) => dutyId);
  return duties.map((duty) => ({
    ...dutyRow(duty, leavesOf.get(duty.id), nameOf, today),
    personId: duty.personId,
  }));
}

function dutyRow(
  { personId: _, ...duty }: DutyColumns,
  leaves: readonly LeaveColumns[] | undefined,
  nameOf: NameOfPlace,
  today: string,
): DutyRow {
  return {
    ...duty,
    placeName: nameOf(duty),
    state: stateOf(duty, today),
    leave: leaves?.[0] ? leaveRow(leaves[0]) : null,
  };
}

function leaveRow({ id, startsOn, endsOn, version, standInId, standInName }: LeaveColumns) {
  const standIn = standInId ? { id: standInId, name: standInName ?? "" } : null;
  return { id, startsOn, endsOn, standIn, version };
}

function standInRow({ dutyId, personName, duty, endsOn }: LeaveColumns, nameOf: NameOfPlace) {
  const { role } = duty;
  return { dutyId, role, personName: personName ?? "", placeName: nameOf(duty), until: endsOn };
}

function stateOf(period: Period, today: string): DutyRow["state"] {
  if (isCurrent(period, today)) return "current";
  return period.startsOn > today ? "future" : "ended";
}

function byState(a: DutyRow, b: DutyRow): number {
  const order = STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state);
  return order || (a.startsOn < b.startsOn ? -1 : 1);
}
