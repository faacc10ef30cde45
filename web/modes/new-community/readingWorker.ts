import { boundaryAround } from "#data/model/import/boundary.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { MAX_FILE_BYTES, readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { drawingOf } from "./drawing.ts";
import type { ReadingAnswer } from "./reader.ts";

/** Reads one file beside the page: 50 MB take seconds, in which the page stays alive. */
onmessage = async ({ data }: MessageEvent<{ file: File; mapping: MappingChoice }>) => {
  postMessage(await answer(data.file, data.mapping));
};

async function answer(file: File, mapping: MappingChoice): Promise<ReadingAnswer> {
  try {
    // By the size the file says it has: a film is not brought into memory to be refused.
    if (file.size > MAX_FILE_BYTES) {
      throw new ImportProblem({ kind: "too-large", bytes: file.size, limit: MAX_FILE_BYTES });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { buildings, ...rest } = readFootprintFile(bytes, { mapping });
    const boundary = boundaryAround(buildings.map(({ geometry }) => geometry));
    // What was looked at is what is sent, even if the file on the disk changes meanwhile.
    const kept = new File([bytes], file.name, { type: file.type });
    const reading = { ...rest, buildings: buildings.length };
    return { reading, boundary, drawing: drawingOf(buildings), file: kept };
  } catch (error) {
    // Classes do not survive the crossing, the detail does.
    return error instanceof ImportProblem ? { problem: error.detail } : { problem: null };
  }
}
