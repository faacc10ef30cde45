import type { PostStatus } from "#data/model/planning/vacancies.ts";
import { COVERAGE_COLOURS, GROUND } from "#web/layers/palette.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";

/** The ground of each status; red stays for danger. */
export const STATUS_COLOURS: Record<ColourScheme, Record<PostStatus, string>> = {
  light: {
    vacant: COVERAGE_COLOURS.light.uncovered!,
    away: "#eda465",
    overloaded: "#e3c75c",
    "stood-in": "#cfe3d8",
    fine: COVERAGE_COLOURS.light.covered!,
  },
  dark: {
    vacant: COVERAGE_COLOURS.dark.uncovered!,
    away: "#9a5a24",
    overloaded: "#7d6a1f",
    "stood-in": "#23463a",
    fine: COVERAGE_COLOURS.dark.covered!,
  },
};

/** Statuses that are told apart without colour, by the name of their image. */
export const STATUS_PATTERNS = {
  vacant: "hatch-vacant",
  away: "post-away",
  overloaded: "post-overloaded",
  "stood-in": "post-stood-in",
  fine: null,
} as const satisfies Record<PostStatus, string | null>;

const RATIO = 2;
const SIZE = 10 * RATIO;

type Draw = (context: CanvasRenderingContext2D) => void;

/** Level lines, dots, and a few short dashes, on tiles that meet at their edges. */
const DRAWN: Record<string, Draw> = {
  "post-away": (context) => {
    context.fillRect(0, 0.3 * SIZE, SIZE, 1.25 * RATIO);
    context.fillRect(0, 0.8 * SIZE, SIZE, 1.25 * RATIO);
  },
  "post-overloaded": (context) => {
    for (const [x, y] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const) {
      context.beginPath();
      context.arc(x * SIZE, y * SIZE, 1.5 * RATIO, 0, 2 * Math.PI);
      context.fill();
    }
  },
  "post-stood-in": (context) => context.fillRect(0.2 * SIZE, 0.5 * SIZE, 0.5 * SIZE, RATIO),
};

export function statusImages(scheme: ColourScheme): [name: string, image: ImageData][] {
  return Object.entries(DRAWN).map(([name, draw]) => {
    const canvas = document.createElement("canvas");
    canvas.width = SIZE;
    canvas.height = SIZE;
    // Read back at once: on the graphics card that would wait for all that is drawn there.
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("this browser cannot draw");
    context.fillStyle = GROUND[scheme].ink2;
    draw(context);
    return [name, context.getImageData(0, 0, SIZE, SIZE)];
  });
}

export const IMAGE_RATIO = RATIO;
