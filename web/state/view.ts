import type { Action } from "#data/model/permissions.ts";
import { LAYERS, type Layer } from "#data/model/layers.ts";
import {
  formatHazardFilters,
  type HazardFilters,
  NO_HAZARD_FILTERS,
  parseHazardFilters,
} from "./hazards/filters.ts";

/** What a person can be doing. */
export const MODES = [
  "look",
  "coverage",
  "hazards",
  "report",
  "inspections",
  "plans",
  "ground",
  "people",
  "audit",
  "new-community",
  "me",
] as const;
export type Mode = (typeof MODES)[number];

/** What a duty must allow for somebody to enter a mode; null is open to everybody. */
export const MAY_ENTER = {
  look: null,
  coverage: null,
  hazards: null,
  report: "report-hazard",
  inspections: "see-hazards",
  plans: "plan",
  ground: "edit-ground",
  people: "manage-people",
  audit: null,
  "new-community": "create-community",
  me: null,
} as const satisfies Record<Mode, Action | null>;

/** Where what is selected has a card; in the others the panel itself is about it, or nothing is. */
export function hasCard(mode: Mode): boolean {
  return !WITHOUT_CARD.includes(mode);
}
const WITHOUT_CARD: readonly Mode[] = ["new-community", "ground", "report", "inspections", "me"];

/** What stands on the ground or divides it. */
export const GROUND_TYPES = ["building", "grid", "micro-grid", "compound", "place"] as const;
export type GroundType = (typeof GROUND_TYPES)[number];
export const THING_TYPES = [...GROUND_TYPES, "hazard"] as const;
export type ThingType = (typeof THING_TYPES)[number];
/** What is selected: one thing with a card. */
export interface Thing {
  type: ThingType;
  id: string;
}
export interface GroundThing extends Thing {
  type: GroundType;
}
/** Narrows by the type alone, so that a new type has to be thought of where it matters. */
export function isOnGround(thing: Thing): thing is GroundThing {
  return thing.type !== "hazard";
}

/** What is done with the plan that is open; `history` looks at whichever was in force on a day. */
export const PLAN_STEPS = ["paint", "propose", "people", "compare", "publish", "history"] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** Whose ground or footprint carries the colour. */
export const COLOUR_TARGETS = ["grids", "micro-grids", "buildings"] as const;
export type ColourTarget = (typeof COLOUR_TARGETS)[number];

/** What the colour says. `grid` is the plain map: neighbours differ. */
export const COLOUR_MEASURES = [
  "grid",
  "households",
  "partyMembers",
  "coverage",
  "load",
  "hazards",
  "inspected",
] as const;
export type ColourMeasure = (typeof COLOUR_MEASURES)[number];

/** What changes all day: no layer of the ground says it, it is joined to them. */
export function isJoined(measure: ColourMeasure): measure is "hazards" | "inspected" {
  return measure === "hazards" || measure === "inspected";
}

/** What a duty must allow for somebody to be told it. */
export const MAY_MEASURE: Partial<Record<ColourMeasure, Action>> = { inspected: "see-hazards" };

export const BASEMAP_KINDS = ["none", "pmtiles", "tianditu", "xyz"] as const;
export type BasemapKind = (typeof BASEMAP_KINDS)[number];

export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** Everything that is shown, so that a link shows it again. */
export interface View {
  /** The community's slug; null before the first is known. */
  community: string | null;
  mode: Mode;
  /** Null fits the whole community. */
  camera: Camera | null;
  layers: ReadonlySet<Layer>;
  target: ColourTarget;
  measure: ColourMeasure;
  is3d: boolean;
  basemap: BasemapKind;
  selected: Thing | null;
  /** The finding that stands on the coverage page, by its id. */
  finding: string | null;
  /** Whether every finding is marked on the map. */
  showsFindings: boolean;
  /** Whose page is open among the people, by their id. */
  person: string | null;
  /** The plan that is open in the mode `plans`, by its id; null shows them all. */
  plan: string | null;
  step: PlanStep;
  /** The round of inspection that is open, by its id. */
  round: string | null;
  /** Of the mode `hazards`. */
  hazards: HazardFilters;
}

export const DEFAULT_LAYERS: readonly Layer[] = LAYERS.filter((layer) => layer !== "cells");

