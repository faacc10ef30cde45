import type { StyleSpecification } from "maplibre-gl";
import { anchorId, SLOTS } from "./slots.ts";

/** A map with nothing on it but paper and the slots. No glyphs: labels use the computer's own fonts. */
export function emptyStyle(paper: string): StyleSpecification {
  return {
    version: 8,
    sources: {},
    layers: [
      { id: "paper", type: "background", paint: { "background-color": paper } },
      ...SLOTS.map((slot) => ({
        id: anchorId(slot),
        type: "background" as const,
        layout: { visibility: "none" as const },
      })),
    ],
    // Buildings rise without a sky; light from the south-west keeps fronts readable.
    light: { anchor: "viewport", intensity: 0.25 },
  };
}

/** The first that the machine has is used, so one for each system. */
export const LABEL_FONT = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];
