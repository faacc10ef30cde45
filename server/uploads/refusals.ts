import { Problem } from "../problem.ts";

const TITLE = "The picture cannot be used";

/** Why a picture is not taken. */
export const imageRefusals = {
  tooLarge: (limit: number) =>
    new Problem(413, "too-large", "Too large", `At most ${limit} bytes are accepted.`, { limit }),
  wrongKind: () =>
    new Problem(415, "image-kind", TITLE, "Only JPEG, PNG and WebP pictures are accepted."),
  heic: () =>
    new Problem(415, "image-heic", TITLE, "HEIC is not accepted; send the picture as JPEG."),
  broken: () => new Problem(422, "image-broken", TITLE, "The picture is damaged or cut off."),
  tooManyPixels: (limit: number) =>
    new Problem(422, "image-too-many-pixels", TITLE, `At most ${limit} pixels are accepted.`, {
      limit,
    }),
};
