import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { HazardDetail, HazardSummary } from "#data/model/answers/hazards.ts";
import { audit } from "#data/schema/index.ts";
import { type LayerAnswer, layerPath } from "../answers.ts";
import { inRollback } from "../harness.ts";
import { given, problemKind } from "../people/people.ts";
import { formOf, HAZARDS, move, moved, personOf, picture, reported } from "./hazards.ts";

const photo = async (kind: string) => ({
  photos: [{ id: uuidv7(), kind, data: (await picture()).toString("base64") }],
});

test(
  "from the stairwell to closed: each step is whose it is, and brings what it must",
  inRollback(async (server) => {
    const [inspector, worker] = [server.as("hongqi.inspector"), server.as("hongqi.worker1")];
    const secretary = server.as("hongqi.secretary");
    const hazard = await reported(server.as("hongqi.leader1"));
    expect(await problemKind(move(worker, hazard, "confirm"))).toBe("403 not-your-move");
    expect(await problemKind(move(inspector, hazard, "pass"))).toBe("409 illegal-move");
    await moved(inspector, hazard, "confirm");
    expect(await problemKind(move(inspector, hazard, "assign"))).toBe("422 missing-evidence");
    const department = await personOf(server, "hongqi.department");
    const toDepartment = move(inspector, hazard, "assign", { assigneeId: department });
    expect(await problemKind(toDepartment)).toBe("422 not-a-taker");
    const assigneeId = await personOf(server, "hongqi.worker1");
    const assigned = await moved(inspector, hazard, "assign", { assigneeId });
    expect(assigned).toMatchObject({
      status: "assigned",
      assignee: { id: assigneeId },
      version: 3,
    });

    expect(await problemKind(move(secretary, hazard, "rectify", await photo("after")))).toBe(
      "403 not-your-move",
    );
    expect(await problemKind(move(worker, hazard, "rectify"))).toBe("422 missing-evidence");
    // A file that nobody says anything of is what the step asks for.
    const form = formOf({ note: "已清理" }, { "1.jpg": await picture() });
    const fixed = await given<HazardDetail>(
      worker.request(`${HAZARDS}/${hazard.id}/rectify`, { method: "POST", body: form }),
    );
    expect(fixed).toMatchObject({ status: "rectified", isOverdue: false, photoCount: 1 });
    expect(fixed.refusals.pass).toBe("own-fix");
    expect(await problemKind(move(worker, hazard, "pass"))).toBe("403 not-your-move");
    const closed = await moved(inspector, hazard, "pass");
    expect(closed.closedAt).not.toBeNull();
    expect(closed.steps.map(({ step }) => step).join(" ")).toBe(
      "report confirm assign rectify pass",
    );
    const rows = await server.ctx.db.select().from(audit).where(eq(audit.subjectId, hazard.id));
    expect(rows.map(({ action }) => action).sort()).toEqual(
      ["assign", "confirm", "pass", "rectify", "report"].map((step) => `hazard.${step}`),
    );

    expect(await problemKind(move(secretary, hazard, "reopen"))).toBe("422 missing-evidence");
    const reopened = await moved(secretary, hazard, "reopen", { note: "又堆上了" });
    expect(reopened).toMatchObject({ status: "confirmed", assignee: null, closedAt: null });
  }),
);

test(
  "an old version is refused with what is there, and a step sent again is taken once",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const hazard = await reported(server.as("hongqi.leader1"));
    const step = { stepId: uuidv7(), version: 1 };
    await moved(inspector, hazard, "confirm", step);
    const again = await moved(inspector, hazard, "confirm", step);
    expect(again).toMatchObject({ status: "confirmed", version: 2 });
    expect(again.steps).toHaveLength(2);
    const other = move(inspector, hazard, "merge", { ...step, otherHazardId: uuidv7() });
    expect(await problemKind(other)).toBe("409 id-taken");
    const assigneeId = await personOf(server, "hongqi.worker1");
    const late = await move(inspector, hazard, "assign", { version: 1, assigneeId });
    expect(late.status).toBe(409);
    const { type, parameters } = (await late.json()) as {
      type: string;
      parameters: { mine: unknown; theirs: unknown };
    };
    expect(type).toContain("stale-version");
    expect(parameters.mine).toMatchObject({ action: "assign", assigneeId });
    expect(parameters.theirs).toMatchObject({ id: hazard.id, version: 2 });
  }),
);

