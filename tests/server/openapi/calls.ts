import { expect } from "vitest";
import type { SearchHit } from "#server/search/routes.ts";
import { answersOf, read } from "../answers.ts";
import type { TestServer } from "../harness.ts";
import { callsAboutRounds } from "../rounds/calls.ts";

const NONE = "00000000-0000-4000-8000-000000000000";

async function callsAboutPeople(server: TestServer, base: string, real: string) {
  const [person] = await read<{ id: string }[]>(server, `${real}/people`);
  const one = `${real}/people/${person!.id}`;
  const nobody = `${real}/people/${NONE}`;
  return {
    "/api/accounts": ["/api/accounts"],
    [`${base}/people`]: [`${real}/people`, "/api/communities/nowhere/people"],
    [`${base}/people.xlsx`]: ["/api/communities/nowhere/people.xlsx"],
    [`${base}/posts`]: [`${real}/posts`, "/api/communities/nowhere/posts"],
    [`${base}/people/{id}`]: [one, nobody, `${real}/people/1`],
    [`${base}/people/{id}/account/suggestion`]: [
      `${one}/account/suggestion`,
      `${nobody}/account/suggestion`,
    ],
  };
}

async function callsAboutPlans(server: TestServer, base: string, real: string) {
  const [plan] = await read<{ id: string }[]>(server, `${real}/plans`);
  const nowhere = "/api/communities/nowhere";
  return {
    [`${base}/planning-ground`]: [`${real}/planning-ground`, `${nowhere}/planning-ground`],
    [`${base}/plans`]: [`${real}/plans`, `${nowhere}/plans`],
    [`${base}/plans/{id}`]: [
      `${real}/plans/${plan!.id}`,
      `${real}/plans/${NONE}`,
      `${real}/plans/1`,
    ],
    [`${base}/plans/{id}/handover`]: [
      `${real}/plans/${plan!.id}/handover`,
      `${real}/plans/${NONE}/handover`,
      `${real}/plans/${plan!.id}/handover?on=soon`,
    ],
    [`${base}/plans/{id}/proposals/{job}`]: [
      `${real}/plans/${plan!.id}/proposals/${NONE}`,
      `${real}/plans/${plan!.id}/proposals/1`,
    ],
    [`${base}/plans/{id}/units.xlsx`]: [`${nowhere}/plans/${NONE}/units.xlsx`],
    [`${base}/plan-people`]: [
      `${real}/plan-people`,
      `${real}/plan-people?on=soon`,
      `${nowhere}/plan-people`,
    ],
  };
}

async function callsAboutHazards(server: TestServer, base: string, real: string) {
  const { layers } = await answersOf("xinyuan");
  const { geometry } = layers.places.features[0]!;
  const hazard = { id: "0195a1f0-0000-7000-8000-000000000001", category: "exit" };
  await server.post(`${real}/hazards`, { ...hazard, location: geometry });
  const nowhere = "/api/communities/nowhere";
  const one = `${real}/hazards/${hazard.id}`;
  return {
    [`${base}/hazards`]: [`${real}/hazards`, `${real}/hazards?near=1`, `${nowhere}/hazards`],
    [`${base}/hazards/{id}`]: [one, `${real}/hazards/${NONE}`, `${real}/hazards/1`],
    [`${base}/hazards.csv`]: [`${nowhere}/hazards.csv`],
    [`${base}/hazards.xlsx`]: [`${nowhere}/hazards.xlsx`],
    [`${base}/hazard-figures`]: [
      `${real}/hazard-figures`,
      `${real}/hazard-figures?from=soon`,
      `${nowhere}/hazard-figures`,
    ],
    [`${base}/notices`]: [`${real}/notices`, `${nowhere}/notices`],
    [`${base}/hazard-lines`]: [`${real}/hazard-lines`, `${nowhere}/hazard-lines`],
    [`${base}/hazard-takers`]: [`${real}/hazard-takers`, `${nowhere}/hazard-takers`],
    [`${base}/hazard-rules`]: [`${real}/hazard-rules`, `${nowhere}/hazard-rules`],
    [`${base}/photos/{id}`]: [`${real}/photos/${NONE}`, `${real}/photos/1`],
  };
}

/** One real call for each route that answers with JSON, and one refusal for each status it names. */
export async function callsOf(server: TestServer): Promise<Record<string, string[]>> {
  const { layers } = await answersOf("xinyuan");
  const first = (layer: keyof typeof layers) => layers[layer].features[0]!.id;
  const hits = await read<SearchHit[]>(server, "/api/communities/xinyuan/search?q=1");
  expect(hits.length).toBeGreaterThan(0);
  const base = "/api/communities/{slug}";
  const real = "/api/communities/xinyuan";
  const thing = (things: keyof typeof layers, part = "") => [
    `${real}/${things}/${first(things)}${part}`,
    `${real}/${things}/${NONE}${part}`,
    `${real}/${things}/1${part}`,
  ];
  return {
    "/api/health": ["/api/health"],
    "/api/communities": ["/api/communities"],
    "/api/me": ["/api/me"],
    "/api/sign-in-help": ["/api/sign-in-help"],
    "/api/basemaps": ["/api/basemaps"],
    "/api/basemaps/{name}": ["/api/basemaps/none.pmtiles", "/api/basemaps/none"],
    [`${base}/layers/{layer}`]: [
      ...Object.keys(layers).map((layer) => `${real}/layers/${layer}`),
      "/api/communities/nowhere/layers/grids",
      `${real}/layers/none`,
    ],
    [`${base}/coverage`]: [`${real}/coverage`, "/api/communities/nowhere/coverage"],
    [`${base}/themes`]: [`${real}/themes`, "/api/communities/nowhere/themes"],
    [`${base}/search`]: [`${real}/search?q=1`, `${real}/search?q=`],
    [`${base}/events`]: ["/api/communities/nowhere/events"],
    "/api/me/audit": ["/api/me/audit", "/api/me/audit?limit=0"],
    [`${base}/audit`]: [`${real}/audit`, `${real}/audit?place=grid`, "/api/communities/no/audit"],
    [`${base}/audit/choices`]: [`${real}/audit/choices`, "/api/communities/no/audit/choices"],
    [`${base}/audit.xlsx`]: ["/api/communities/no/audit.xlsx"],
    [`${base}/reveals`]: [`${real}/reveals`, "/api/communities/nowhere/reveals"],
    [`${base}/buildings/{id}`]: thing("buildings"),
    [`${base}/buildings/{id}/ground`]: thing("buildings", "/ground"),
    [`${base}/buildings/{id}/uses`]: thing("buildings", "/uses"),
    [`${base}/compounds/{id}/ground`]: thing("compounds", "/ground"),
    [`${base}/ground`]: [`${real}/ground`, "/api/communities/nowhere/ground"],
    [`${base}/grids/{id}`]: thing("grids"),
    [`${base}/micro-grids/{id}`]: thing("micro-grids"),
    [`${base}/compounds/{id}`]: thing("compounds"),
    [`${base}/places/{id}`]: thing("places"),
    ...(await callsAboutPeople(server, base, real)),
    ...(await callsAboutPlans(server, base, real)),
    ...(await callsAboutHazards(server, base, real)),
    ...(await callsAboutRounds(server, base, real)),
  };
}
