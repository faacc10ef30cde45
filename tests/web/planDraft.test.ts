import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { NewPlan, PlanChangeRequest } from "#data/model/answers/planEdits.ts";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { PlanDraft } from "#web/state/planDraft.svelte.ts";

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [PLAN, GRID, LOW, HIGH] = [id(1), id(2), id(3), id(4)];
const BUILDINGS = [id(10), id(11), id(12)];
const point = { type: "Point" as const, coordinates: [116.4, 39.9] };
const facts = { isLocked: false, ordinal: 1 };

/** A server with one draft: every building in the low micro-grid. */
class Server {
  version = 1;
  units = new Map<string, string | null>(BUILDINGS.map((each) => [each, LOW]));
  isReachable = true;
  requests: PlanChangeRequest[] = [];
  made: NewPlan[] = [];
  losesAnswers = false;

  answer(url: string, init?: RequestInit): Response {
    if (!this.isReachable) throw new TypeError("no network");
    if (url.endsWith("/planning-ground")) return Response.json(ground());
    if (url.endsWith("/plans")) return this.make(JSON.parse(String(init?.body)) as NewPlan);
    if (!url.endsWith("/changes")) return Response.json(this.detail());
    const request = JSON.parse(String(init?.body)) as PlanChangeRequest;
    if (request.version !== this.version) {
      const problem = { type: "urn:getu:problem:stale-version", parameters: {} };
      return Response.json(problem, { status: 409 });
    }
    this.requests.push(request);
    this.save(request.put ?? []);
    return Response.json({ id: PLAN, version: this.version, savedAt: "2026-11-22T08:00:00Z" });
  }

  make(plan: NewPlan): Response {
    this.made.push(plan);
    if (this.losesAnswers) throw new TypeError("no network");
    return Response.json({ id: plan.id, version: 1, savedAt: "2026-11-22T08:00:00Z", notes: [] });
  }

  save(put: readonly (readonly [string, string | null])[]): void {
    for (const [unit, to] of put) this.units.set(unit, to);
    this.version += 1;
  }

  detail() {
    return {
      ...{ id: PLAN, name: "草案", note: "", status: "draft", version: this.version },
      grids: [{ id: GRID, name: "一", code: null, kind: "basic", outline: null, ...facts }],
      microGrids: [LOW, HIGH].map((each) => ({ id: each, gridId: GRID, name: each, ...facts })),
      units: [...this.units].map(([each, microGridId]) => {
        return { id: each, buildingId: each, entranceId: null, microGridId, load: 1 };
      }),
      posts: [],
    } as unknown as PlanDetail;
  }
}

function ground() {
  const buildings = BUILDINGS.map((each) => {
    return { id: each, name: each, compoundId: null, footprint: point, facts: [], entrances: [] };
  });
  const boundary = { type: "MultiPolygon", coordinates: [] };
  const nothing = { barriers: [], compounds: [], partyGroups: [] };
  return { boundary, buildings, ...nothing, settings: DEFAULT_SETTINGS, today: "2026-11-22" };
}

let server: Server;
const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => setTimeout(draw, 16));
  kept.clear();
  server = new Server();
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) =>
    server.answer(String(input), init),
  );
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const at = (draft: PlanDraft) => BUILDINGS.map((each) => draft.state.units.get(each));
const put = (place: number, to = HIGH) => ({ put: [[BUILDINGS[place]!, to] as [string, string]] });

test("changes are saved together after a moment, undone ones too", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  draft.apply(put(0));
  draft.apply(put(1));
  draft.undo();
  expect([draft.canRedo, draft.saving.status]).toEqual([true, "unsaved"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect([draft.saving.status, draft.version, server.requests.length]).toEqual(["saved", 2, 1]);
  expect([...server.units.values()]).toEqual([HIGH, LOW, LOW]);
  draft.redo();
  expect(await draft.saving.flush()).toBe(true);
  expect(at(draft)).toEqual([HIGH, HIGH, LOW]);
  expect(kept.size).toBe(0);
});

test("without a network changes wait, and outlive the page", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  server.isReachable = false;
  draft.apply(put(0));
  await vi.advanceTimersByTimeAsync(1000);
  expect(draft.saving.status).toBe("offline");
  server.isReachable = true;
  vi.clearAllTimers();
  const reopened = await PlanDraft.open("hongqi", PLAN);
  expect([at(reopened), reopened.canUndo]).toEqual([[HIGH, LOW, LOW], true]);
  await vi.advanceTimersByTimeAsync(100);
  expect([reopened.saving.status, server.units.get(BUILDINGS[0]!)]).toEqual(["saved", HIGH]);
});

test("who saved meanwhile is met, and taking theirs can be taken back", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  server.save([[BUILDINGS[2]!, HIGH]]);
  draft.apply(put(0));
  await vi.advanceTimersByTimeAsync(1000);
  expect([draft.saving.status, draft.isDeciding]).toEqual(["conflict", true]);
  expect(draft.conflict?.difference.put).toEqual([
    [BUILDINGS[0], HIGH],
    [BUILDINGS[2], LOW],
  ]);
  draft.decideLater();
  draft.takeTheirs();
  expect([at(draft), draft.saving.status]).toEqual([[LOW, LOW, HIGH], "saved"]);
  draft.undo();
  await vi.advanceTimersByTimeAsync(1000);
  expect([...server.units.values()]).toEqual([HIGH, LOW, LOW]);
});

test("keeping mine saves it over theirs", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  server.save([[BUILDINGS[2]!, HIGH]]);
  draft.apply(put(0));
  await vi.advanceTimersByTimeAsync(1000);
  draft.keepMine();
  await vi.advanceTimersByTimeAsync(100);
  expect([draft.saving.status, ...server.units.values()]).toEqual(["saved", HIGH, LOW, LOW]);
});

test("keeping both makes a draft of mine in one request, the same one however often it is sent", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  server.save([[BUILDINGS[2]!, HIGH]]);
  draft.apply(put(0));
  await vi.advanceTimersByTimeAsync(1000);
  server.losesAnswers = true;
  await expect(draft.keepBoth("我的")).rejects.toThrow();
  expect(draft.saving.status).toBe("conflict");
  server.losesAnswers = false;
  const made = await draft.keepBoth("我的");
  expect(server.made.map(({ id, name, from }) => [id, name, from])).toEqual(
    Array.from({ length: 2 }, () => [made, "我的", "empty"]),
  );
  const { grids, microGrids, put: units } = server.made[1]!.change!;
  const high = microGrids!.find(([, facts]) => facts!.name === HIGH)![0];
  expect([grids!.length, high === HIGH, new Map(units).get(BUILDINGS[0]!)]).toEqual([
    1,
    false,
    high,
  ]);
  expect([at(draft), draft.saving.status]).toEqual([[LOW, LOW, HIGH], "saved"]);
});

test("what was left unsaved on an older version is asked about when it is opened again", async () => {
  const draft = await PlanDraft.open("hongqi", PLAN);
  server.isReachable = false;
  draft.apply(put(0));
  await vi.advanceTimersByTimeAsync(1000);
  vi.clearAllTimers();
  server.isReachable = true;
  server.save([[BUILDINGS[2]!, HIGH]]);
  const reopened = await PlanDraft.open("hongqi", PLAN);
  expect([reopened.isDeciding, at(reopened)]).toEqual([true, [HIGH, LOW, HIGH]]);
  expect(server.requests).toEqual([]);
});
