import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { FaultText } from "#data/faults.ts";

/** The command line is not understood; says how it is used. */
export class Misused extends Error {
  override readonly name = "Misused";

  constructor(readonly text: FaultText) {
    super(text.en);
  }
}

export const BACKUP_USAGE: FaultText = {
  en: `Usage: npm run backup -- FILE [--force]

  FILE      where to write the backup, such as getu-2026-11-22.tar.gz; Getu may be running
  --force   replace FILE if it is there`,
  zh: `用法：npm run backup -- 文件 [--force]

  文件      备份写到哪里，例如 getu-2026-11-22.tar.gz；格图可以正在运行
  --force   文件已存在时覆盖`,
};

export const RESTORE_USAGE: FaultText = {
  en: `Usage: npm run restore -- FILE [--migrate] [--replace]

  FILE        a backup; Getu must be stopped
  --migrate   load a backup of an older Getu and bring it up to date
  --replace   even though there are communities already: the backup takes their place`,
  zh: `用法：npm run restore -- 文件 [--migrate] [--replace]

  文件        备份文件；先停止格图
  --migrate   恢复较旧格图的备份并升级
  --replace   即使已有社区数据，也用备份全部替换`,
};

/** One file and switches; undefined where help was asked for. @throws Misused */
export function readCommandLine<Switch extends string>(
  commandLine: string[],
  switches: readonly Switch[],
  usage: FaultText,
): { file: string; isOn: (name: Switch) => boolean } | undefined {
  const { values, positionals } = parse(commandLine, switches, usage);
  if (values["help"]) return undefined;
  const [file, second] = positionals;
  if (file === undefined) throw misused({ en: "No file was given.", zh: "没有写文件。" }, usage);
  if (second !== undefined) {
    throw misused({ en: `One file at a time: ${second}`, zh: `一次一个文件：${second}` }, usage);
  }
  return { file: resolve(file), isOn: (name) => values[name as string] === true };
}

interface Parsed {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function parse(commandLine: string[], switches: readonly string[], usage: FaultText): Parsed {
  try {
    return parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(switches.map((name) => [name, { type: "boolean" as const }])),
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const { message } = error as Error;
    throw misused({ en: message, zh: message }, usage);
  }
}

function misused(text: FaultText, usage: FaultText): Misused {
  return new Misused({ en: `${text.en}\n\n${usage.en}`, zh: `${text.zh}\n\n${usage.zh}` });
}
