import { readFile as readBytes, stat } from "node:fs/promises";
import { DirectoryLocked } from "#data/lock.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { DatabaseUnavailable } from "#data/unavailable.ts";
import { MAX_FILE_BYTES } from "#data/model/import/readFootprintFile.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import { createFromReading } from "./communities/create.ts";
import { readFile } from "./footprints/readFile.ts";
import { ConfigurationWrong, readConfiguration } from "./configuration.ts";
import { type ImportOptions, readOptions, USAGE } from "./importing/options.ts";
import { problemText } from "./importing/problemText.ts";
import { reportLines } from "./importing/report.ts";
import { languageOf, Refusal, type Text } from "./importing/text.ts";
import { Problem } from "./problem.ts";
import { openServices } from "./services.ts";

/** `npm run import`: a community from a file of footprints, at a terminal. */
const language = languageOf(process.env);
try {
  const options = readOptions(process.argv.slice(2));
  if (options) await importFile(options);
  else say(USAGE);
} catch (error) {
  console.error(explain(error)[language]);
  process.exitCode = 1;
}

async function importFile(options: ImportOptions): Promise<void> {
  // The file first: a wrong one is refused before the database is opened, which takes seconds.
  const reading = await readFile(await readWhole(options.file), options.mapping);
  refuseUnknownColumns(options.mapping, reading);
  for (const line of reportLines(reading, language)) console.log(line);
  if (options.isDryRun) return say({ zh: "只是看看，没有新建。", en: "Nothing was created." });
  say({ zh: "正在打开数据库…", en: "Opening the database…" });
  const ctx = await openServices(readConfiguration(process.env));
  try {
    const { name, slug, attribution } = options;
    const created = await createFromReading(ctx, { name, slug, attribution, reading });
    say({
      zh: `已新建 ${created.name}，${created.buildings} 栋。打开：/${created.slug}`,
      en: `Created ${created.name}, ${created.buildings} buildings. Open: /${created.slug}`,
    });
  } finally {
    await ctx.database.close();
  }
}

/** By its size first: a film is not brought into memory to be refused. */
async function readWhole(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > MAX_FILE_BYTES) {
    throw new ImportProblem({ kind: "too-large", bytes: size, limit: MAX_FILE_BYTES });
  }
  return readBytes(file);
}

/** A mistyped property would quietly leave every building without it. */
function refuseUnknownColumns(mapping: MappingChoice, { columns }: FootprintReading): void {
  const names = columns.map(({ name }) => name);
  const unknown = Object.values(mapping).filter((name) => name !== null && !names.includes(name));
  if (unknown.length === 0) return;
  throw new Refusal({
    zh: `文件里没有属性 ${unknown.join("、")}。有：${names.join("、")}`,
    en: `The file has no property ${unknown.join(", ")}. It has: ${names.join(", ")}`,
  });
}

function say(text: Text): void {
  console.log(text[language]);
}

function explain(error: unknown): Text {
  if (error instanceof Refusal) return error.text;
  if (error instanceof ImportProblem) return problemText(error.detail);
  if (error instanceof DirectoryLocked) {
    return {
      zh: `${error.message}\n格图正在运行时，请在浏览器里用“新建社区”导入这个文件。`,
      en: `${error.message}\nWhile Getu is running, import the file in the browser: New community.`,
    };
  }
  if (error instanceof DatabaseUnavailable || error instanceof ConfigurationWrong) {
    return { zh: error.message, en: error.message };
  }
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path)
    return { zh: `没有这个文件：${path}`, en: `No such file: ${path}` };
  if (code === "EISDIR")
    return { zh: "这是文件夹，不是文件。", en: "That is a folder, not a file." };
  if (code === "EACCES" && path) {
    return { zh: `没有权限：${path}`, en: `No permission: ${path}` };
  }
  if (error instanceof Problem && error.kind === "slug-taken") {
    const slug = String(error.parameters["slug"]);
    return { zh: `网址 /${slug} 已经有社区了。`, en: `There is a community at /${slug} already.` };
  }
  return { zh: stack ?? message, en: stack ?? message };
}
