import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import type { CompoundGround, GroundChoices } from "#data/model/answers/ground.ts";
import { read } from "../answers.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { change, refusalOf, XINYUAN } from "./asking.ts";

async function compoundsOf(server: TestServer) {
  const { compounds } = await read<GroundChoices>(server, `${XINYUAN}/ground`);
  return compounds;
}

test(
  "a redrawn compound proposes its buildings anew and moves none until somebody says so",
  inRollback(async (server) => {
    const [first] = await compoundsOf(server);
    const path = `${XINYUAN}/compounds/${first!.id}`;
    const before = await read<CompoundGround>(server, `${path}/ground`);
    expect(before.boundary).toBeTruthy();
    const ring = (before.boundary as Polygon).coordinates[0]!;
    const west = Math.min(...ring.map(([x = 0]) => x));
    const east = Math.max(...ring.map(([x = 0]) => x));
    const south = Math.min(...ring.map(([, y = 0]) => y));
    const north = Math.max(...ring.map(([, y = 0]) => y));
    const middle = (west + east) / 2;
    const half: Polygon = {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [middle, south],
          [middle, north],
          [west, north],
          [west, south],
        ],
      ],
    };
    const answer = await change(server, path, { version: before.version, boundary: half });
    const drawn = (await answer.json()) as CompoundGround;
    expect(drawn.buildings).toBe(before.buildings);
    expect(drawn.proposal.leave.length).toBeGreaterThan(0);
    const leave = drawn.proposal.leave.map(({ id }) => id);
    const listed = (await (
      await server.post(`${path}/buildings`, { enter: [], leave })
    ).json()) as CompoundGround;
    expect(listed.buildings).toBe(before.buildings - leave.length);
    expect(listed.proposal.leave).toEqual([]);
    expect(await refusalOf(await change(server, path, { version: before.version }))).toBe(
      "stale-version",
    );
  }),
);

test(
  "a compound is an area, and its editing a duty",
  inRollback(async (server) => {
    const [first] = await compoundsOf(server);
    const path = `${XINYUAN}/compounds/${first!.id}`;
    const nothing = { type: "Polygon", coordinates: [[[113.5, 37.8]]] };
    expect(await refusalOf(await change(server, path, { boundary: nothing }))).toBe(
      "ground-not-usable",
    );
    const worker = server.as("xinyuan.worker1");
    expect((await worker.get(`${XINYUAN}/ground`)).status).toBe(403);
    expect((await change(worker, path, { name: "别名" })).status).toBe(403);
  }),
);
