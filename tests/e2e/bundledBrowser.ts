import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import type { BrowserProgram } from "./browser.ts";

const PACKAGE = dirname(
  dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))),
);
/** The browser, its fonts, its graphics, and the libraries that a bare Linux lacks. */
const ARCHIVES = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
const SYSTEM_FONTS = "/etc/fonts/fonts.conf";

/** Unpacks the Chromium among the packages (Linux x64), once a version: about ten seconds. */
export async function unpackBrowser(): Promise<BrowserProgram> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8")) as {
    version: string;
  };
  // Beside the packages, because nobody else can write there, and `npm ci` takes it away.
  const folder = join(PACKAGE, "..", "..", ".cache", `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const fonts = join(folder, "fonts.conf");
  return {
    path: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(":"),
      ...(existsSync(SYSTEM_FONTS) ? {} : { FONTCONFIG_FILE: fonts }),
    },
  };
}

/** All or nothing: a run that was stopped half-way must not leave half a browser. */
async function unpackInto(folder: string): Promise<void> {
  const workshop = `${folder}.${process.pid}`;
  await mkdir(workshop, { recursive: true });
  // The package unpacks into the temporary folder, wherever that is, and nowhere else.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = workshop;
  try {
    await Promise.all(ARCHIVES.map((name) => inflate(join(PACKAGE, "bin", name))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await writeFile(join(workshop, "fonts.conf"), fontsIn(join(folder, "fonts")));
  try {
    await rename(workshop, folder);
  } catch (error) {
    // Another run may have been first.
    await rm(workshop, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>
`;
}
