import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { NewPerson, PersonChange, PersonSummary } from "#data/model/answers/people.ts";
import { people } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { readPeople } from "./read.ts";
import { PEOPLE_LAYERS } from "./layers.ts";

/** `isNew` is false where this request was sent before. */
export interface Saved<T> {
  row: T;
  isNew: boolean;
}

/** @throws Problem not-your-duty */
export async function createPerson(
  ctx: Ctx,
  slug: string,
  { id = uuidv7(), name, phone }: NewPerson,
): Promise<Saved<PersonSummary>> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const [made] = await ctx.db
      .insert(people)
      .values({ communityId, id, name, phone })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (made) {
      touch(ctx, communityId, PEOPLE_LAYERS);
      await writeAudit(ctx, {
        ...{ communityId, action: "person.create", subjectType: "person", subjectId: id },
        to: { name, phone },
      });
    }
    return { row: await personNow(ctx, communityId, id), isNew: made !== undefined };
  });
}

/** @throws Problem no-such-thing, stale-version */
export async function changePerson(
  ctx: Ctx,
  slug: string,
  id: string,
  change: PersonChange,
): Promise<PersonSummary> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const before = await personNow(ctx, communityId, id);
    const { version, name, phone } = change;
    const isMine = and(
      eq(people.communityId, communityId),
      eq(people.id, id),
      eq(people.version, version),
    );
    const [moved] = await ctx.db
      .update(people)
      .set({ name, phone, version: sql`${people.version} + 1` })
      .where(isMine)
      .returning({ id: people.id });
    const row = await personNow(ctx, communityId, id);
    if (!moved) throw problems.staleVersion(change, row);
    touch(ctx, communityId, PEOPLE_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "person.change", subjectType: "person", subjectId: id },
      from: { name: before.name, phone: before.phone },
      to: { name, phone },
    });
    return row;
  });
}

/** @throws Problem no-such-thing */
export async function personNow(ctx: Tx, communityId: string, id: string): Promise<PersonSummary> {
  const [person] = await readPeople(ctx, communityId, { personIds: [id] });
  if (!person) throw problems.noSuchThing("person", id);
  return person;
}
