import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { FaultText } from "#data/faults.ts";

/** Ends the program with a message. */
export class CannotPropose extends Error {
  override readonly name = "CannotPropose";

  constructor(readonly text: FaultText) {
    super(text.en);
  }
}

export interface ProposeOptions {
  file: string;
  out: string;
  grids: number;
  /** Least and most load of each micro-grid; undefined: grids alone. */
  microGrids: { min: number; max: number } | undefined;
  /** The property that says how much work a footprint is; undefined: found out. */
  load: string | undefined;
  /** The property whose values belong together. */
  keep: string | undefined;
  seed: number;
}

export const USAGE: FaultText = {
  zh: `用法：npm run propose -- 文件 --grids 数量 --out 结果文件 [选项]

  文件             楼房轮廓，GeoJSON，WGS 84 经纬度
  --grids 数量     分成几个网格
  --out 结果文件   写到哪里：每栋加上 grid，从西到东编号，从 1 开始
  --micro-grids 最小-最大
                   每个网格内再分微网格，每个的工作量在两数之间，例如 30-100；每栋再加上 microGrid，
                   在所属网格内从西到东编号
  --load 属性      工作量在哪个属性里；不写就用户数，没有户数就按层数和面积估算，再没有就每栋算 1
  --keep 属性      这个属性相同的尽量分在一起，例如 compound
  --seed 整数      换一个数，得到另一种分法；默认 1`,
  en: `Usage: npm run propose -- FILE --grids K --out OUT [options]

  FILE           building footprints, GeoJSON, WGS 84 degrees
  --grids K      how many grids to make
  --out OUT      where to write the result: each footprint with its grid, from 1, numbered west to east
  --micro-grids MIN-MAX
                 also divide each grid into micro-grids of a load between the two, such as 30-100; each
                 footprint then has its microGrid too, numbered in its grid west to east
  --load PROP    the property that says how much work a footprint is; without it households, or an estimate
                 from storeys and area, or 1 each
  --keep PROP    what has the same value stays together where possible, such as compound
  --seed N       another number gives another division; 1 if absent`,
};

/** Undefined where help was asked for. @throws CannotPropose for what is missing or not understood */
export function readOptions(commandLine: string[]): ProposeOptions | undefined {
  const { values, positionals } = parse(commandLine);
  if (values.help) return undefined;
  const [file, second] = positionals;
  if (file === undefined) throw misused({ zh: "没有写文件。", en: "No file was given." });
  if (second !== undefined) {
    throw misused({ zh: `一次只读一个文件：${second}`, en: `One file at a time: ${second}` });
  }
  if (values.out === undefined) {
    throw misused({ zh: "请用 --out 写上结果文件。", en: "Say where to write: --out OUT" });
  }
  if (resolve(values.out) === resolve(file)) {
    throw misused({ zh: "--out 不能是原文件。", en: "--out must be another file." });
  }
  const { out, load, keep } = values;
  const grids = wholeNumber("--grids", values.grids, 1);
  const seed = wholeNumber("--seed", values.seed ?? "1", 0);
  return { file, out, load, keep, grids, microGrids: rangeOf(values["micro-grids"]), seed };
}

function parse(args: string[]) {
  const text = { type: "string" as const };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "micro-grids": text,
        ...{ grids: text, out: text, load: text, keep: text, seed: text },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const { message } = error as Error;
    throw misused({ zh: message, en: message });
  }
}

function wholeNumber(option: string, value: string | undefined, least: number): number {
  const number = Number(value?.trim() || NaN);
  if (Number.isSafeInteger(number) && number >= least && number < 2 ** 31) return number;
  throw misused(
    value === undefined
      ? { zh: `请写上 ${option} 数量。`, en: `Say how many: ${option} K` }
      : {
          zh: `${option} ${value} 不行：要从 ${least} 起的整数。`,
          en: `${option} ${value} will not do: a whole number from ${least}.`,
        },
  );
}

/** 30-100 */
function rangeOf(value: string | undefined): ProposeOptions["microGrids"] {
  if (value === undefined) return undefined;
  const [, min, max] = /^\s*(\d+(?:\.\d+)?)\s*[-–~]\s*(\d+(?:\.\d+)?)\s*$/.exec(value) ?? [];
  const range = { min: Number(min), max: Number(max) };
  if (range.max > 0 && range.min <= range.max) return range;
  throw misused({
    zh: `--micro-grids ${value} 不行：要写成 最小-最大，例如 30-100。`,
    en: `--micro-grids ${value} will not do: MIN-MAX, such as 30-100.`,
  });
}

function misused(text: FaultText): CannotPropose {
  return new CannotPropose({ zh: `${text.zh}\n\n${USAGE.zh}`, en: `${text.en}\n\n${USAGE.en}` });
}
