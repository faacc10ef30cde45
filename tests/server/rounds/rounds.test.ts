import { expect, test } from "vitest";
import type { RoundDetail, RoundSummary } from "#data/model/answers/rounds.ts";
import { inRollback } from "../harness.ts";
import { given, LEAVES, madeAs, personNamed, problemKind } from "../people/people.ts";
import {
  BASE,
  LINES,
  makeRound,
  mineOf,
  roundOf,
  ROUNDS,
  targetsOf,
  TODAY,
  toldTargetsOf,
} from "./rounds.ts";

test(
  "a round is made once, finds what it is to visit, and tells to whom each falls, stand-ins included",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const round = roundOf({}, { type: "buildings" }, { type: "places", kinds: ["eating", "shop"] });
    const made = await secretary.post(ROUNDS, round);
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ id: round.id, state: "running", version: 1 });
    const again = await secretary.post(ROUNDS, { ...round, name: "又一次" });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ name: "楼道检查" });

    const worker = await personNamed(secretary, "hongqi.worker2");
    const standIn = await personNamed(secretary, "hongqi.worker1");
    const duty = worker.duties.find(({ role }) => role === "grid-worker")!;
    await madeAs(secretary, LEAVES, {
      ...{ dutyId: duty.id, startsOn: TODAY, endsOn: null, standInId: standIn.id },
    });
    const { targets, workers } = await toldTargetsOf(secretary, round.id);
    expect(targets.filter(({ type }) => type === "building")).toHaveLength(12);
    const place = targets.find(({ type }) => type === "place")!;
    expect(place).toMatchObject({ state: "due", inspectedAt: null, place: { name: place.name } });
    // One building of the sample is in no grid: it falls to nobody, and is to visit all the same.
    for (const { grid, microGrid } of targets) {
      expect(microGrid === null).toBe(grid === null);
      expect(grid === null || workers[grid.id]!.length > 0).toBe(true);
    }
    expect(targets.some(({ grid }) => grid === null)).toBe(true);
    expect(workers[duty.placeId]).toContainEqual(
      expect.objectContaining({ name: standIn.name, standInFor: worker.name }),
    );
    const own = await mineOf(as("hongqi.worker1"), round.id);
    expect(new Set(own.targets.map(({ grid }) => grid?.id))).toContain(duty.placeId);
  }),
);

test(
  "everybody is told what is to visit where they have a duty to inspect, and by which lines",
  inRollback(async ({ as }) => {
    const { id } = await makeRound(as("hongqi.secretary"), { repeats: "month" });
    const future = { startsOn: "2099-01-01", endsOn: "2099-01-31" };
    const { id: futureId } = await makeRound(as("hongqi.inspector"), future);
    expect((await mineOf(as("hongqi.inspector"), futureId)).targets).toEqual([]);
    const all = await targetsOf(as("hongqi.secretary"), id);
    expect((await mineOf(as("hongqi.inspector"), id)).targets).toEqual(all);
    const grid = await mineOf(as("hongqi.worker1"), id);
    expect(grid.rounds).toMatchObject([{ id, checklist: LINES.map(({ id }) => ({ id })) }]);
    expect(new Set(grid.targets.map((target) => target.grid?.id)).size).toBe(1);
    expect(grid.targets.length).toBeLessThan(all.length);
    const microGrid = await mineOf(as("hongqi.leader1"), id);
    expect(new Set(microGrid.targets.map((target) => target.microGrid?.id)).size).toBe(1);
    const answer = as("hongqi.contact1").get(`${BASE}/my-targets`);
    expect(await problemKind(answer)).toBe("403 not-your-duty");
  }),
);

test(
  "homes are chosen by whoever may see tags everywhere, and told by their door to who may see them there",
  inRollback(async ({ as }) => {
    const choice = { type: "households" as const, tags: ["elderly-alone" as const] };
    const refused = as("hongqi.inspector").post(ROUNDS, roundOf({}, choice));
    expect(await problemKind(refused)).toBe("403 not-your-duty");
    const { id, counts } = await makeRound(as("hongqi.secretary"), {}, choice);
    const all = await targetsOf(as("hongqi.secretary"), id);
    expect(counts.due).toBe(all.length);
    for (const { name } of all) expect(name).toMatch(/^\d+号楼 \d单元 \d+$/);
    const own = await targetsOf(as("hongqi.worker1"), id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    for (const username of ["hongqi.inspector", "hongqi.planner", "hongqi.contact1", "leader"]) {
      expect(await targetsOf(as(username), id), username).toEqual([]);
    }
    const coverage = JSON.stringify(await given(as("hongqi.secretary").get(`${BASE}/coverage`)));
    expect(coverage).not.toContain(id);
  }),
);

test(
  "who changes an older round is shown both, and one that was ended stays as it is",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const { id } = await makeRound(secretary, { repeats: "month", endsOn: "2099-12-31" });
    const all = await targetsOf(secretary, id);
    const terms = roundOf({ name: "三月检查", repeats: "week" });
    const change = { ...terms, version: 1 };
    const changed = await given<RoundDetail>(secretary.send("PUT", `${ROUNDS}/${id}`, change));
    expect(changed).toMatchObject({ name: "三月检查", version: 2, counts: { due: all.length } });
    const late = await secretary.send("PUT", `${ROUNDS}/${id}`, { ...change, name: "另一个" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      parameters: { mine: { name: "另一个" }, theirs: { name: "三月检查", version: 2 } },
    });
    expect((await secretary.post(`${ROUNDS}/${id}/end`, { version: 2 })).status).toBe(201);
    const after = secretary.send("PUT", `${ROUNDS}/${id}`, { ...change, version: 3 });
    expect(await problemKind(after)).toBe("409 round-ended");
    expect((await mineOf(secretary, id)).rounds).toEqual([]);
    const rounds = await given<RoundSummary[]>(secretary.get(ROUNDS));
    expect(rounds.find((round) => round.id === id)).toMatchObject({
      ...{ state: "ended", counts: { never: all.length } },
    });
    const open = await given<RoundSummary[]>(secretary.get(`${ROUNDS}?open=true`));
    expect(open.map((round) => round.id)).not.toContain(id);
  }),
);

test(
  "a round without anything to visit, of nothing that is there, or that ends before it starts is refused",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const refusal = (...round: Parameters<typeof roundOf>) =>
      problemKind(secretary.post(ROUNDS, roundOf(...round)));
    const none = { type: "buildings" as const, buildingIds: [] };
    expect(await refusal({}, none)).toBe("422 no-targets");
    const unknown = { ...none, buildingIds: [crypto.randomUUID()] };
    expect(await refusal({}, unknown)).toBe("404 no-such-thing");
    expect(await refusal({ endsOn: "2020-01-01" })).toBe("422 ends-before-start");
    const worker = as("hongqi.worker1").post(ROUNDS, roundOf());
    expect(await problemKind(worker)).toBe("403 not-your-duty");
  }),
);