test(
  "a department sees what was escalated to it and nothing else, and answers with evidence",
  inRollback(async (server) => {
    const [secretary, department] = [server.as("hongqi.secretary"), server.as("hongqi.department")];
    const hazard = await reported(secretary);
    const hidden = await reported(secretary);
    const own = [hazard.id, hidden.id];
    const idsOf = (rows: { id: string }[]) =>
      rows.map(({ id }) => id).filter((id) => own.includes(id));
    const list = async () =>
      given<HazardSummary[]>(department.get(`${HAZARDS}?status=all`)).then(idsOf);
    const pins = async () => {
      const layer = given<LayerAnswer>(department.get(layerPath("hongqi", "hazards")));
      return idsOf((await layer).features);
    };
    expect(await list()).toEqual([]);
    expect(await pins()).toEqual([]);
    const departmentId = await personOf(server, "hongqi.department");
    await moved(secretary, hazard, "escalate", { departmentId });
    expect(await list()).toEqual([hazard.id]);
    expect(await pins()).toEqual([hazard.id]);
    expect(await problemKind(department.get(`${HAZARDS}/${hidden.id}`))).toBe("404 no-such-thing");
    expect(await problemKind(move(department, hidden, "rectify"))).toBe("404 no-such-thing");
    await moved(department, hazard, "rectify", await photo("after"));
    const returned = await moved(secretary, hazard, "return", { note: "未彻底" });
    expect(returned).toMatchObject({ status: "escalated", returnCount: 1, department: {} });
    expect(Date.parse(returned.clockStartsAt)).toBeGreaterThan(Date.parse(hazard.clockStartsAt));
    await moved(department, hazard, "rectify", await photo("after"));
    const twice = move(secretary, hazard, "return", { note: "还是没有" });
    expect(await problemKind(twice)).toBe("422 missing-evidence");
    const reason = { note: "还是没有", reason: "partly-done" };
    expect((await moved(secretary, hazard, "return", reason)).steps.at(-1)).toMatchObject(reason);
  }),
);

test(
  "more time is asked for and granted, as asked, otherwise, or not at all",
  inRollback(async (server) => {
    const [secretary, worker] = [server.as("hongqi.secretary"), server.as("hongqi.worker1")];
    const hazard = await reported(worker);
    const assigneeId = await personOf(server, "hongqi.worker1");
    await moved(secretary, hazard, "assign", { assigneeId });
    const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    expect(await problemKind(move(secretary, hazard, "grant"))).toBe("409 illegal-move");
    const early = move(worker, hazard, "extend", { note: "缺配件", until: later(0) });
    expect(await problemKind(early)).toBe("422 until-too-early");
    const ask = (until: string) => moved(worker, hazard, "extend", { note: "缺配件", until });
    const asked = await ask(later(9));
    expect(asked).toMatchObject({ extensionReason: "缺配件", dueAt: hazard.dueAt });
    expect(await problemKind(move(worker, hazard, "grant"))).toBe("403 not-your-move");
    const granted = await moved(secretary, hazard, "grant");
    expect(granted).toMatchObject({ extensionUntil: null, extensionReason: null });
    expect(granted.dueAt).toBe(asked.extensionUntil);
    await ask(later(20));
    const refused = await moved(secretary, hazard, "grant", { until: null, note: "不同意" });
    expect(refused).toMatchObject({ dueAt: granted.dueAt, extensionUntil: null });
    await ask(later(20));
    const until = later(12);
    expect((await moved(secretary, hazard, "grant", { until })).dueAt).toBe(until);
  }),
);

