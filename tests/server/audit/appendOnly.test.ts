import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asRole } from "#server/context.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { anyHousehold, ASKED, BASE } from "./written.ts";

/** What the database says to a statement of somebody's request. */
async function tryAs({ ctx, actorOf }: TestServer, username: string, statement: SQL) {
  const { userId } = await actorOf(username);
  const settings = { "getu.actor": userId };
  return asRole({ db: ctx.db, role: "getu_app", settings, mode: "write" }, (db) =>
    db.execute(statement),
  ).then(
    () => "done",
    (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
  );
}

test(
  "nobody's request changes or removes what was written down, not even their own",
  inRollback(async (server) => {
    const { id } = await anyHousehold(server);
    await server.as("hongqi.secretary").post(`${BASE}/households/${id}/reveal`, ASKED);
    for (const username of ["hongqi.secretary", "admin"]) {
      const change = await tryAs(server, username, sql`UPDATE audit SET reason = 'other'`);
      expect(change).toMatch(/permission denied/);
      const removal = await tryAs(server, username, sql`DELETE FROM audit`);
      expect(removal).toMatch(/permission denied/);
      expect(await tryAs(server, username, sql`TRUNCATE audit`)).toMatch(/permission denied/);
    }
  }),
);

test(
  "nobody writes in another's name, nor as the program, nor into a community they have no duty in",
  inRollback(async (server) => {
    const { communityId } = await anyHousehold(server);
    const me = await server.actorOf("hongqi.worker1");
    const other = await server.actorOf("hongqi.secretary");
    const foreign = await server.actorOf("xinyuan.worker1");
    const row = (actorId: string | null, id: number) => sql`
      INSERT INTO audit (community_id, id, actor_id, actor_name, action, subject_type, subject_id)
      VALUES (${communityId}, ${`00000000-0000-7000-8000-00000000000${id}`}, ${actorId}, 'x',
        'household.reveal', 'household', ${communityId})`;
    const refusal = /row-level security/;
    expect(await tryAs(server, "hongqi.worker1", row(other.userId, 1))).toMatch(refusal);
    expect(await tryAs(server, "hongqi.worker1", row(null, 2))).toMatch(refusal);
    expect(await tryAs(server, "xinyuan.worker1", row(foreign.userId, 3))).toMatch(refusal);
    expect(await tryAs(server, "hongqi.worker1", row(me.userId, 4))).toBe("done");
  }),
);
