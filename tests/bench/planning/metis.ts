import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PartitionGraph } from "#data/model/partition/graph.ts";

const run = promisify(execFile);

export interface MetisAnswer {
  assignment: Int32Array;
  /** METIS' own timer of the partitioning, without reading and writing files. */
  milliseconds: number;
}

/** A graph written for METIS 5 (`gpmetis`, Debian's package `metis`), to be partitioned over and over. */
export class MetisGraph {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async write(graph: PartitionGraph): Promise<MetisGraph> {
    const folder = await mkdtemp(join(tmpdir(), "metis-"));
    await writeFile(join(folder, "graph"), metisFile(graph));
    return new MetisGraph(folder);
  }

  /** `-contig`, which METIS ignores, saying so, where the graph is in several components. */
  async partition(parts: number, seed: number): Promise<MetisAnswer> {
    const file = join(this.#folder, "graph");
    const { stdout } = await run("gpmetis", ["-contig", `-seed=${seed}`, file, `${parts}`]);
    const seconds = /Partitioning:\s+([\d.]+) sec/.exec(stdout)?.[1];
    if (!seconds) throw new Error(`No time in what gpmetis said:\n${stdout}`);
    const lines = (await readFile(`${file}.part.${parts}`, "utf8")).trimEnd().split("\n");
    return { assignment: Int32Array.from(lines, Number), milliseconds: 1000 * Number(seconds) };
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Whether `gpmetis` is installed. */
export async function hasMetis(): Promise<boolean> {
  return run("gpmetis", ["-help"]).then(
    () => true,
    (error: { code?: unknown }) => error.code !== "ENOENT",
  );
}

/** Weights of units are loads, rounded up to whole numbers; all links weigh the same. */
function metisFile({ count, offsets, neighbours, loads }: PartitionGraph): string {
  const lines = [`${count} ${neighbours.length / 2} 010`];
  for (let unit = 0; unit < count; unit++) {
    let line = `${Math.max(1, Math.round(loads[unit]!))}`;
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) line += ` ${neighbours[i]! + 1}`;
    lines.push(line);
  }
  return `${lines.join("\n")}\n`;
}
