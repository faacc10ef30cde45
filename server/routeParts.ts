import type { z } from "zod";
import { writeRefusals } from "./api.ts";

/** A body of JSON. */
export const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const content = <T extends z.ZodType>(schema: T) => ({ "application/json": { schema } });

/** Made, or found as an earlier sending of the same request made it. */
export const making = <T extends z.ZodType>(schema: T) => ({
  200: { description: "It was there already.", content: content(schema) },
  201: { description: "Made.", content: content(schema) },
  ...writeRefusals,
});

export const changing = <T extends z.ZodType>(schema: T) => ({
  200: { description: "Changed.", content: content(schema) },
  ...writeRefusals,
});

/** Like `changing`, for what is done by POST. */
export const doing = <T extends z.ZodType>(schema: T) => ({
  201: { description: "Done.", content: content(schema) },
  ...writeRefusals,
});
