import { booleanPointInPolygon, bbox } from "@turf/turf";
import type { MultiPolygon } from "geojson";
import { expect, test } from "vitest";
import { Coverage, type Finding } from "#data/model/coverage/findings.ts";
import { FINDING_KINDS } from "#data/model/coverage/kinds.ts";
import { SAMPLE_SLUGS } from "#data/samples/index.ts";
import { planUnits } from "#data/schema/index.ts";
import { eq } from "drizzle-orm";
import { answersOf, read } from "./answers.ts";
import { inRollback } from "./harness.ts";

/** Some 250 m: what stands outside a boundary stands near it. */
const NEAR_DEGREES = 0.0025;

test.each(SAMPLE_SLUGS)("findings of %s lie in its ground, or near it if outside", async (slug) => {
  const { coverage, layers } = await answersOf(slug);
  const boundary = layers.boundary.features[0]!.geometry as MultiPolygon;
  const [west, south, east, north] = bbox(boundary);
  const isNear = ([x, y]: readonly [number, number]) =>
    x > west! - NEAR_DEGREES &&
    x < east! + NEAR_DEGREES &&
    y > south! - NEAR_DEGREES &&
    y < north! + NEAR_DEGREES;
  const outside = new Set(
    coverage.findings
      .filter(({ kind }) => kind === "building-outside-boundary")
      .map(({ subject }) => subject.id),
  );
  for (const finding of coverage.findings) {
    expect(isNear(finding.position), finding.id).toBe(true);
    if (outside.has(finding.subject.id)) continue;
    expect(booleanPointInPolygon(finding.position, boundary), finding.id).toBe(true);
  }
});

test.each(SAMPLE_SLUGS)("totals of %s add up with its findings", async (slug) => {
  const { coverage } = await answersOf(slug);
  const { totals, findings } = Coverage.parse(coverage);
  const count = (isCounted: (finding: Finding) => boolean) => findings.filter(isCounted).length;
  expect(totals.act).toBe(count(({ severity }) => severity === "act"));
  expect(totals.act + totals.look).toBe(findings.length);
  for (const kind of FINDING_KINDS) expect(totals.byKind[kind]).toBe(count((f) => f.kind === kind));
  expect(totals.uncovered).toBe(totals.byKind["unit-uncovered"]);
  expect(totals.doubled).toBe(totals.byKind["unit-doubled"]);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
});

/** Where a person goes from a finding. */
function routeOf(slug: string, finding: Finding): string {
  const { type, id } = finding.subject;
  const thing = (things: string, id: string) => `/api/communities/${slug}/${things}/${id}`;
  if (type === "unit" && "buildingId" in finding) return thing("buildings", finding.buildingId);
  if (type === "duty" && "placeId" in finding)
    return thing(`${finding.placeType}s`, finding.placeId);
  return thing(`${type}s`, id);
}

test.each(SAMPLE_SLUGS)(
  "every finding of %s leads to its subject, which repeats it",
  async (slug) => {
    const { coverage } = await answersOf(slug);
    await inRollback(async (server) => {
      for (const finding of coverage.findings) {
        if ("placeType" in finding && finding.placeType === "community") continue;
        const detail = await read<{ findings: Finding[] }>(server, routeOf(slug, finding));
        expect(detail.findings).toContainEqual(finding);
      }
    })();
  },
);

test(
  "a unit taken out of the plan is uncovered, on the coverage page as on the map",
  inRollback(async (server) => {
    const { summary, layers, coverage } = await answersOf("hongqi");
    const covered = layers.cells.features.find(
      ({ properties }) => properties.coverage === "covered",
    )!;
    await server.ctx.db.delete(planUnits).where(eq(planUnits.unitId, covered.id));
    const after = await read<Coverage>(server, `/api/communities/${summary.slug}/coverage`);
    expect(after.totals.uncovered).toBe(coverage.totals.uncovered + 1);
    expect(after.findings).toContainEqual(
      expect.objectContaining({ kind: "unit-uncovered", unitId: covered.id }),
    );
  }),
);
