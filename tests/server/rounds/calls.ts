import type { TestServer } from "../harness.ts";
import { roundOf } from "./rounds.ts";

const NONE = "00000000-0000-4000-8000-000000000000";

/** One real call for each route about rounds, and one for each refusal that it names. */
export async function callsAboutRounds(server: TestServer, base: string, real: string) {
  const round = roundOf();
  await server.post(`${real}/rounds`, round);
  const location = { type: "Point", coordinates: [113.5, 37.8] };
  await server.post(`${real}/inspections`, { id: round.id, isAllWell: true, location });
  const nowhere = "/api/communities/nowhere";
  const of = (id: string, part = "") => `${real}/rounds/${id}${part}`;
  const each = (part = "") => [of(round.id, part), of(NONE, part), of("1", part)];
  return {
    [`${base}/checklists`]: [`${real}/checklists`, `${nowhere}/checklists`],
    [`${base}/inspections`]: [
      `${real}/inspections`,
      `${real}/inspections?limit=0`,
      `${nowhere}/inspections`,
    ],
    [`${base}/last-inspections`]: [`${real}/last-inspections`, `${nowhere}/last-inspections`],
    [`${base}/my-targets`]: [`${real}/my-targets`, `${nowhere}/my-targets`],
    [`${base}/rounds`]: [`${real}/rounds`, `${real}/rounds?open=perhaps`, `${nowhere}/rounds`],
    [`${base}/rounds/{id}`]: each(),
    [`${base}/rounds/{id}/left-out`]: each("/left-out"),
    [`${base}/rounds/{id}/targets`]: each("/targets"),
  };
}
