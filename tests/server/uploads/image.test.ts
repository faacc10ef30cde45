import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { Problem } from "#server/problem.ts";
import { readImage } from "#server/uploads/image.ts";
import { locationIn } from "#server/uploads/location.ts";

const TIANANMEN = {
  IFD0: { Make: "Camera of somebody", Orientation: "6" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "39/1 54/1 2640/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "116/1 23/1 5040/100",
  },
};

/** 40 wide and 20 high: the left half red, the right half blue. */
function picture() {
  const blue = sharp({ create: { width: 20, height: 20, channels: 3, background: "blue" } }).png();
  const red = sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } });
  return blue.toBuffer().then((input) => red.composite([{ input, left: 20, top: 0 }]));
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error = await readImage(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(error instanceof Problem)) throw new Error(`no refusal: ${String(error)}`);
  expect(error.status).toBeLessThan(500);
  return error.kind;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each(["jpeg", "png", "webp"] as const)("a %s becomes a JPEG of our own", async (format) => {
  const { bytes, width, height } = await readImage(
    await (await picture()).toFormat(format).toBuffer(),
  );
  expect([width, height]).toEqual([40, 20]);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", space: "srgb" });
});

test("a photo is turned upright and loses where, when and with what it was taken", async () => {
  const sent = await (await picture()).withExif(TIANANMEN).jpeg().toBuffer();
  // The writer itself sets the orientation to 1; as a camera held upright would have it:
  const turned = await sharp(sent).keepExif().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const read = await readImage(turned);
  expect([read.width, read.height]).toEqual([20, 40]);
  expect(read).not.toHaveProperty("location");
  const metadata = await sharp(read.bytes).metadata();
  for (const field of ["exif", "xmp", "iptc", "icc", "comments"]) {
    expect(metadata).not.toHaveProperty(field);
  }
  expect(Buffer.from(read.bytes).includes("somebody")).toBe(false);
});

test("the place is told beside the picture when it is asked for", async () => {
  const sent = await (await picture()).withExif(TIANANMEN).jpeg().toBuffer();
  const { location } = await readImage(sent, { withLocation: true });
  expect(location?.latitude).toBeCloseTo(39.9073, 4);
  expect(location?.longitude).toBeCloseTo(116.3973, 4);
  const without = await readImage(await (await picture()).jpeg().toBuffer(), {
    withLocation: true,
  });
  expect(without.location).toBeUndefined();
});

test("south and west are negative", async () => {
  const IFD3 = { ...TIANANMEN.IFD3, GPSLatitudeRef: "S", GPSLongitudeRef: "W" };
  const sent = await (await picture()).withExif({ IFD3 }).jpeg().toBuffer();
  const { location } = await readImage(sent, { withLocation: true });
  expect(location?.latitude).toBeCloseTo(-39.9073, 4);
  expect(location?.longitude).toBeCloseTo(-116.3973, 4);
});

test("an EXIF block cut off or altered anywhere gives no place or a possible one", async () => {
  const sent = await (await picture()).withExif(TIANANMEN).jpeg().toBuffer();
  const exif = new Uint8Array((await sharp(sent).metadata()).exif!);
  for (let at = 0; at < exif.length; at++) {
    for (const altered of [exif.slice(0, at), exif.with(at, 255), exif.with(at, 0)]) {
      const location = locationIn(altered);
      expect(Math.abs(location?.longitude ?? 0)).toBeLessThanOrEqual(180);
      expect(Math.abs(location?.latitude ?? 0)).toBeLessThanOrEqual(90);
    }
  }
});

test("a large photo is made smaller, keeping its shape", async () => {
  const create = { width: 6000, height: 3000, channels: 3 as const, background: "green" };
  const { width, height } = await readImage(await sharp({ create }).jpeg().toBuffer());
  expect([width, height]).toEqual([2560, 1280]);
});

test.each([
  [
    "an SVG with a script",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  ],
  ["a page", "<!doctype html><script>alert(1)</script>"],
  ["nothing at all", ""],
  ["a GIF that is a script as well", "GIF89a/*=1;alert(1)//*/"],
  ["a program", "\x7fELF\x02\x01\x01"],
  ["a table", "楼号,层数\n1,6\n"],
])("%s is no picture, whatever it is called", async (_what, text) => {
  expect(await refusalOf(bytesOf(text))).toBe("image-kind");
});

test("a GIF, a TIFF and an AVIF that are really pictures are not taken either", async () => {
  for (const format of ["gif", "tiff", "avif"] as const) {
    const bytes = await (await picture()).toFormat(format).toBuffer();
    expect(await refusalOf(bytes), format).toBe("image-kind");
  }
});

test("a phone's HEIC is told from other files, so that the person learns what to do", async () => {
  const bytes = new Uint8Array([0, 0, 0, 24, ...bytesOf("ftypheic"), 0, 0, 0, 0]);
  expect(await refusalOf(bytes)).toBe("image-heic");
});

test("a page behind the first bytes of a JPEG is damaged; behind a whole picture it is dropped", async () => {
  const page = bytesOf("<script>alert(1)</script>");
  expect(await refusalOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...page]))).toBe("image-broken");
  const whole = await (await picture()).jpeg().toBuffer();
  const { bytes } = await readImage(new Uint8Array([...whole, ...page]));
  expect(Buffer.from(bytes).includes("script")).toBe(false);
});

test("a photo that was cut off on its way is damaged", async () => {
  const noise = Uint8Array.from({ length: 300 * 300 * 3 }, (_, index) => (index * 7919) % 251);
  const raw = { width: 300, height: 300, channels: 3 as const };
  for (const format of ["jpeg", "png", "webp"] as const) {
    const whole = await sharp(noise, { raw }).toFormat(format).toBuffer();
    const half = new Uint8Array(whole.subarray(0, whole.length / 2));
    expect(await refusalOf(half), format).toBe("image-broken");
  }
});

test("a small file of 900 million pixels is refused before it is unpacked", async () => {
  expect(await refusalOf(hugePng(30_000))).toBe("image-too-many-pixels");
});

test("more than 20 MB are too large", async () => {
  expect(await refusalOf(new Uint8Array(20 * 1024 * 1024 + 1))).toBe("too-large");
});

/** A grey square of any size that is a few kilobytes: rows of zeros pack well. */
function hugePng(side: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit a pixel, grey.
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((1 + side / 8) * side));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND")]);
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
