import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import type { LeftOut, RoundDetail } from "#data/model/answers/rounds.ts";
import { inRollback } from "../harness.ts";
import { given, madeAs, problemKind } from "../people/people.ts";
import { BASE, makeRound, mineOf, ROUNDS, targetsOf } from "./rounds.ts";

const leftOutOf = (roundId: string) => `${ROUNDS}/${roundId}/left-out`;

test(
  "single targets are left out with who and why, and put back with what was inspected of them",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const { id } = await makeRound(secretary);
    const worker = as("hongqi.worker1");
    const [gone, ...rest] = (await mineOf(worker, id)).targets;
    const leaveOut = { targetIds: [gone!.id], reason: "正在加装电梯" };
    const path = `${ROUNDS}/${id}/leave-out`;
    const unsaid = secretary.post(path, { ...leaveOut, reason: " " });
    expect(await problemKind(unsaid)).toBe("400 invalid");
    expect(await problemKind(worker.post(path, leaveOut))).toBe("403 not-your-duty");
    await madeAs<RoundDetail>(secretary, path, leaveOut);
    // Twice is once.
    await madeAs<RoundDetail>(secretary, path, leaveOut);
    expect((await mineOf(worker, id)).targets).toEqual(rest);
    const left = await given<LeftOut[]>(secretary.get(leftOutOf(id)));
    expect(left).toMatchObject([{ type: "building", name: gone!.name, reason: "正在加装电梯" }]);
    expect(left[0]!.byName).toBeTruthy();

    // The phone had no network meanwhile.
    const visit = { id: uuidv7(), roundId: id, targetId: gone!.id, isAllWell: true };
    const made = await madeAs<InspectionSummary>(worker, `${BASE}/inspections`, visit);
    expect(made).toMatchObject({ name: gone!.name, targetId: gone!.id });

    const back = { targets: [left[0]!.choice], reason: "已完工" };
    await madeAs<RoundDetail>(secretary, `${ROUNDS}/${id}/put-back`, back);
    expect(await given(secretary.get(leftOutOf(id)))).toEqual([]);
    const again = (await targetsOf(secretary, id)).find((target) => target.id === gone!.id);
    expect(again).toMatchObject({ state: "done" });
    const audit = await given<{ rows: { action: string; reason: string | null }[] }>(
      secretary.get(`${BASE}/audit?action=round`),
    );
    const told = audit.rows.map(({ action, reason }) => [action, reason]);
    expect(told).toContainEqual(["round.put-back", "已完工"]);
    expect(told.filter(([action]) => action === "round.leave-out")).toHaveLength(1);
  }),
);

test(
  "which homes were left out is written nowhere, and nobody empties a round or changes one that was ended",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const choice = { type: "households" as const, tags: ["elderly-alone" as const] };
    const { id, version } = await makeRound(secretary, {}, choice);
    const [home, ...others] = await targetsOf(secretary, id);
    const leaveOut = (targetIds: string[]) =>
      secretary.post(`${ROUNDS}/${id}/leave-out`, { targetIds, reason: "搬去女儿家" });
    expect((await leaveOut([home!.id])).status).toBe(201);
    expect(await given(secretary.get(leftOutOf(id)))).toEqual([]);
    expect(JSON.stringify(await given(as("admin").get(`${BASE}/audit`)))).not.toContain(home!.name);
    expect(await problemKind(leaveOut(others.map((target) => target.id)))).toBe("422 no-targets");
    await secretary.post(`${ROUNDS}/${id}/end`, { version });
    expect(await problemKind(leaveOut([others[0]!.id]))).toBe("409 round-ended");
  }),
);
