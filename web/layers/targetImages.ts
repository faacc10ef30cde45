import type { TargetState } from "#data/model/inspections/kinds.ts";
import { canvasOf, IMAGE_RATIO } from "#web/map/images.ts";
import { MARK_SIZE, TARGET_COLOURS, TARGET_MARKS } from "#web/state/inspections/marks.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";
import { GROUND } from "./palette.ts";

const MARGIN = 3;

export function targetImageName(state: TargetState, scheme: ColourScheme): string {
  return `target-${scheme}-${state}`;
}

/** The mark of a state with a halo; undefined where the name is of something else. */
export function drawTarget(name: string): ImageData | undefined {
  const [, scheme, state] = /^target-(light|dark)-(\w+)$/.exec(name) ?? [];
  if (!scheme || !state || !(state in TARGET_MARKS)) return undefined;
  return draw(state as TargetState, scheme as ColourScheme);
}

function draw(state: TargetState, scheme: ColourScheme): ImageData {
  const side = (MARK_SIZE + 2 * MARGIN) * IMAGE_RATIO;
  const context = canvasOf(side);
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  context.translate(MARGIN, MARGIN);
  context.lineCap = context.lineJoin = "round";
  const { outline, sign, isFilled } = TARGET_MARKS[state];
  const { halo } = GROUND[scheme];
  const colour = TARGET_COLOURS[scheme][state];
  const shape = new Path2D(outline);
  stroke(context, shape, halo, 5);
  context.fillStyle = isFilled ? colour : halo;
  context.fill(shape);
  if (!isFilled) stroke(context, shape, colour, 2.5);
  stroke(context, new Path2D(sign), halo, 2.4);
  return context.getImageData(0, 0, side, side);
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}
