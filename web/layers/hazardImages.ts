import { HAZARD_LEVELS } from "#data/model/hazards/kinds.ts";
import { canvasOf, IMAGE_RATIO } from "#web/map/images.ts";
import { LABEL_FONT } from "#web/map/style.ts";
import { type ClusterFace, type PinFace, RING_STEPS } from "./hazardPins.ts";
import { CLOCK_COLOURS, HAZARD_COLOURS, PIN_COLOURS } from "#web/state/hazards/colours.ts";
import { GROUND } from "./palette.ts";

const FONT = LABEL_FONT.map((name) => (name.includes(" ") ? `"${name}"` : name)).join(", ");
const TURN = 2 * Math.PI;
/** Clocks begin at the top. */
const TOP = -Math.PI / 2;

/** Of a pin, in pixels: the head in the middle of its width, the tip at the foot. */
const PIN_WIDTH = 38;
const PIN_HEIGHT = 44;
const HEAD = 11;
const RING = 15;

/** A drop in the level's colour, the status on it, and the ring of its deadline around it. */
export function drawPin({ scheme, mark, level, status, clock, filled }: PinFace): ImageData {
  const context = canvasOf(PIN_WIDTH * IMAGE_RATIO, PIN_HEIGHT * IMAGE_RATIO);
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  const ground = GROUND[scheme];
  const middle = PIN_WIDTH / 2;
  const head = RING + 4;
  drop(context, middle, head, RING + 2.5);
  context.fillStyle = ground.halo;
  context.fill();
  context.strokeStyle = ground.ink2;
  context.lineWidth = 1;
  context.stroke();
  if (clock !== "stopped") {
    arc(context, [middle, head, RING], 0, TURN, CLOCK_COLOURS[scheme].stopped);
    arc(
      context,
      [middle, head, RING],
      0,
      (filled / RING_STEPS) * TURN,
      CLOCK_COLOURS[scheme][clock],
    );
  }
  context.beginPath();
  context.arc(middle, head, HEAD, 0, TURN);
  context.fillStyle = headColour({ scheme, level, status });
  context.fill();
  write(context, mark, [middle, head], { colour: PIN_COLOURS[scheme].letter, size: 13 });
  return read(context, PIN_WIDTH, PIN_HEIGHT);
}

function headColour({ scheme, level, status }: Pick<PinFace, "scheme" | "level" | "status">) {
  if (status === "closed") return PIN_COLOURS[scheme].closed;
  if (status === "rejected" || status === "merged") return PIN_COLOURS[scheme].dropped;
  return HAZARD_COLOURS[scheme][level];
}

const CLUSTER_SIZE = 46;
const CLUSTER_RING = 18;

/** A ring of parts by level, the worst first from the top, and how many there are in the middle. */
export function drawCluster({ scheme, counts }: ClusterFace): ImageData {
  const context = canvasOf(CLUSTER_SIZE * IMAGE_RATIO, CLUSTER_SIZE * IMAGE_RATIO);
  context.scale(IMAGE_RATIO, IMAGE_RATIO);
  const middle = CLUSTER_SIZE / 2;
  const ground = GROUND[scheme];
  const total = HAZARD_LEVELS.reduce((sum, level) => sum + counts[level], 0);
  context.beginPath();
  context.arc(middle, middle, CLUSTER_RING + 3.5, 0, TURN);
  context.fillStyle = ground.halo;
  context.fill();
  context.strokeStyle = ground.ink2;
  context.lineWidth = 1;
  context.stroke();
  let from = 0;
  for (const level of HAZARD_LEVELS.toReversed()) {
    const to = from + (counts[level] / total) * TURN;
    arc(context, [middle, middle, CLUSTER_RING], from, to, HAZARD_COLOURS[scheme][level], 5);
    from = to;
  }
  const text = total > 999 ? "999+" : String(total);
  write(context, text, [middle, middle], { colour: ground.ink, size: total > 99 ? 11 : 14 });
  return read(context, CLUSTER_SIZE, CLUSTER_SIZE);
}

function drop(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  const spread = Math.PI / 5;
  context.beginPath();
  context.arc(x, y, radius, Math.PI / 2 + spread, Math.PI / 2 - spread);
  context.lineTo(x, PIN_HEIGHT - 2);
  context.closePath();
}

function arc(
  context: CanvasRenderingContext2D,
  [x, y, radius]: [number, number, number],
  from: number,
  to: number,
  colour: string,
  width = 3,
): void {
  if (to <= from) return;
  context.beginPath();
  context.arc(x, y, radius, TOP + from, TOP + to);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  [x, y]: [number, number],
  { colour, size }: { colour: string; size: number },
): void {
  context.font = `600 ${size}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(text, x, y + size * 0.06);
}

function read(context: CanvasRenderingContext2D, width: number, height: number): ImageData {
  return context.getImageData(0, 0, width * IMAGE_RATIO, height * IMAGE_RATIO);
}
