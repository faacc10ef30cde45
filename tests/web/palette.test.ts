import { expect, test } from "vitest";
import {
  CLASS_COLOURS,
  GRID_COLOURS,
  GROUND,
  OVERDUE_COLOURS,
  UNSHOWN_COLOUR,
} from "#web/layers/palette.ts";

type Rgb = [number, number, number];

/**
 * Machado, Oliveira, Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", matrices for severity 1, applied to linear RGB.
 */
const BLINDNESS: Record<string, number[]> = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

const channel = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const rgb = (hex: string): Rgb => [channel(hex, 1), channel(hex, 3), channel(hex, 5)];

function seenBy(matrix: number[], hex: string): Rgb {
  const [r, g, b] = rgb(hex).map(linear) as Rgb;
  const row = (index: number) =>
    (matrix[index] ?? 0) * r + (matrix[index + 1] ?? 0) * g + (matrix[index + 2] ?? 0) * b;
  return [row(0), row(3), row(6)].map((value) => Math.min(1, Math.max(0, value))) as Rgb;
}

/** CIE L*a*b* of linear RGB under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function closest(colours: readonly string[], matrix: number[]): number {
  const seen = colours.map((hex) => lab(seenBy(matrix, hex)));
  const distances = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => difference(a, b)));
  return Math.min(...distances);
}

const luminance = (hex: string) => {
  const [r, g, b] = rgb(hex).map(linear) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each(Object.entries(BLINDNESS))("any two grid colours stay apart with %s", (_name, matrix) => {
  // ΔE*ab of 2.3 is just noticeable; lines and fills of a map need several times that.
  expect(closest(GRID_COLOURS, matrix)).toBeGreaterThan(15);
});

test("any two grid colours stay apart in grey", () => {
  const lightness = GRID_COLOURS.map((hex) => lab(seenBy(BLINDNESS.none ?? [], hex))[0]).sort(
    (a, b) => a - b,
  );
  const steps = lightness.slice(1).map((value, index) => value - (lightness[index] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThan(4);
});

test("no grid colour can be taken for danger or for what can be pressed", () => {
  for (const meaning of ["#c3342b", "#1b5faa"]) {
    for (const colour of GRID_COLOURS) {
      const [a, b] = [meaning, colour].map((hex) => lab(seenBy(BLINDNESS.none ?? [], hex)));
      expect(difference(a as Rgb, b as Rgb)).toBeGreaterThan(20);
    }
  }
});

test("classes of a quantity grow darker, or lighter in the dark, without a step back", () => {
  const light = CLASS_COLOURS.light.map(luminance);
  const dark = CLASS_COLOURS.dark.map(luminance);
  expect(light).toEqual(light.toSorted((a, b) => b - a));
  expect(dark).toEqual(dark.toSorted((a, b) => a - b));
  const overdue = [OVERDUE_COLOURS.light, OVERDUE_COLOURS.dark].map((all) => all.map(luminance));
  expect(overdue[0]).toEqual(overdue[0]!.toSorted((a, b) => b - a));
  expect(overdue[1]).toEqual(overdue[1]!.toSorted((a, b) => a - b));
});

test.each(Object.entries(BLINDNESS))(
  "with %s, what is overdue stays apart from what is not, however many they are",
  (_name, matrix) => {
    for (const scheme of ["light", "dark"] as const) {
      const [usual, overdue] = [CLASS_COLOURS[scheme], OVERDUE_COLOURS[scheme]].map((colours) =>
        colours.slice(1).map((hex) => lab(seenBy(matrix, hex))),
      );
      for (const a of usual!)
        for (const b of overdue!) expect(difference(a, b)).toBeGreaterThan(15);
    }
  },
);

test.each(["light", "dark"] as const)("what is not shown is taken for no class in %s", (scheme) => {
  for (const matrix of Object.values(BLINDNESS)) {
    const unshown = lab(seenBy(matrix, UNSHOWN_COLOUR[scheme]));
    for (const colour of CLASS_COLOURS[scheme]) {
      expect(difference(unshown, lab(seenBy(matrix, colour)))).toBeGreaterThan(8);
    }
  }
});

test.each(["light", "dark"] as const)("labels read on the ground in %s", (scheme) => {
  const ground = GROUND[scheme];
  expect(contrast(ground.ink, ground.paper)).toBeGreaterThan(7);
  expect(contrast(ground.ink2, ground.paper)).toBeGreaterThan(4.5);
});
