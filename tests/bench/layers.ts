import { LAYERS, type Layer } from "#data/model/layers.ts";
import { BROTLI, IDENTITY, layFile, read, readCold } from "./layerRequests.ts";
import { LoadGenerator } from "./loadGenerator.ts";
import type { BenchServer } from "./server.ts";
import { median, type Section } from "./table.ts";

const GOAL = 0.9;

interface Effort {
  rounds: number;
  milliseconds: number;
}

/**
 * Reading each layer beside a static file of the same bytes from the same server. Contenders take
 * turns in short runs, and a ratio is taken in each turn, so a busy moment hits both sides alike.
 */
export async function benchLayers(server: BenchServer, isQuick: boolean): Promise<Section> {
  const effort = isQuick ? { rounds: 3, milliseconds: 150 } : { rounds: 7, milliseconds: 300 };
  const generator = new LoadGenerator();
  const rows: string[][] = [];
  let worst = Infinity;
  try {
    const sizes = { "300": "small", "1,321": "real", "5,000": "large" } as const;
    for (const [size, which] of Object.entries(sizes)) {
      for (const layer of LAYERS) {
        const found = await benchLayer(server, generator, server.slugs[which], layer, effort);
        worst = Math.min(worst, found.plain.ratio, found.packed.ratio);
        rows.push(rowOf(`${size} ${layer}`, found));
      }
    }
  } finally {
    generator.close();
  }
  return {
    title: "Reading a layer, requests/s, beside a static file of the same bytes",
    goal: `cached ≥ ${GOAL} × static for every layer (lowest: ${worst.toFixed(2)})`,
    isReached: worst >= GOAL,
    columns: [
      ..."buildings and layer,cold ms,bytes,static,cached,ratio".split(","),
      ..."br bytes,static br,cached br,ratio,304,ratio".split(","),
    ],
    rows,
    note:
      "cold: first read after a change, with br. static br: the same compressed bytes, laid ready " +
      "beside the file. 304: beside the whole static file, which knows no If-None-Match.",
  };
}

/** Requests a second of each contender. */
type Turn = Record<"file" | "layer" | "packedFile" | "packedLayer" | "unchanged", number>;

interface Compared {
  static: number;
  ours: number;
  ratio: number;
}

interface LayerFigures {
  coldMilliseconds: number;
  plainBytes: number;
  packedBytes: number;
  plain: Compared;
  packed: Compared;
  unchanged: Compared;
}

async function benchLayer(
  server: BenchServer,
  generator: LoadGenerator,
  slug: string,
  layer: Layer,
  { rounds, milliseconds }: Effort,
): Promise<LayerFigures> {
  const path = `/api/communities/${slug}/layers/${layer}`;
  const signedIn = { Cookie: server.cookie };
  const coldMilliseconds = await readCold(server, slug, path, Math.min(rounds, 3));
  const plainBody = await read(server.address + path, { ...IDENTITY, ...signedIn });
  const packedBody = await read(server.address + path, { ...BROTLI, ...signedIn });
  const file = await layFile(server, `${slug}-${layer}.json`, plainBody.bytes, packedBody.bytes);

  const port = Number(new URL(server.address).port);
  const run = async (path: string, headers: Record<string, string>, status: number) => {
    const result = await generator.run({ port, path, headers, milliseconds });
    if (result.status !== status) throw new Error(`${path} answers ${result.status}`);
    return result.requestsPerSecond;
  };
  const unchanged = { ...IDENTITY, ...signedIn, "If-None-Match": plainBody.etag };
  const turns: Turn[] = [];
  // The first turn warms both sides up and does not count.
  for (let round = -1; round < rounds; round++) {
    const turn = {
      file: await run(file, IDENTITY, 200),
      layer: await run(path, { ...IDENTITY, ...signedIn }, 200),
      packedFile: await run(file, BROTLI, 200),
      packedLayer: await run(path, { ...BROTLI, ...signedIn }, 200),
      unchanged: await run(path, unchanged, 304),
    };
    if (round >= 0) turns.push(turn);
  }
  const compared = (theirs: keyof Turn, ours: keyof Turn): Compared => ({
    static: median(turns.map((turn) => turn[theirs])),
    ours: median(turns.map((turn) => turn[ours])),
    ratio: median(turns.map((turn) => turn[ours] / turn[theirs])),
  });
  return {
    coldMilliseconds,
    plainBytes: plainBody.bytes.length,
    packedBytes: packedBody.bytes.length,
    plain: compared("file", "layer"),
    packed: compared("packedFile", "packedLayer"),
    unchanged: compared("file", "unchanged"),
  };
}

function rowOf(name: string, figures: LayerFigures): string[] {
  const { coldMilliseconds, plainBytes, packedBytes, plain, packed, unchanged } = figures;
  const rate = (value: number) => value.toFixed(0);
  return [
    name,
    coldMilliseconds.toFixed(0),
    String(plainBytes),
    ...[rate(plain.static), rate(plain.ours), plain.ratio.toFixed(2)],
    String(packedBytes),
    ...[rate(packed.static), rate(packed.ours), packed.ratio.toFixed(2)],
    ...[rate(unchanged.ours), unchanged.ratio.toFixed(2)],
  ];
}
