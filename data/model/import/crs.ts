import { ImportProblem } from "./problems.ts";
import { isObject } from "./values.ts";

/** Names under which WGS 84 and CGCS2000 degrees are declared; equal at this scale (DOMAIN §5). */
const ACCEPTED = [
  /CRS84h?$/i,
  /^(urn:.*:)?EPSG:{1,2}([\d.]+:)?(4326|4490|4979)$/i,
  /\/EPSG\/[\d.]+\/(4326|4490|4979)$/i,
  /^(WGS|CGCS) ?_?(84|1984|2000)$/i,
];

/**
 * Refuses a legacy `crs` member (GeoJSON of 2008, dropped by RFC 7946) that names anything but WGS
 * 84 or CGCS2000 degrees: `unsupported-crs`. One that names nothing is passed over, as RFC 7946
 * asks.
 */
export function refuseDeclaredCrs(document: Record<string, unknown>): void {
  const name = declaredName(document["crs"])?.trim();
  if (!name || ACCEPTED.some((accepted) => accepted.test(name))) return;
  throw new ImportProblem({ kind: "unsupported-crs", name: name.slice(0, 80) });
}

function declaredName(crs: unknown): string | null {
  if (typeof crs === "string") return crs;
  if (!isObject(crs)) return null;
  const properties = isObject(crs["properties"]) ? crs["properties"] : {};
  if (typeof properties["code"] === "number") return `EPSG:${properties["code"]}`;
  const named = properties["name"] ?? properties["href"] ?? properties["code"];
  return typeof named === "string" ? named : null;
}
