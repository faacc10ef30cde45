import { type Ring, type Spot, turned } from "./plane.ts";

/** Footprints about a middle, metres; `degrees` turns them anticlockwise. */
export interface Box {
  middle: Spot;
  length: number;
  depth: number;
  degrees?: number;
}

export function rectangle({ middle, length, depth, degrees = 0 }: Box): Ring {
  return placed(
    [
      [-length / 2, -depth / 2],
      [length / 2, -depth / 2],
      [length / 2, depth / 2],
      [-length / 2, depth / 2],
    ],
    middle,
    degrees,
  );
}

/** A slab whose eastern half stands back by some metres, as on uneven plots. */
export function stepped({ middle, length, depth, degrees = 0 }: Box, stepMeters = 2.4): Ring {
  const [half, low, high] = [length / 2, -depth / 2, depth / 2];
  return placed(
    [
      [-half, low],
      [0, low],
      [0, low + stepMeters],
      [half, low + stepMeters],
      [half, high],
      [0, high],
      [0, high - stepMeters],
      [-half, high - stepMeters],
    ],
    middle,
    degrees,
  );
}

/** A slab with a wing along its western end, running south: the corner of a block. */
export function cornered({ middle, length, depth, degrees = 0 }: Box, wingMeters: number): Ring {
  const [half, low, high] = [length / 2, -depth / 2, depth / 2];
  return placed(
    [
      [-half, low - wingMeters],
      [-half + depth, low - wingMeters],
      [-half + depth, low],
      [half, low],
      [half, high],
      [-half, high],
    ],
    middle,
    degrees,
  );
}

/** A point tower: four corner flats about a core, so a cross with short arms. */
export function cross({ middle, length, depth, degrees = 0 }: Box, notch = 0.22): Ring {
  const [x, y] = [length / 2, depth / 2];
  const [u, v] = [x - length * notch, y - depth * notch];
  return placed(
    [
      [-u, -y],
      [u, -y],
      [u, -v],
      [x, -v],
      [x, v],
      [u, v],
      [u, y],
      [-u, y],
      [-u, v],
      [-x, v],
      [-x, -v],
      [-u, -v],
    ],
    middle,
    degrees,
  );
}

/** A tower of two wings to the south and a stair core to the north (蝶式). */
export function butterfly({ middle, length, depth, degrees = 0 }: Box): Ring {
  const [x, y] = [length / 2, depth / 2];
  const core = length * 0.16;
  return placed(
    [
      [-x, -y],
      [-core, -y],
      [-core, -y * 0.55],
      [core, -y * 0.55],
      [core, -y],
      [x, -y],
      [x, y * 0.45],
      [core, y * 0.45],
      [core, y],
      [-core, y],
      [-core, y * 0.45],
      [-x, y * 0.45],
    ],
    middle,
    degrees,
  );
}

/** A closed oval of 20 corners: ponds and flower beds. */
export function oval({ middle, length, depth, degrees = 0 }: Box): Ring {
  const corners = Array.from({ length: 20 }, (_, i): Spot => {
    const angle = (i / 20) * 2 * Math.PI;
    // A little lobed, so that a pond does not look like a coin.
    const reach = 1 + 0.09 * Math.sin(3 * angle) + 0.05 * Math.cos(2 * angle);
    return [(length / 2) * reach * Math.cos(angle), (depth / 2) * reach * Math.sin(angle)];
  });
  return placed(corners, middle, degrees);
}

function placed(corners: Ring, [x, y]: Spot, degrees: number): Ring {
  return corners.map((corner): Spot => {
    const [dx, dy] = turned(corner, degrees);
    return [x + dx, y + dy];
  });
}
