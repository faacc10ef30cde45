import { expect, test } from "vitest";
import type { Me } from "#data/model/answers/accounts.ts";
import type { LeaveRow, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { type Asker, inRollback } from "../harness.ts";
import { DUTIES, given, LEAVES, madeAs, personNamed, problemKind } from "./people.ts";

const GRIDS = "/api/communities/hongqi/layers/grids";
const START = "2024-01-01";

const gridOf = (person: PersonSummary) =>
  person.duties.find(({ role }) => role === "grid-worker")!.placeId;
const mine = async (asker: Asker) => (await given<Me>(asker.get("/api/me"))).communities[0]?.duties;

/** 网格员 of the second worker's grid, for somebody. */
async function secondGrid(secretary: Asker, personId: string | null) {
  const worker = await personNamed(secretary, "hongqi.worker2");
  const place = { placeType: "grid", placeId: gridOf(worker) };
  return { personId, role: "grid-worker", ...place, startsOn: START, endsOn: null };
}

test(
  "a duty gives at once what it says, and takes it back when it ends",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const department = await personNamed(secretary, "hongqi.department");
    const given = await secondGrid(secretary, department.id);
    const before = await mine(as("hongqi.department"));
    const duty = await madeAs<PostRow>(secretary, DUTIES, given);
    expect(duty).toMatchObject({ ...given, state: "current", version: 1, leave: null });
    expect(await mine(as("hongqi.department"))).toContainEqual(
      expect.objectContaining({ dutyId: duty.id, role: "grid-worker", standsIn: false }),
    );
    const end = { version: 1, endsOn: START, reason: "不再担任" };
    const ended = await madeAs<PostRow>(secretary, `${DUTIES}/${duty.id}/end`, end);
    expect(ended).toMatchObject({ endsOn: START, state: "ended", version: 2 });
    expect(await mine(as("hongqi.department"))).toEqual(before);
    expect((await as("hongqi.department").get(GRIDS)).status).toBe(200);
  }),
);

test(
  "a role is given only where it makes sense, and only for places of the community",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const duty = await secondGrid(secretary, null);
    const refused = (change: object) => problemKind(secretary.post(DUTIES, { ...duty, ...change }));
    expect(await refused({ role: "secretary" })).toBe("422 wrong-place-for-role");
    expect(await refused({ role: "admin" })).toBe("422 wrong-place-for-role");
    expect(await refused({ placeId: crypto.randomUUID() })).toBe("404 no-such-thing");
    expect(await refused({ personId: crypto.randomUUID() })).toBe("404 no-such-thing");
    expect(await refused({ endsOn: "2023-12-31" })).toBe("422 ends-before-start");
    expect(await refused({ startsOn: "2024-02-30" })).toBe("400 invalid");
    expect(await problemKind(as("hongqi.planner").post(DUTIES, duty))).toBe("403 not-your-duty");
  }),
);

test(
  "a vacant post is filled, and who comes second is shown who filled it",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const post = await madeAs<PostRow>(secretary, DUTIES, await secondGrid(secretary, null));
    const posts = await given<PostRow[]>(secretary.get("/api/communities/hongqi/posts"));
    expect(posts.map(({ id }) => id)).toContain(post.id);
    const worker = await personNamed(secretary, "hongqi.worker1");
    const path = `${DUTIES}/${post.id}`;
    const change = { version: 1, personId: worker.id, startsOn: START, endsOn: null };
    const filled = await given<PostRow>(secretary.send("PATCH", path, change));
    expect(filled).toMatchObject({ personId: worker.id, version: 2 });
    const late = await secretary.send("PATCH", path, { ...change, personId: null });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      parameters: { mine: { personId: null }, theirs: { personId: worker.id, version: 2 } },
    });
  }),
);

test(
  "nobody ends their own last duty to manage people, and nobody leaves a community without one",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const self = await personNamed(secretary, "hongqi.secretary");
    const duty = self.duties.find(({ role }) => role === "secretary")!;
    const end = { version: duty.version, endsOn: duty.startsOn, reason: "误点" };
    const path = `${DUTIES}/${duty.id}`;
    expect(await problemKind(secretary.post(`${path}/end`, end))).toBe("409 own-last-duty");
    const vacate = { version: duty.version, personId: null, startsOn: START, endsOn: null };
    expect(await problemKind(secretary.send("PATCH", path, vacate))).toBe("409 own-last-duty");
    expect((await as("admin").post(`${path}/end`, end)).status).toBe(201);
  }),
);

test(
  "who stands in holds the duty while the leave lasts, and not longer",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const worker = await personNamed(secretary, "hongqi.worker2");
    const standIn = await personNamed(secretary, "hongqi.worker1");
    const duty = worker.duties.find(({ role }) => role === "grid-worker")!;
    const leave = { dutyId: duty.id, startsOn: START, endsOn: null, standInId: standIn.id };
    const made = await madeAs<LeaveRow>(secretary, LEAVES, leave);
    expect(made).toMatchObject({ version: 1, standIn: { id: standIn.id, name: standIn.name } });
    const held = expect.objectContaining({ dutyId: duty.id, standsIn: true });
    expect(await mine(as("hongqi.worker1"))).toContainEqual(held);
    const seen = await personNamed(secretary, "hongqi.worker1");
    expect(seen.standsInFor).toMatchObject([{ dutyId: duty.id, personName: worker.name }]);
    const path = `${LEAVES}/${made.id}`;
    const over = { version: 1, startsOn: START, endsOn: duty.startsOn, standInId: standIn.id };
    expect((await secretary.send("PATCH", path, over)).status).toBe(200);
    expect(await mine(as("hongqi.worker1"))).not.toContainEqual(held);
    expect(await problemKind(secretary.post(`${path}/cancel`, { version: 1 }))).toBe(
      "409 stale-version",
    );
    expect((await secretary.post(`${path}/cancel`, { version: 2 })).status).toBe(201);
    expect(await problemKind(secretary.post(`${path}/cancel`, { version: 2 }))).toBe(
      "404 no-such-thing",
    );
  }),
);

test(
  "leaves of one duty do not overlap, and nobody stands in for themself",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const worker = await personNamed(secretary, "hongqi.worker2");
    const dutyId = worker.duties.find(({ role }) => role === "grid-worker")!.id;
    const leave = { dutyId, startsOn: "2030-03-01", endsOn: "2030-03-31", standInId: null };
    await madeAs(secretary, LEAVES, leave);
    const again = await secretary.post(LEAVES, { ...leave, startsOn: "2030-03-31", endsOn: null });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({
      parameters: {
        mine: { startsOn: "2030-03-31", endsOn: null },
        theirs: { startsOn: "2030-03-01", endsOn: "2030-03-31" },
      },
    });
    const next = { ...leave, startsOn: "2030-04-01", endsOn: "2030-04-02" };
    expect(await problemKind(secretary.post(LEAVES, { ...next, standInId: worker.id }))).toBe(
      "422 stand-in-is-holder",
    );
    expect((await secretary.post(LEAVES, next)).status).toBe(201);
  }),
);
