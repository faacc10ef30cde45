import { type Column, describeColumns } from "./columns.ts";
import { decodeText } from "./decode.ts";
import { geometryType, listFeatures, type RawFeature } from "./features.ts";
import { parseJsonTexts } from "./json.ts";
import { guessMapping, kindColumns, type MappingChoice } from "./mapping.ts";
import { refuseOtherFile, refuseOtherText } from "./otherFiles.ts";
import { ImportProblem } from "./problems.ts";
import type { FootprintReading } from "./reading.ts";
import { describeRow } from "./rowFacts.ts";
import { readRows } from "./rows.ts";

/**
 * Larger files are refused before they are looked at: 50 MB hold some 100,000 footprints, many
 * times a community.
 */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/**
 * Reads a GeoJSON file of building footprints (WGS 84 degrees; one text, or one feature a line), in
 * time linear in its size. `mapping` overrules the guess of which property says what. Throws
 * `ImportProblem` and nothing else.
 */
export function readFootprintFile(
  bytes: Uint8Array,
  options: { mapping?: MappingChoice } = {},
): FootprintReading {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new ImportProblem({ kind: "too-large", bytes: bytes.length, limit: MAX_FILE_BYTES });
  }
  refuseOtherFile(bytes);
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === "") throw new ImportProblem({ kind: "empty-file" });
  refuseOtherText(text.trimStart());
  const features = listFeatures(parseJsonTexts(text));
  const columns = describeColumns(features);
  const mapping = guessMapping(columns, options.mapping ?? {});
  const kinds = kindColumns(columns, mapping);
  const rows = readRows(features, (feature) => describeRow(feature, mapping, kinds));
  return {
    encoding,
    features: features.length,
    kinds: countKinds(features),
    columns: columns.map(({ name, filled, distinct, examples }): Column => ({
      name,
      filled,
      distinct,
      examples,
    })),
    mapping,
    ...rows,
  };
}

function countKinds(features: readonly RawFeature[]): FootprintReading["kinds"] {
  const kinds: FootprintReading["kinds"] = {};
  for (const { geometry } of features) {
    const isMissing = geometry === null || geometry === undefined;
    const kind = isMissing ? "none" : (geometryType(geometry) ?? "unknown");
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}
