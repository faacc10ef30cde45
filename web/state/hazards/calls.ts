import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import type { HazardRules } from "#data/model/hazards/rules.ts";
import { unpackLines } from "#data/model/hazards/lines.ts";
import { api, fetchOrThrow } from "#web/api.ts";
import type { HazardPin } from "./pin.ts";

const community = api.communities[":slug"];

interface PinFeature {
  properties: Omit<HazardPin, "position">;
  geometry: { coordinates: [number, number] };
}

/** Where the answers about a community's hazards are, for what is kept and sent later. */
export function hazardsAddress(slug: string, rest = ""): string {
  return `/api/communities/${encodeURIComponent(slug)}/hazards${rest}`;
}

export function communityAddress(slug: string, rest: string): string {
  return `/api/communities/${encodeURIComponent(slug)}/${rest}`;
}

export interface LineQuery {
  status?: string;
  mine?: "true";
}

/** The work list, in no order. */
export async function readLines(
  slug: string,
  query: LineQuery,
  signal: AbortSignal,
): Promise<HazardLine[]> {
  const lines = community["hazard-lines"];
  const response = await lines.$get({ param: { slug }, query }, { init: { signal } });
  return unpackLines(await response.json());
}

/** Those that are open around a point, the nearest first. */
export async function readNearby(
  slug: string,
  [longitude, latitude]: readonly [number, number],
  meters: number,
) {
  const query = { near: `${longitude},${latitude},${meters}` };
  return (await community.hazards.$get({ param: { slug }, query })).json();
}

export async function readHazard(slug: string, id: string, signal?: AbortSignal) {
  const hazard = community.hazards[":id"];
  return (await hazard.$get({ param: { slug, id } }, { init: { signal } })).json();
}

/** @param address of the layer, with its revision: layers have no types */
export async function readPins(address: string, signal: AbortSignal): Promise<HazardPin[]> {
  const response = await fetchOrThrow(address, { signal });
  const { features } = (await response.json()) as { features: PinFeature[] };
  return features.map(({ properties, geometry }) => ({
    ...properties,
    position: geometry.coordinates,
  }));
}

export async function readTakers(slug: string) {
  return (await community["hazard-takers"].$get({ param: { slug } })).json();
}

export async function markStarred(slug: string, id: string, isStarred: boolean): Promise<void> {
  const { star } = community.hazards[":id"];
  const param = { slug, id };
  await (isStarred ? star.$put({ param }) : star.$delete({ param }));
}

export async function assignTogether(slug: string, ids: readonly string[], assigneeId: string) {
  const json = { ids: [...ids], assigneeId };
  return (await community.hazards.assign.$post({ param: { slug }, json })).json();
}

export async function readRules(slug: string): Promise<HazardRules> {
  return (await community["hazard-rules"].$get({ param: { slug } })).json();
}

export async function writeRules(slug: string, json: HazardRules): Promise<HazardRules> {
  return (await community["hazard-rules"].$put({ param: { slug }, json })).json();
}
