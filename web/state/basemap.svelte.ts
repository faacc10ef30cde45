import { read, write } from "./preferences.svelte.ts";

export const TIANDITU_STYLES = ["vec", "img"] as const;
export type TiandituStyle = (typeof TIANDITU_STYLES)[number];
export const DATUMS = ["wgs84", "gcj02"] as const;
export type Datum = (typeof DATUMS)[number];

export interface BasemapSettings {
  /** File name in the server's basemaps folder. */
  pmtiles: string;
  tiandituKey: string;
  tiandituStyle: TiandituStyle;
  /** XYZ or WMTS address with {z}, {x} and {y}. */
  template: string;
  /** What the template's tiles are drawn in: they are never moved, the person is told. */
  datum: Datum;
}

const NOTHING: BasemapSettings = {
  pmtiles: "",
  tiandituKey: "",
  tiandituStyle: "vec",
  template: "",
  datum: "wgs84",
};

/** Where basemaps come from, kept in this browser: a key belongs to a person, not into a link. */
export class BasemapState {
  #settings: BasemapSettings = $state.raw({ ...NOTHING, ...parse(read("basemap")) });
  #hasFailed = $state.raw(false);

  readonly settings: BasemapSettings = $derived(this.#settings);
  readonly hasFailed: boolean = $derived(this.#hasFailed);

  change(part: Partial<BasemapSettings>): void {
    this.#settings = { ...this.#settings, ...part };
    this.#hasFailed = false;
    write("basemap", JSON.stringify(this.#settings));
  }

  fail(): void {
    this.#hasFailed = true;
  }
}

/** Whether an address can be asked for tiles: WMTS writes its placeholders its own way. */
export function isTileTemplate(template: string): boolean {
  const text = template.toLowerCase();
  const has = (...names: string[]) => names.some((name) => text.includes(`{${name}}`));
  const isAddress = /^https?:\/\//.test(text) || text.startsWith("/");
  return isAddress && has("z", "tilematrix") && has("x", "tilecol") && has("y", "-y", "tilerow");
}

/** MapLibre's placeholders in place of WMTS's. */
export function asTileTemplate(template: string): string {
  return template
    .replace(/\{TileMatrix\}/gi, "{z}")
    .replace(/\{TileRow\}/gi, "{y}")
    .replace(/\{TileCol\}/gi, "{x}");
}

/** Tianditu's tiles and, over them, its labels (DOMAIN §6): Web Mercator, no offset. */
export function tiandituTemplates(style: TiandituStyle, key: string): string[][] {
  const hosts = ["0", "1", "2", "3", "4", "5", "6", "7"];
  const layers = style === "vec" ? ["vec", "cva"] : ["img", "cia"];
  return layers.map((layer) =>
    hosts.map(
      (host) =>
        `https://t${host}.tianditu.gov.cn/${layer}_w/wmts?service=wmts&request=GetTile` +
        `&version=1.0.0&LAYER=${layer}&tileMatrixSet=w&TileMatrix={z}&TileRow={y}&TileCol={x}` +
        `&style=default&format=tiles&tk=${encodeURIComponent(key)}`,
    ),
  );
}

function parse(text: string | null): Partial<BasemapSettings> {
  try {
    return text ? (JSON.parse(text) as Partial<BasemapSettings>) : {};
  } catch {
    return {};
  }
}
