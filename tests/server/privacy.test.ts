import { expect, test } from "vitest";
import { LAYERS } from "#data/model/layers.ts";
import { maskName, maskPhone } from "#data/model/mask.ts";
import { SAMPLE_SLUGS, type SampleSlug } from "#data/samples/index.ts";
import { communities, households, people } from "#data/schema/index.ts";
import { eq } from "drizzle-orm";
import { answersOf, layerPath } from "./answers.ts";
import { inRollback, type TestServer } from "./harness.ts";

const PHONE = /^\d{11}$/;

test.each(SAMPLE_SLUGS)("no answer about %s names a resident or tells a phone", async (slug) => {
  const { summary } = await answersOf(slug);
  const paths = await pathsOf(slug);
  await inRollback(async (server) => {
    const { names, phones } = await secretsOf(server, summary.id);
    expect(names.length).toBeGreaterThan(0);
    expect(phones.length).toBeGreaterThan(0);
    expect(phones.filter((phone) => !PHONE.test(phone))).toEqual([]);
    const secrets = new Set([...names, ...phones]);
    const told = new Set<string>();
    for (const path of [...paths, ...searchesFor(slug, names, phones)]) {
      const answer = await (await server.get(path)).text();
      for (const secret of secretsIn(answer, secrets)) told.add(`${path}: ${secret}`);
    }
    expect([...told]).toEqual([]);
  })();
});

/** Every address that says something of a community. */
async function pathsOf(slug: SampleSlug): Promise<string[]> {
  const { layers } = await answersOf(slug);
  const base = `/api/communities/${slug}`;
  return [
    "/api/communities",
    "/api/basemaps",
    `${base}/coverage`,
    `${base}/themes`,
    ...LAYERS.map((layer) => layerPath(slug, layer)),
    ...(["buildings", "grids", "micro-grids", "compounds", "places"] as const).flatMap((layer) =>
      layers[layer].features.map(({ id }) => `${base}/${layer}/${id}`),
    ),
  ];
}

/** Asked for in full, a resident is found and still masked. */
function searchesFor(slug: string, names: string[], phones: string[]): string[] {
  const words = [...names.slice(0, 40), ...phones.slice(0, 20), "1", "号", "单元"];
  return words.map(
    (word) => `/api/communities/${slug}/search?limit=50&q=${encodeURIComponent(word)}`,
  );
}

/** Names and phones of heads of household who have no duty: those of people on duty are public. */
async function secretsOf({ ctx }: TestServer, communityId: string) {
  const heads = await ctx.db
    .select()
    .from(households)
    .where(eq(households.communityId, communityId));
  const onDuty = await ctx.db.select().from(people).where(eq(people.communityId, communityId));
  const open = new Set(onDuty.flatMap(({ name, phone }) => [name, phone]));
  const secret = (values: (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null && !open.has(value)))] as string[];
  const names = secret(heads.map(({ headName }) => headName));
  return { names, phones: secret(heads.map(({ phone }) => phone)) };
}

/** Names that stand as a whole text, or as a whole word in one, and phones wherever they stand. */
function secretsIn(answer: string, secrets: ReadonlySet<string>): string[] {
  const words: string[] = answer.match(/[\p{Script=Han}*]+/gu) ?? [];
  return [...words, ...elevenDigitsIn(answer)].filter((text) => secrets.has(text));
}

/** Also within longer numbers. */
function* elevenDigitsIn(answer: string): Generator<string> {
  for (const [digits] of answer.matchAll(/\d{11,}/g)) {
    for (let end = 11; end <= digits.length; end++) yield digits.slice(end - 11, end);
  }
}

test(
  "masks hide a name but its first character, and the middle of a phone",
  inRollback(async ({ ctx }) => {
    const [household] = await ctx.db
      .select({ head: households.headName, phone: households.phone })
      .from(households)
      .innerJoin(communities, eq(communities.id, households.communityId))
      .where(eq(communities.slug, "hongqi"));
    expect(maskName(household!.head)).not.toBe(household!.head);
    expect(maskName("欧阳文静")).toBe("欧***");
    expect(maskPhone("13812341234")).toBe("138****1234");
  }),
);
