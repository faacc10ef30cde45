import type { Feature, FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import type { GroundImportReport } from "#data/model/answers/ground.ts";
import { shifted } from "#data/model/ground/movement.ts";
import type { Polygon } from "geojson";
import { answersOf } from "../answers.ts";
import { inRollback, type TestServer } from "../harness.ts";
import { findingsOf, HONGQI, refusalOf } from "./asking.ts";

/** The community's own buildings, as a file would have them. */
async function ownFeatures(): Promise<Feature<Polygon>[]> {
  const { layers } = await answersOf("hongqi");
  return layers.buildings.features.map(({ geometry, properties }) => ({
    ...{ type: "Feature", geometry: geometry as Polygon },
    properties: { 楼号: properties.name },
  }));
}

async function bring(server: TestServer, features: Feature[], dryRun: boolean) {
  const file: FeatureCollection = { type: "FeatureCollection", features };
  const form = new FormData();
  form.set("file", new File([JSON.stringify(file)], "buildings.geojson"));
  form.set("dryRun", String(dryRun));
  const response = await server.post(`${HONGQI}/buildings/import`, form);
  return { status: response.status, report: (await response.json()) as GroundImportReport };
}

test(
  "a file says first what is new, changed, the same and missing; then new ones appear uncovered",
  inRollback(async (server) => {
    const [first, second, ...rest] = await ownFeatures();
    const renamed = { ...second!, properties: { 楼号: "99号楼" } };
    const fresh: Feature = {
      type: "Feature",
      properties: { 楼号: "新楼" },
      geometry: shifted(first!.geometry, [0.01, 0]),
    };
    const features = [renamed, ...rest, fresh];
    const trial = await bring(server, features, true);
    expect(trial.status).toBe(200);
    expect(trial.report).toMatchObject({
      isStored: false,
      same: rest.length,
      fresh: { count: 1, shown: [{ name: "新楼" }] },
      changed: { count: 1, shown: [{ changes: { name: { to: "99号楼" } }, movedMeters: null }] },
      missing: { count: 1, shown: [{ name: first!.properties!["楼号"] }] },
    });
    const before = await findingsOf(server, HONGQI, "unit-uncovered");
    const stored = await bring(server, features, false);
    expect(stored).toMatchObject({ status: 201, report: { isStored: true } });
    const after = await findingsOf(server, HONGQI, "unit-uncovered");
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ subject }) => subject.name === "新楼")?.nearest).toBeTruthy();
    const again = await bring(server, features, true);
    expect(again.report).toMatchObject({ fresh: { count: 0 }, changed: { count: 0 } });
  }),
);

test(
  "what is no file of footprints is refused, and so is who has no duty",
  inRollback(async (server) => {
    const form = new FormData();
    form.set("file", new File(["no map"], "x.geojson"));
    expect(await refusalOf(await server.post(`${HONGQI}/buildings/import`, form))).toBe("not-json");
    const worker = server.as("hongqi.worker1");
    expect((await worker.post(`${HONGQI}/buildings/import`, form)).status).toBe(403);
  }),
);
