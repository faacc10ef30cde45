import { existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./static.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = ["web", "data/model", "package-lock.json", "vite.config.ts"];

/** Builds the web front end if there is none, or if a source is newer. @returns whether it built */
export async function buildPages(tell: () => void): Promise<boolean> {
  const page = join(DIST, "index.html");
  if (existsSync(page) && statSync(page).mtimeMs > (await newest(SOURCES))) return false;
  tell();
  const { build } = await import("vite");
  await build({
    root: join(ROOT, "web"),
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "warn",
  });
  return true;
}

async function newest(sources: string[]): Promise<number> {
  const times = await Promise.all(
    sources.map(async (source) => {
      const path = join(ROOT, source);
      if (!existsSync(path)) return 0;
      if (statSync(path).isFile()) return statSync(path).mtimeMs;
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      return Math.max(
        0,
        ...entries
          // Compiled messages are made by the build itself.
          .filter((entry) => entry.isFile() && !entry.parentPath.includes("compiled"))
          .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
      );
    }),
  );
  return Math.max(...times);
}
