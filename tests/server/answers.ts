import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { LAYERS, type Layer } from "#data/model/layers.ts";
import type { SampleSlug } from "#data/samples/index.ts";
import { currentServer, inRollback, type TestServer } from "./harness.ts";

export type ThingFeature = Feature<Geometry, Record<string, unknown>> & { id: string };
export interface LayerAnswer extends FeatureCollection<Geometry, Record<string, unknown>> {
  features: ThingFeature[];
}

/** What the server says of one community, each as it was sent. */
export interface CommunityAnswers {
  summary: CommunitySummary;
  coverage: Coverage;
  layers: Record<Layer, LayerAnswer>;
}

const known = new Map<SampleSlug, Promise<CommunityAnswers>>();

/** Read once for all tests that only look: reading a community costs more than most tests. */
export function answersOf(slug: SampleSlug): Promise<CommunityAnswers> {
  const answers = known.get(slug) ?? readAnswers(slug);
  known.set(slug, answers);
  return answers;
}

async function readAnswers(slug: SampleSlug): Promise<CommunityAnswers> {
  let answers: CommunityAnswers | undefined;
  const readWith = async (server: TestServer) => {
    const summaries = await read<CommunitySummary[]>(server, "/api/communities");
    const layers: Partial<Record<Layer, LayerAnswer>> = {};
    for (const layer of LAYERS) layers[layer] = await read(server, layerPath(slug, layer));
    answers = {
      summary: summaries.find((summary) => summary.slug === slug)!,
      coverage: await read(server, `/api/communities/${slug}/coverage`),
      layers: layers as Record<Layer, LayerAnswer>,
    };
  };
  const current = currentServer();
  await (current ? readWith(current) : inRollback(readWith)());
  return answers!;
}

export function layerPath(slug: SampleSlug, layer: Layer): string {
  return `/api/communities/${slug}/layers/${layer}`;
}

/** @throws for any answer but a 200 */
export async function read<T>({ get }: TestServer, path: string): Promise<T> {
  const response = await get(path);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
