import type {
  HazardAssignment,
  HazardDetail,
  HazardSummary,
  HazardTaker,
} from "#data/model/answers/hazards.ts";
import type { HazardRules } from "#data/model/hazards/rules.ts";
import { fetchOrThrow } from "#web/api.ts";
import type { HazardPin } from "./pin.ts";

interface PinFeature {
  properties: Omit<HazardPin, "position">;
  geometry: { coordinates: [number, number] };
}

/** Where the answers about a community's hazards are. */
export function hazardsAddress(slug: string, rest = ""): string {
  return `/api/communities/${encodeURIComponent(slug)}/hazards${rest}`;
}

export function communityAddress(slug: string, rest: string): string {
  return `/api/communities/${encodeURIComponent(slug)}/${rest}`;
}

async function read<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetchOrThrow(address, { signal });
  return (await response.json()) as Answer;
}

async function send<Answer>(method: string, address: string, body?: unknown): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const content = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  const response = await fetchOrThrow(address, { method, ...content });
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

export function readHazards(slug: string, query: Record<string, string>, signal: AbortSignal) {
  const words = new URLSearchParams(query).toString();
  return read<HazardSummary[]>(hazardsAddress(slug, words && `?${words}`), signal);
}

export function readHazard(slug: string, id: string, signal?: AbortSignal) {
  return read<HazardDetail>(hazardsAddress(slug, `/${id}`), signal);
}

/** @param address of the layer, with its revision */
export async function readPins(address: string, signal: AbortSignal): Promise<HazardPin[]> {
  const { features } = await read<{ features: PinFeature[] }>(address, signal);
  return features.map(({ properties, geometry }) => ({
    ...properties,
    position: geometry.coordinates,
  }));
}

export function readTakers(slug: string) {
  return read<HazardTaker[]>(communityAddress(slug, "hazard-takers"));
}

export function markStarred(slug: string, id: string, isStarred: boolean) {
  return send<unknown>(isStarred ? "PUT" : "DELETE", hazardsAddress(slug, `/${id}/star`));
}

export function assignTogether(slug: string, ids: readonly string[], assigneeId: string) {
  return send<HazardAssignment[]>("POST", hazardsAddress(slug, "/assign"), { ids, assigneeId });
}

export function readRules(slug: string) {
  return read<HazardRules>(communityAddress(slug, "hazard-rules"));
}

export function writeRules(slug: string, rules: HazardRules) {
  return send<HazardRules>("PUT", communityAddress(slug, "hazard-rules"), rules);
}
