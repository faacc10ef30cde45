import type { PersonOnDuty } from "#data/model/answers/responsibility.ts";
import type { DutyPlaceType, Role } from "#data/model/duties.ts";
import { isCurrent } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import type { Resident } from "./resident.ts";

/** Everybody with a duty at a place today, and its vacant posts, as the cards show them. */
export function onDutyAt(
  resident: Resident,
  placeType: DutyPlaceType,
  placeId: string,
  roles: readonly Role[],
): PersonOnDuty[] {
  const { bundle, today } = resident;
  const duties = resident.keep("duties by place", () =>
    groupBy(bundle.duties, (duty) => `${duty.placeType} ${duty.placeId}`),
  );
  const people = resident.keep("people", () => new Map(bundle.people.map((p) => [p.id, p])));
  const leaves = resident.keep("leaves by duty", () =>
    groupBy(bundle.leaves, ({ dutyId }) => dutyId),
  );
  return (duties.get(`${placeType} ${placeId}`) ?? [])
    .filter((duty) => roles.includes(duty.role) && isCurrent(duty, today))
    .map(({ id, role, personId }) => {
      const person = people.get(personId ?? "");
      const leave = leaves.get(id)?.find((leave) => isCurrent(leave, today));
      const standIn = people.get(leave?.standInId ?? "");
      const answers = standIn ?? person;
      return {
        dutyId: id,
        role,
        state: !person ? "vacant" : standIn ? "stand-in" : leave ? "on-leave" : "present",
        name: answers?.name ?? null,
        phone: answers?.phone ?? null,
        standInFor: standIn ? (person?.name ?? null) : null,
        until: leave?.endsOn ?? null,
      };
    });
}
