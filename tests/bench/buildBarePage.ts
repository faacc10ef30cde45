import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("./bare", import.meta.url));

/** Builds the bare MapLibre page with the product's own tool and target. @returns its path on the server */
export async function buildBarePage(filesDirectory: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    base: "/bench/bare/",
    logLevel: "error",
    build: { outDir: `${filesDirectory}/bare`, target: "es2022", chunkSizeWarningLimit: 2000 },
  });
  return "/bench/bare/index.html";
}
