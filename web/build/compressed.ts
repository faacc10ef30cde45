import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const WORTH_BYTES = 1024;
/** The last two levels take five times as long for four parts in a hundred. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Lays each script and style beside itself in both encodings: the server answers with files. */
export function compressed(): Plugin {
  return {
    name: "getu-compressed",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      if (!dir) return;
      const files = Object.values(bundle).map(async (file) => {
        const bytes = Buffer.from(file.type === "chunk" ? file.code : file.source);
        if (!/\.(m?js|css)$/.test(file.fileName) || bytes.length < WORTH_BYTES) return;
        const path = join(dir, file.fileName);
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, BROTLI));
      });
      await Promise.all(files);
    },
  };
}
