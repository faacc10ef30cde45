import { expect, test } from "vitest";
import { v4 as uuidv4 } from "uuid";
import { inRollback } from "../harness.ts";
import { answered, change, HERE, newDraft, newGrid, PLANNER, planOf, refused } from "./planning.ts";

test(
  "what a change names must be there, and what it removes be empty",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner);
    const { grids, microGrids, units } = await planOf(planner, id);
    const [gone, microGrid] = [uuidv4(), microGrids[0]!];
    const elsewhere = await answered<{ buildings: { id: string }[] }>(
      await as("xinyuan.planner").get("/api/communities/xinyuan/planning-ground"),
      200,
    );
    const post = { role: "grid-worker", placeType: "grid", placeId: grids[0]!.id };
    const open = { type: "Polygon", coordinates: [Array.from("1234", (x) => [Number(x), 1])] };
    const { id: gridId, ...grid } = grids[0]!;
    const cases: [body: Record<string, unknown>, kind: string, id: string][] = [
      [{ put: [[gone, microGrid.id]] }, "no-such-unit", gone],
      [{ put: [[gone, null]] }, "no-such-unit", gone],
      [
        { put: [[elsewhere.buildings[0]!.id, microGrid.id]] },
        ...(["no-such-unit", elsewhere.buildings[0]!.id] as const),
      ],
      [{ put: [[units[0]!.id, gone]] }, "no-such-micro-grid", gone],
      [
        { microGrids: [[gone, { ...microGrid, id: undefined, gridId: gone }]] },
        "no-such-grid",
        gone,
      ],
      [{ microGrids: [[microGrid.id, null]] }, "micro-grid-not-empty", microGrid.id],
      [{ grids: [[gridId, null]] }, "grid-not-empty", gridId],
      [{ grids: [[gridId, { ...grid, outline: open }]] }, "unreadable-outline", gridId],
      [{ broken: [[gone, true]] }, "no-such-building", gone],
      [{ posts: [[post, [gone]]] }, "no-such-person", gone],
      [{ posts: [[{ ...post, placeId: gone }, []]] }, "no-such-grid", gone],
      [{ posts: [[{ ...post, placeType: "building" }, []]] }, "wrong-place-for-role", gridId],
    ];
    for (const [body, kind, subject] of cases) {
      const refusal = await refused(
        await planner.post(`${HERE}/plans/${id}/changes`, { version: 1, ...body }),
        422,
      );
      expect(refusal, kind).toEqual({
        kind: "change-does-not-fit",
        issues: [{ kind, id: subject }],
      });
    }
    expect(await planOf(planner, id)).toMatchObject({ version: 1 });
  }),
);

test(
  "what is no change is refused as such, whatever it is",
  inRollback(async ({ as }) => {
    const planner = as(PLANNER);
    const { id } = await newDraft(planner, { from: "empty" });
    const { gridId, ...made } = newGrid("一");
    const facts = made.grids[0]![1] as object;
    const post = { role: "grid-worker", placeType: "grid", placeId: gridId };
    const far = {
      type: "Polygon",
      coordinates: [
        [
          [1e300, 0],
          [1, 1],
          [2, 0],
          [1e300, 0],
        ],
      ],
    };
    const bodies: [number, unknown][] = [
      [400, {}],
      [400, []],
      [400, { version: 0 }],
      [400, { version: 2 ** 40 }],
      [400, { version: 1, name: "" }],
      [400, { version: 1, name: "两\n行" }],
      [400, { version: 1, note: "\u0000" }],
      [400, { version: 1, put: [[id]] }],
      [400, { version: 1, put: [["1", null]] }],
      [400, { version: 1, put: { [id]: null } }],
      [400, { version: 1, grids: [[gridId, { ...facts, kind: "none" }]] }],
      [400, { version: 1, grids: [[gridId, { ...facts, ordinal: 1e9 }]] }],
      [400, { version: 1, posts: [[{ ...post, role: "secretary" }, []]] }],
      [422, { version: 1, grids: [[gridId, { ...facts, outline: far }]] }],
      [422, { version: 1, grids: [[gridId, { ...facts, outline: { ...far, coordinates: [] } }]] }],
      [422, { version: 1, microGrids: made.microGrids }],
    ];
    for (const [status, body] of bodies) {
      const response = await planner.post(`${HERE}/plans/${id}/changes`, body);
      expect(response.status, JSON.stringify(body)).toBe(status);
    }
    const box = [
      [116.1, 39.1, 7],
      [116.2, 39.1],
      [116.2, 39.2, 7],
      [116.1, 39.1, 7],
    ];
    const outline = { type: "Polygon", coordinates: [box] };
    await change(planner, id, { version: 1, grids: [[gridId, { ...facts, outline }]] });
    const [grid] = (await planOf(planner, id)).grids;
    expect(grid!.outline!.coordinates).toEqual([box.map(([x, y]) => [x, y])]);
    const news: unknown[] = [
      ...[
        {},
        { name: "一" },
        { name: "一", from: "nowhere" },
        { name: "x".repeat(81), from: "empty" },
      ],
      { id: "1", name: "一", from: "empty" },
    ];
    for (const body of news) {
      expect((await planner.post(`${HERE}/plans`, body)).status, JSON.stringify(body)).toBe(400);
    }
    await refused(await planner.post(`${HERE}/plans`, { name: "一", from: gridId }), 404);
    await refused(
      await planner.post(`${HERE}/plans/${id}/publish`, { effectiveFrom: "soon" }),
      400,
    );
  }),
);
