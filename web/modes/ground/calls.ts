import type {
  BuildingEdit,
  BuildingGround,
  BuildingUses,
  CompoundEdit,
  CompoundGround,
  CompoundListing,
  GroundChoices,
  GroundImportReport,
  NewBuilding,
} from "#data/model/answers/ground.ts";
import { api } from "#web/api.ts";

/** What a request is about. */
export interface Thing {
  slug: string;
  id: string;
}

const community = api.communities[":slug"];

export async function readChoices(slug: string, signal: AbortSignal): Promise<GroundChoices> {
  const response = await community.ground.$get({ param: { slug } }, { init: { signal } });
  return response.json();
}

export async function readBuilding(param: Thing, signal: AbortSignal): Promise<BuildingGround> {
  const response = await community.buildings[":id"].ground.$get({ param }, { init: { signal } });
  return response.json();
}

export async function readUses(param: Thing): Promise<BuildingUses> {
  const response = await community.buildings[":id"].uses.$get({ param });
  return response.json();
}

export async function addBuilding(slug: string, building: NewBuilding): Promise<BuildingGround> {
  const response = await community.buildings.$post({ param: { slug }, json: building });
  return response.json();
}

export async function changeBuilding(param: Thing, edit: BuildingEdit): Promise<BuildingGround> {
  const response = await community.buildings[":id"].$patch({ param, json: edit });
  return response.json();
}

export async function removeBuilding(param: Thing, reason: string): Promise<void> {
  await community.buildings[":id"].$delete({ param, json: { reason } });
}

export async function readCompound(param: Thing, signal: AbortSignal): Promise<CompoundGround> {
  const response = await community.compounds[":id"].ground.$get({ param }, { init: { signal } });
  return response.json();
}

export async function changeCompound(param: Thing, edit: CompoundEdit): Promise<CompoundGround> {
  const response = await community.compounds[":id"].$patch({ param, json: edit });
  return response.json();
}

export async function listInCompound(
  param: Thing,
  listing: CompoundListing,
): Promise<CompoundGround> {
  const response = await community.compounds[":id"].buildings.$post({ param, json: listing });
  return response.json();
}

export async function importBuildings(
  slug: string,
  file: File,
  isTrial: boolean,
): Promise<GroundImportReport> {
  const form = { file, dryRun: isTrial ? ("true" as const) : ("false" as const) };
  const response = await community.buildings.import.$post({ param: { slug }, form });
  return response.json();
}
