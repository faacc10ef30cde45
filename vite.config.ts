import { fileURLToPath } from "node:url";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { compressed } from "./web/build/compressed.ts";
import { firstPage } from "./web/build/firstPage.ts";
import { serviceWorker } from "./web/build/serviceWorker.ts";
import { checkCatalogue } from "./web/messages/check.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const isTest = process.env.VITEST !== undefined;

const PROCESSES = ["damaged", "faults", "kills", "lock", "migrate"].map(
  (name) => `tests/data/${name}.test.ts`,
);

/** Begins before all tests, and waits for nothing. */
const PREPARED = path("./tests/server/preparedDatabase.ts");

/** One group, so that no core waits for the last file of a project; all of it wants as many workers. */
const TOGETHER = { maxWorkers: 2 };
/** On one server of PostgreSQL two workers would wait for each other's rows. */
const ALONE = { maxWorkers: 1, sequence: { groupOrder: 1 } };

const first = firstPage();

export default defineConfig({
  root: path(isTest ? "." : "./web"),
  publicDir: isTest ? false : "public",
  plugins: [
    { name: "getu-catalogue", buildStart: () => checkCatalogue() },
    paraglideVitePlugin({
      project: path("./web/messages/project.inlang"),
      outdir: path("./web/messages/compiled"),
      strategy: ["baseLocale"],
      disableAsyncLocalStorage: true,
      // One file a language: all messages are needed at once, and one a message is 300 requests.
      outputStructure: "locale-modules",
    }),
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    first.plugin,
    compressed(),
    serviceWorker(),
  ],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    // MapLibre in one piece.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: "map", test: /node_modules\/maplibre-gl\//, priority: 1 },
            // In one piece what every page needs, or it would be in twenty.
            { name: "page", test: (id) => first.has(id) },
          ],
        },
      },
    },
  },
  // The map library's components share its map by context: pre-bundling would make two of each.
  optimizeDeps: { exclude: ["svelte-maplibre-gl"] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...TOGETHER,
          name: "model",
          include: ["tests/{model,samples,web}/**/*.test.ts"],
          // They share no state but modules, which take longer to read than most tests.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...(process.env.DATABASE_URL ? ALONE : TOGETHER),
          name: "server",
          include: ["tests/{server,data}/**/*.test.ts"],
          exclude: PROCESSES,
          globalSetup: process.env.DATABASE_URL ? [] : PREPARED,
          // One database for all files of a worker.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...TOGETHER,
          name: "processes",
          // Each in directories and processes of its own: they may run beside one another.
          include: PROCESSES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          sequence: { groupOrder: 2 },
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: [path("./tests/e2e/browserSetup.ts")],
          isolate: false,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // Drawing without a graphics card takes its time.
          expect: { poll: { timeout: 30_000, interval: 100 } },
        },
      },
    ],
  },
});
