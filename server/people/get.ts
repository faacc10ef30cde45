import type { PersonDetail, Reach } from "#data/model/answers/people.ts";
import { isCurrent, type DutyPlaceType, type Role } from "#data/model/duties.ts";
import { type Action, ACTIONS, mayRole } from "#data/model/permissions.ts";
import { reaches, requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { readPlaceNames } from "./placeNames.ts";
import { readPeople } from "./read.ts";
import { readDutyRows, readLeaveRows, readPersonRows, readToday } from "./rows.ts";

interface Held {
  role: Role;
  placeType: DutyPlaceType;
  placeId: string;
}

/** Somebody, and what they may see and do today. @throws Problem no-such-thing */
export async function getPerson(ctx: Ctx, slug: string, id: string): Promise<PersonDetail> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return look(ctx, async (ctx) => {
    const [summary] = await readPeople(ctx, communityId, { personIds: [id] });
    if (!summary) throw problems.noSuchThing("person", id);
    const isAdmin = await isAdministrator(ctx, communityId, id);
    const held = await readHeld(ctx, communityId, id);
    const whole: Held = { role: "admin", placeType: "community", placeId: communityId };
    const all = isAdmin ? [...held, whole] : held;
    return { ...summary, isAdmin, reach: await readReach(ctx, communityId, all) };
  });
}

async function isAdministrator(ctx: Tx, communityId: string, id: string): Promise<boolean> {
  const [row] = await readPersonRows(ctx, communityId, { personIds: [id] });
  return row?.accountRole === "admin" && row.isClosed === false;
}

/** The duties of today, those they stand in for included. */
async function readHeld(ctx: Tx, communityId: string, id: string): Promise<Held[]> {
  const today = await readToday(ctx, communityId);
  const chosen = { personIds: [id] };
  const own = await readDutyRows(ctx, communityId, today, chosen);
  const leaves = await readLeaveRows(ctx, communityId, today, chosen);
  const stoodIn = leaves
    .filter((leave) => leave.standInId === id && isCurrent(leave, today))
    .map(({ duty }) => duty);
  return [...own, ...stoodIn].filter((duty) => isCurrent(duty, today));
}

async function readReach(ctx: Tx, communityId: string, held: Held[]): Promise<Reach[]> {
  const nameOf = await readPlaceNames(ctx, communityId, held);
  const roles = [...new Set(held.map(({ role }) => role))];
  return ACTIONS.flatMap((action) =>
    roles
      .filter((role) => mayRole(role, action))
      .map((role) => ({ action, role, places: placesOf(held, role, action) }))
      .filter(({ places }) => places.length > 0)
      .map((reach) => ({
        ...reach,
        places: reach.places.map((place) => ({
          ...{ type: place.placeType, id: place.placeId, name: nameOf(place) },
        })),
      })),
  );
}

function placesOf(held: Held[], role: Role, action: Action): Held[] {
  const places = held.filter((duty) => duty.role === role && reaches(duty.placeType, action));
  return [
    ...new Map(places.map((place) => [`${place.placeType} ${place.placeId}`, place])).values(),
  ];
}
