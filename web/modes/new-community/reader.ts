import type { Polygon } from "geojson";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem, type ImportProblemDetail } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";

/** What was found in a file, with how many buildings instead of the buildings. */
export type Findings = Omit<FootprintReading, "buildings"> & { buildings: number };

/**
 * A file that was read. The buildings come as a text for the map alone: a hundred thousand of them
 * as objects would hold up the page for seconds on their way through it.
 */
export interface ReadFile {
  reading: Findings;
  boundary: Polygon;
  /** The buildings as GeoJSON. */
  drawing: Blob;
  /** The very bytes that were read. */
  file: File;
}

/** From the worker; null where the file could not be opened at all. */
export type ReadingAnswer = ReadFile | { problem: ImportProblemDetail | null };

/** Reads one file at a time, each in a worker of its own, so that stopping is ending it. */
export class FootprintReader {
  #worker: Worker | undefined;

  /**
   * Stops the reading before it. A stopped reading never settles.
   * @throws ImportProblem; another Error where the file cannot be opened
   */
  async read(file: File, mapping: MappingChoice): Promise<ReadFile> {
    this.stop();
    const worker = new Worker(new URL("./readingWorker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    const answer = await new Promise<ReadingAnswer>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => resolve(data);
      worker.onerror = () => resolve({ problem: null });
      worker.postMessage({ file, mapping });
    });
    worker.terminate();
    if (!("problem" in answer)) return answer;
    throw answer.problem ? new ImportProblem(answer.problem) : new Error("the file was not read");
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
