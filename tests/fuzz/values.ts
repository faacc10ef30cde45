import type { Random } from "./random.ts";

/** A JSON schema as the document has it, as far as it is looked at here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
}

const NASTY = [
  "",
  " ",
  "\0",
  "'; DROP TABLE households; --",
  "' OR '1'='1",
  "1); SELECT pg_sleep(20); --",
  "$1",
  "%s%n%x",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{7*7}}",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "__proto__",
  "constructor",
  "\u202Eabc",
  "\uD800",
  "😀".repeat(50),
  "长".repeat(5000),
  "9".repeat(400),
  "null",
  "NaN",
  "-0",
  "1e400",
];
const NUMBERS = [0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 1e-320];

/** Something for which nothing was written, whatever was asked for. */
export function wrongValue(random: Random): unknown {
  return random.pick<() => unknown>([
    () => random.pick(NASTY),
    () => random.pick(NUMBERS),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => deep(random.pick([5, 60, 2000])),
    () => Array.from({ length: 3000 }, () => 1),
    () => ({ __proto__: { isAdmin: true }, $gt: "" }),
  ])();
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

export class Values {
  constructor(
    private readonly random: Random,
    private readonly schemas: Record<string, Schema>,
    /** Ids that exist: of the own community, and of others. */
    private readonly ids: readonly string[],
  ) {}

  /** Fits the schema mostly; anywhere inside it may be something that does not. */
  fitting(schema: Schema, depth = 0): unknown {
    const { random } = this;
    if (random.chance(0.12) || depth > 6) return wrongValue(random);
    if (schema.$ref) return this.fitting(this.#resolve(schema.$ref), depth + 1);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.fitting(random.pick(choices), depth + 1);
    const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
    switch (type) {
      case "object":
        return this.#object(schema, depth);
      case "array":
        return (schema.prefixItems ?? [schema.items ?? {}]).map((item) =>
          this.fitting(item, depth + 1),
        );
      case "integer":
      case "number":
        return random.chance(0.7) ? Math.floor(random.next() * 20) : random.pick(NUMBERS);
      case "boolean":
        return random.chance(0.5);
      case "null":
        return null;
      default:
        return this.text(schema);
    }
  }

  text({ format }: Schema = {}): string {
    const { random } = this;
    if (random.chance(0.25)) return random.pick(NASTY);
    if (format === "uuid") return random.pick(this.ids);
    if (format === "date") return random.pick(["2026-01-01", "2026-02-30", "9999-12-31", "x"]);
    return random.pick(["红旗", "1", "王", "正常的文字", "hongqi", random.pick(this.ids)]);
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): unknown {
    const entries = Object.entries(properties).filter(
      ([name]) => required.includes(name) || this.random.chance(0.7),
    );
    const value = entries.map(([name, property]) => [name, this.fitting(property, depth + 1)]);
    return Object.fromEntries(value);
  }

  #resolve(reference: string): Schema {
    return this.schemas[reference.replace("#/components/schemas/", "")] ?? {};
  }
}