test(
  "one that is merged takes along what was merged into it, and goes into an open one only",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const keeper = server.as("hongqi.keeper1");
    const [a, b, c] = [await reported(keeper), await reported(keeper), await reported(keeper)];
    await moved(inspector, c, "merge", { otherHazardId: b.id });
    await moved(inspector, b, "merge", { otherHazardId: a.id });
    const joined = await given<HazardDetail>(inspector.get(`${HAZARDS}/${a.id}`));
    expect(joined.merged.map(({ id }) => id).sort()).toEqual([b.id, c.id].sort());
    for (const otherHazardId of [a.id, b.id, uuidv7()]) {
      const wrong = move(inspector, a, "merge", { otherHazardId });
      expect(await problemKind(wrong)).toBe("422 not-mergeable");
    }
    expect((await moved(inspector, a, "reject", { note: "没有此事" })).status).toBe("rejected");
  }),
);

test(
  "what is fixed on the spot has its before and after, and comes back to who fixed it",
  inRollback(async (server) => {
    const worker = server.as("hongqi.worker1");
    const before = await photo("before");
    const hazard = await reported(worker, before);
    expect(await problemKind(move(worker, hazard, "fix"))).toBe("422 missing-evidence");
    const fixed = await moved(worker, hazard, "fix", await photo("after"));
    expect(fixed.fixedById).toBe(fixed.reader.userId);
    const back = await moved(server.as("hongqi.inspector"), hazard, "return", { note: "又堆上" });
    const own = await personOf(server, "hongqi.worker1");
    expect(back).toMatchObject({ status: "assigned", assignee: { id: own } });
  }),
);

test(
  "several are given to one person at once, each for itself",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const open = [await reported(inspector), await reported(inspector)];
    const unchecked = await reported(server.as("hongqi.keeper1"));
    const ids = [...open.map(({ id }) => id), unchecked.id];
    const assigneeId = await personOf(server, "hongqi.worker1");
    const takers = () =>
      given<{ id: string; openHazards: number; isDepartment: boolean }[]>(
        inspector.get("/api/communities/hongqi/hazard-takers"),
      );
    const worker = async () => (await takers()).find(({ id }) => id === assigneeId)!;
    const before = (await worker()).openHazards;
    const answer = await inspector.post(`${HAZARDS}/assign`, { ids, assigneeId });
    expect(await answer.json()).toMatchObject([
      { id: open[0]!.id, refusal: null },
      { id: open[1]!.id, refusal: null },
      { id: unchecked.id, refusal: { kind: "illegal-move" } },
    ]);
    expect((await worker()).openHazards).toBe(before + 2);
    expect((await takers()).some((taker) => taker.isDepartment)).toBe(true);
  }),
);

test(
  "other deadlines and working days count from then on",
  inRollback(async (server) => {
    const path = "/api/communities/hongqi/hazard-rules";
    const secretary = server.as("hongqi.secretary");
    const rules = await given<{ deadlines: Record<string, Record<string, unknown>> }>(
      secretary.get(path),
    );
    rules.deadlines.exit!.general = { amount: 2, unit: "hours" };
    await given(secretary.send("PUT", path, rules));
    const hazard = await reported(secretary);
    const hours = (Date.parse(hazard.dueAt!) - Date.parse(hazard.clockStartsAt)) / 3_600_000;
    expect(hours).toBe(2);
    const never = { weekdays: [7], hours: [["08:00", "09:00"]], holidays: [] as string[] };
    for (let day = Date.now(); never.holidays.length < 200; day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      if (new Date(day).getUTCDay() === 0) never.holidays.push(date);
    }
    const calendar = { ...never, workedDays: [] };
    const refused = secretary.send("PUT", path, { ...rules, calendar });
    expect(await problemKind(refused)).toBe("422 no-working-time");
  }),
);
