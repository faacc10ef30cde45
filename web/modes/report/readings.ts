import type { HazardRules } from "#data/model/hazards/rules.ts";
import { api } from "#web/api.ts";

/** What is nice to know and never waited for: without a network it is left out. */

/** Whether the community uses 较大 between the two national levels. */
export async function readUsesSerious(slug: string): Promise<boolean> {
  const address = `/api/communities/${encodeURIComponent(slug)}/hazard-rules`;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return true;
  return ((await response.json()) as HazardRules).usesSerious;
}

/** Who answers for a grid today, by their names. */
export async function readWorkers(slug: string, id: string): Promise<string[]> {
  try {
    const response = await api.communities[":slug"].grids[":id"].$get({ param: { slug, id } });
    const { workers } = await response.json();
    return workers.flatMap(({ name }) => name ?? []);
  } catch {
    return [];
  }
}
