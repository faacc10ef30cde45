/** WGS 84, in degrees, as cameras write it. */
export interface ImageLocation {
  longitude: number;
  latitude: number;
}

const GPS_DIRECTORY = 0x8825;
const TAG = { latitudeSide: 1, latitude: 2, longitudeSide: 3, longitude: 4 };
const ENTRY_BYTES = 12;

/**
 * Where a picture was taken, from the bytes of its EXIF block (TIFF 6.0 §2; EXIF 2.32 §4.6.6).
 * @returns undefined where it does not say, or says nonsense
 */
export function locationIn(exif: Uint8Array): ImageLocation | undefined {
  try {
    return read(exif);
  } catch (error) {
    // An offset that points outside the block: whoever wrote it, there is no place to be read.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(exif: Uint8Array): ImageLocation | undefined {
  const hasPrefix = String.fromCharCode(...exif.subarray(0, 4)) === "Exif";
  const block = exif.subarray(hasPrefix ? 6 : 0);
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const first = entriesOf(view, view.getUint32(4, isLittle), isLittle);
  const pointer = first.get(GPS_DIRECTORY);
  if (pointer === undefined) return undefined;
  const gps = entriesOf(view, view.getUint32(pointer, isLittle), isLittle);
  const longitude = degreesAt(view, gps.get(TAG.longitude), isLittle);
  const latitude = degreesAt(view, gps.get(TAG.latitude), isLittle);
  if (!(longitude <= 180 && latitude <= 90)) return undefined;
  // Cameras without a fix write zeros.
  if (longitude === 0 && latitude === 0) return undefined;
  return {
    longitude: sideAt(view, gps.get(TAG.longitudeSide)) === "W" ? -longitude : longitude,
    latitude: sideAt(view, gps.get(TAG.latitudeSide)) === "S" ? -latitude : latitude,
  };
}

/** @returns tag → where its value, or the pointer to it, is written */
function entriesOf(view: DataView, start: number, isLittle: boolean): Map<number, number> {
  const entries = new Map<number, number>();
  const count = view.getUint16(start, isLittle);
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * ENTRY_BYTES;
    entries.set(view.getUint16(at, isLittle), at + 8);
  }
  return entries;
}

/** Degrees, minutes and seconds, each a fraction. NaN where there are none. */
function degreesAt(view: DataView, pointer: number | undefined, isLittle: boolean): number {
  if (pointer === undefined) return NaN;
  const start = view.getUint32(pointer, isLittle);
  const part = (index: number) =>
    view.getUint32(start + index * 8, isLittle) / view.getUint32(start + index * 8 + 4, isLittle);
  return part(0) + part(1) / 60 + part(2) / 3600;
}

function sideAt(view: DataView, pointer: number | undefined): string {
  return pointer === undefined ? "" : String.fromCharCode(view.getUint8(pointer));
}
