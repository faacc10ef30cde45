import { z } from "zod";
import { HAZARD_CATEGORIES } from "../hazards/kinds.ts";
import { TARGET_TYPES } from "../inspections/kinds.ts";

const name = z.string().trim().min(1).max(80);
export const LineId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const ChecklistLine = z.object({
  /** Made by whoever writes the list; a line keeps it when its words change. */
  id: LineId,
  /** Said as what is well, so that a fail is a hazard with this as its title. */
  text: z.string().trim().min(1).max(200),
  textEn: z.string().trim().max(300).nullable().default(null),
  category: z.enum(HAZARD_CATEGORIES).default("other"),
});

export const ChecklistLines = z
  .array(ChecklistLine)
  .min(1)
  .max(60)
  .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, "one id twice");

export const Checklist = z
  .object({
    id: LineId,
    name,
    nameEn: z.string().trim().max(120).nullable().default(null),
    /** What it is offered for. */
    for: z.array(z.enum(TARGET_TYPES)).min(1),
    lines: ChecklistLines,
  })
  .meta({ id: "Checklist" });
export type Checklist = z.infer<typeof Checklist>;

/** All lists of a community. PUT replaces them, where nobody wrote others since that version. */
export const Checklists = z
  .object({
    version: z.int().min(1),
    lists: z
      .array(Checklist)
      .min(1)
      .max(30)
      .refine((lists) => new Set(lists.map(({ id }) => id)).size === lists.length, "one id twice"),
  })
  .meta({ id: "Checklists" });
export type Checklists = z.infer<typeof Checklists>;
