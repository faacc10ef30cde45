import type { Map as MapLibreMap } from "maplibre-gl";

/** Drawn here, so that no sprite has to be fetched. Names say shape and use. */
export const IMAGES = ["hatch-vacant", "star-member", "star-centre"] as const;
export type MapImage = (typeof IMAGES)[number];

/** Pixels of an image to a pixel of the screen: sharp on a good one. */
export const IMAGE_RATIO = 2;

interface ImageColours {
  hatch: string;
  star: string;
  starEdge: string;
}

/** Puts the images on the map, or replaces them when the colours change. */
export function drawImages(map: MapLibreMap, colours: ImageColours): void {
  put(map, "hatch-vacant", hatch(colours.hatch));
  put(map, "star-member", star(9, colours.star, colours.starEdge));
  put(map, "star-centre", star(13, colours.star, colours.starEdge));
}

function put(map: MapLibreMap, name: MapImage, image: ImageData): void {
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
}

type Draw = (name: string) => ImageData | undefined;
/** A map asks only one for what it misses; here all layers with images of their own take part. */
const drawers = new WeakMap<MapLibreMap, Set<Draw>>();

/** Draws images when they are first needed, by their names, at twice their size. @returns its own undo */
export function drawWhenMissing(map: MapLibreMap, draw: Draw): () => void {
  const known = drawers.get(map);
  const all = known ?? new Set<Draw>();
  all.add(draw);
  if (!known) {
    drawers.set(map, all);
    map.setMissingStyleImageResolver((name) => {
      for (const draw of all) {
        const image = draw(name);
        if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: IMAGE_RATIO });
      }
    });
  }
  return () => all.delete(draw);
}

/** Diagonal lines that meet across the tile's edges. */
function hatch(colour: string): ImageData {
  const size = 8 * IMAGE_RATIO;
  const context = canvasOf(size);
  context.strokeStyle = colour;
  context.lineWidth = 1.25 * IMAGE_RATIO;
  for (const offset of [-size, 0, size]) {
    context.beginPath();
    context.moveTo(offset - 2, size + 2);
    context.lineTo(offset + size + 2, -2);
    context.stroke();
  }
  return context.getImageData(0, 0, size, size);
}

/** Five points, with a dark edge so that gold reads on light ground. */
function star(radius: number, fill: string, edge: string): ImageData {
  const size = (2 * radius + 4) * IMAGE_RATIO;
  const context = canvasOf(size);
  context.translate(size / 2, size / 2 + IMAGE_RATIO * 0.5);
  context.beginPath();
  for (let corner = 0; corner < 10; corner++) {
    const reach = (corner % 2 === 0 ? radius : radius * 0.45) * IMAGE_RATIO;
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(reach * Math.cos(angle), reach * Math.sin(angle));
  }
  context.closePath();
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = 1.2 * IMAGE_RATIO;
  context.lineJoin = "round";
  context.fill();
  context.stroke();
  return context.getImageData(0, 0, size, size);
}

/** Something to draw a picture on, in its own pixels. */
export function canvasOf(width: number, height = width): CanvasRenderingContext2D {
  const element = document.createElement("canvas");
  element.width = width;
  element.height = height;
  // Read back at once: on the graphics card that would wait for all that is drawn there.
  const context = element.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser cannot draw");
  return context;
}