export const DEFAULT_VIEW: View = {
  community: null,
  mode: "look",
  camera: null,
  layers: new Set(DEFAULT_LAYERS),
  target: "grids",
  measure: "grid",
  is3d: false,
  basemap: "none",
  selected: null,
  finding: null,
  showsFindings: false,
  person: null,
  plan: null,
  step: "paint",
  round: null,
  hazards: NO_HAZARD_FILTERS,
};

/** Reads a view from an address; what it does not understand is left at its default. */
export function parseView(url: URL): View {
  const query = url.searchParams;
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.find((value) => value === query.get(name)) ?? otherwise;
  return {
    community: decodeURIComponent(url.pathname.split("/")[1] ?? "") || null,
    mode: oneOf("mode", MODES, DEFAULT_VIEW.mode),
    camera: parseCamera(query.get("at")),
    layers: parseLayers(query.get("layers")),
    target: oneOf("by", COLOUR_TARGETS, DEFAULT_VIEW.target),
    measure: oneOf("colour", COLOUR_MEASURES, DEFAULT_VIEW.measure),
    is3d: query.get("3d") === "1",
    basemap: oneOf("basemap", BASEMAP_KINDS, DEFAULT_VIEW.basemap),
    selected: parseThing(query.get("selected")),
    finding: query.get("finding"),
    showsFindings: query.get("findings") === "1",
    person: query.get("person"),
    plan: query.get("plan"),
    step: oneOf("step", PLAN_STEPS, DEFAULT_VIEW.step),
    round: query.get("round"),
    hazards: parseHazardFilters(query),
  };
}

/** The address of a view: path and query. Defaults are left out, so that a plain view has a plain address. */
export function formatView(view: View): string {
  const query: [string, string | null][] = [
    ["mode", view.mode === DEFAULT_VIEW.mode ? null : view.mode],
    ["at", view.camera && formatCamera(view.camera)],
    ["layers", formatLayers(view.layers)],
    ["by", view.target === DEFAULT_VIEW.target ? null : view.target],
    ["colour", view.measure === DEFAULT_VIEW.measure ? null : view.measure],
    ["3d", view.is3d ? "1" : null],
    ["basemap", view.basemap === DEFAULT_VIEW.basemap ? null : view.basemap],
    ["selected", view.selected && `${view.selected.type}:${view.selected.id}`],
    ["finding", view.finding],
    ["findings", view.showsFindings ? "1" : null],
    ["person", view.person],
    ["plan", view.plan],
    ["step", view.step === DEFAULT_VIEW.step ? null : view.step],
    ["round", view.round],
    ...formatHazardFilters(view.hazards),
  ];
  const text = query
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeReadably(value)}`]))
    .join("&");
  return `/${encodeURIComponent(view.community ?? "")}${text && `?${text}`}`;
}

/** Colons and commas may stand in a query as they are (RFC 3986 §3.4), and read better so. */
function encodeReadably(value: string): string {
  return encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",");
}

function parseCamera(text: string | null): Camera | null {
  if (!text) return null;
  const [longitude = NaN, latitude = NaN, zoom = NaN, bearing = 0, pitch = 0] = text
    .split(",")
    .map(Number);
  const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  const isWhole = [zoom, bearing, pitch].every(Number.isFinite);
  return isOnEarth && isWhole ? { longitude, latitude, zoom, bearing, pitch } : null;
}

/** Six decimals of a degree are a tenth of a metre, less than a pixel at any zoom. */
function formatCamera({ longitude, latitude, zoom, bearing, pitch }: Camera): string {
  const parts = [longitude.toFixed(6), latitude.toFixed(6), zoom.toFixed(2)];
  if (bearing !== 0 || pitch !== 0) parts.push(bearing.toFixed(0), pitch.toFixed(0));
  return parts.join(",");
}

function parseLayers(text: string | null): ReadonlySet<Layer> {
  if (text === null) return DEFAULT_VIEW.layers;
  const names = text.split(",");
  return new Set(LAYERS.filter((layer) => names.includes(layer)));
}

function formatLayers(layers: ReadonlySet<Layer>): string | null {
  const isDefault = LAYERS.every((layer) => layers.has(layer) === DEFAULT_VIEW.layers.has(layer));
  return isDefault ? null : LAYERS.filter((layer) => layers.has(layer)).join(",");
}

export function parseThing(text: string | null): Thing | null {
  const [typeName, id] = text?.split(":") ?? [];
  const type = THING_TYPES.find((candidate) => candidate === typeName);
  return type && id ? { type, id } : null;
}
