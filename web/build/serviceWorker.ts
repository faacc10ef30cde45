import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { injectManifest } from "@serwist/build";
import { build, type Plugin, type ResolvedConfig, type Rolldown } from "vite";

const SOURCE = fileURLToPath(new URL("../serviceWorker/worker.ts", import.meta.url));

/**
 * Builds the service worker once the pages are there, as a file of its own beside them, and writes into
 * it which files there are. vite-plugin-pwa does the same with a second bundler, whose platform packages
 * our lock file cannot hold.
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "getu-service-worker",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle(error) {
      if (error) return;
      const directory = resolve(config.root, config.build.outDir);
      const workshop = await mkdtemp(join(tmpdir(), "getu-worker-"));
      try {
        const swSrc = join(workshop, "worker.js");
        await writeFile(swSrc, await bundled());
        await injectManifest({
          swSrc,
          swDest: join(directory, "worker.js"),
          globDirectory: directory,
          globPatterns: ["index.html", "*.{svg,png,webmanifest}", "assets/*.{js,mjs,css}"],
          // They carry a hash of their content in their names.
          dontCacheBustURLsMatching: /^assets\//,
        });
      } finally {
        await rm(workshop, { recursive: true });
      }
    },
  };
}

/** The worker in one piece, as every browser takes it. */
async function bundled(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: SOURCE, output: { format: "iife" } },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = result.output;
  return chunk.code;
}
