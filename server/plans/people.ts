import { and, eq } from "drizzle-orm";
import type { Capacity, PlanPerson } from "#data/model/answers/planPeople.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import { isCurrent } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { HELD_PLACE_TYPES, POST_ROLES } from "#data/model/plans.ts";
import { capacities, people } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";

const byName = new Intl.Collator("zh-CN", { numeric: true });

/**
 * Everybody who can be given a post, with the posts they hold, and whether they are away.
 * @param on ISO date; today where it is left out
 * @throws Problem not-your-duty
 */
export async function listPlanPeople(ctx: Ctx, slug: string, on?: string): Promise<PlanPerson[]> {
  const { resident } = await openCommunity(ctx, slug, "plan");
  const { bundle } = resident;
  const rows = await look(ctx, ({ db }) =>
    db.select().from(capacities).where(eq(capacities.communityId, bundle.community.id)),
  );
  const capacitiesOf = groupBy(rows, ({ personId }) => personId);
  const posts =
    on === undefined || on === resident.today
      ? resident.keepToday("posts by person", (today) => postsByPerson(resident, today))
      : postsByPerson(resident, on);
  return bundle.people
    .map(({ id, name }) => ({
      ...{ id, name },
      posts: posts.get(id) ?? [],
      capacities: (capacitiesOf.get(id) ?? []).map(({ role, load }) => ({ role, load })),
    }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

type HeldPost = PlanPerson["posts"][number] & { personId: string };

function postsByPerson(resident: Resident, day: string): Map<string, PlanPerson["posts"]> {
  const { bundle } = resident;
  const persons = new Map(bundle.people.map((person) => [person.id, person]));
  const placeName = namesOfPlaces(resident);
  const leavesOf = groupBy(
    bundle.leaves.filter((leave) => isCurrent(leave, day)),
    ({ dutyId }) => dutyId,
  );
  const held = bundle.duties.flatMap((duty): HeldPost[] => {
    const role = POST_ROLES.find((candidate) => candidate === duty.role);
    const placeType = HELD_PLACE_TYPES.find((candidate) => candidate === duty.placeType);
    if (!role || !placeType || !duty.personId || !isCurrent(duty, day)) return [];
    const leave = leavesOf.get(duty.id)?.[0];
    const standIn: Named | undefined = persons.get(leave?.standInId ?? "");
    const post = { role, placeType, placeId: duty.placeId };
    return [
      {
        ...post,
        personId: duty.personId,
        placeName: placeName(post.placeId),
        isOnLeave: leave !== undefined,
        onLeaveUntil: leave?.endsOn ?? null,
        standIn: standIn ? { id: standIn.id, name: standIn.name } : null,
      },
    ];
  });
  return new Map(
    Array.from(
      groupBy(held, ({ personId }) => personId),
      ([personId, posts]) => [personId, posts.map(({ personId: _, ...post }) => post)],
    ),
  );
}

/** 第一网格, 晨光小区 3号楼; empty for what is gone. */
export function namesOfPlaces(resident: Resident): (placeId: string) => string {
  const names = resident.keep("names of places", () => {
    const { bundle, grids, microGrids } = resident;
    const compounds = new Map(bundle.compounds.map(({ id, name }) => [id, name]));
    const buildings = bundle.buildings.map(({ id, name, compoundId }): [string, string] => [
      id,
      [compounds.get(compoundId ?? ""), name].filter(Boolean).join(" "),
    ]);
    const named = [...grids, ...microGrids, ...bundle.compounds].map(
      ({ id, name }): [string, string] => [id, name],
    );
    return new Map([...buildings, ...named]);
  });
  return (placeId) => names.get(placeId) ?? "";
}

/** How much load somebody can take in a role; null takes the community's own limit. @throws Problem no-such-thing */
export async function setCapacity(
  ctx: Ctx,
  slug: string,
  personId: string,
  { role, load }: Capacity,
): Promise<Capacity> {
  const { communityId } = requireDuty(ctx, "plan", slug);
  return transact(ctx, async (ctx) => {
    const isPerson = and(eq(people.communityId, communityId), eq(people.id, personId));
    const [person] = await ctx.db.select({ id: people.id }).from(people).where(isPerson);
    if (!person) throw problems.noSuchThing("person", personId);
    const isIt = and(
      eq(capacities.communityId, communityId),
      eq(capacities.personId, personId),
      eq(capacities.role, role),
    );
    const [before] = await ctx.db.select().from(capacities).where(isIt);
    if (load === null) await ctx.db.delete(capacities).where(isIt);
    else {
      const target = [capacities.communityId, capacities.personId, capacities.role];
      await ctx.db
        .insert(capacities)
        .values({ communityId, personId, role, load })
        .onConflictDoUpdate({ target, set: { load } });
    }
    await writeAudit(ctx, {
      ...{ communityId, action: "capacity.change", subjectType: "person", subjectId: personId },
      from: { role, load: before?.load ?? null },
      to: { role, load },
    });
    return { role, load };
  });
}
