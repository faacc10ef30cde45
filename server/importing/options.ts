import { parseArgs } from "node:util";
import { COLUMN_ROLES, type ColumnRole } from "#data/model/import/columnNames.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { Refusal, type Text } from "./text.ts";

export interface ImportOptions {
  file: string;
  /** Empty only for a dry run. */
  name: string;
  slug: string | undefined;
  attribution: string | null;
  mapping: MappingChoice;
  isDryRun: boolean;
}

const MAX_NAME_CHARACTERS = 80;
const MAX_ATTRIBUTION_CHARACTERS = 200;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_SLUG_CHARACTERS = 64;

export const USAGE: Text = {
  zh: `用法：npm run import -- 文件 --name 名称 [选项]

  文件                  楼房轮廓，GeoJSON，WGS 84 经纬度，最大 50 MB
  --name 名称           社区名称
  --slug 网址           网址里的名字，小写字母、数字和连字符；不写就按名称生成
  --attribution 文字    数据来源，会显示在地图角上
  --number 属性 --name-column 属性 --street 属性 --storeys 属性
  --height 属性 --households 属性 --kind 属性
                        哪个属性是楼号、名称、街道、层数、高度、户数、用途；不写就猜，写空（--kind=）就不用
  --dry-run             只看读到了什么，不新建`,
  en: `Usage: npm run import -- FILE --name NAME [options]

  FILE                  building footprints, GeoJSON, WGS 84 degrees, up to 50 MB
  --name NAME           name of the community
  --slug SLUG           its part of the address: lower-case letters, digits, hyphens; made from the name if absent
  --attribution TEXT    source of the data, shown in the corner of the map
  --number PROP --name-column PROP --street PROP --storeys PROP
  --height PROP --households PROP --kind PROP
                        which property says what; guessed if absent, none if empty (--kind=)
  --dry-run             only show what was found`,
};

/** `--name` is the community's, so the property that holds the buildings' names is asked for in full. */
const ROLE_OPTIONS: Record<ColumnRole, string> = {
  number: "number",
  name: "name-column",
  street: "street",
  storeys: "storeys",
  height: "height",
  households: "households",
  kind: "kind",
};

/** Undefined where help was asked for. @throws Refusal for what is missing or not understood */
export function readOptions(commandLine: string[]): ImportOptions | undefined {
  const { values, positionals } = parse(commandLine);
  if (values["help"] === true) return undefined;
  const text = (option: string) => {
    const value = values[option];
    return typeof value === "string" ? value.trim() : undefined;
  };
  const [file, second] = positionals;
  if (file === undefined) throw misused({ zh: "没有写文件。", en: "No file was given." });
  if (second !== undefined) {
    throw misused({ zh: `一次只读一个文件：${second}`, en: `One file at a time: ${second}` });
  }
  const options: ImportOptions = {
    file,
    name: text("name") ?? "",
    slug: text("slug"),
    attribution: text("attribution") || null,
    mapping: readMapping(text),
    isDryRun: values["dry-run"] === true,
  };
  check(options);
  return options;
}

interface Parsed {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function parse(commandLine: string[]): Parsed {
  const strings = ["name", "slug", "attribution", ...Object.values(ROLE_OPTIONS)];
  try {
    return parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(strings.map((option) => [option, { type: "string" as const }])),
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const { message } = error as Error;
    throw misused({ zh: message, en: message });
  }
}

function readMapping(text: (option: string) => string | undefined): MappingChoice {
  const mapping: MappingChoice = {};
  for (const role of COLUMN_ROLES) {
    const column = text(ROLE_OPTIONS[role]);
    if (column !== undefined) mapping[role] = column || null;
  }
  return mapping;
}

function check({ name, slug, attribution, isDryRun }: ImportOptions): void {
  if (name === "" && !isDryRun) {
    throw misused({
      zh: "请用 --name 写上社区名称。",
      en: "Give the community a name: --name NAME",
    });
  }
  if (name.length > MAX_NAME_CHARACTERS) {
    throw misused({ zh: "名称最多 80 个字。", en: "A name has at most 80 characters." });
  }
  if ((attribution?.length ?? 0) > MAX_ATTRIBUTION_CHARACTERS) {
    throw misused({ zh: "数据来源最多 200 个字。", en: "A source has at most 200 characters." });
  }
  if (slug !== undefined && !(SLUG.test(slug) && slug.length <= MAX_SLUG_CHARACTERS)) {
    throw misused({
      zh: `--slug ${slug} 不行：只用小写字母、数字和连字符，最多 64 个。`,
      en: `--slug ${slug} will not do: lower-case letters, digits and hyphens, 64 at most.`,
    });
  }
}

function misused(text: Text): Refusal {
  return new Refusal({ zh: `${text.zh}\n\n${USAGE.zh}`, en: `${text.en}\n\n${USAGE.en}` });
}
