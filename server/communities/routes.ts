import { z } from "zod";
import { CommunitySummary } from "#data/model/answers/communities.ts";
import { COLUMN_ROLES } from "#data/model/import/columnNames.ts";
import { ROW_WARNINGS, SKIP_REASONS } from "#data/model/import/reading.ts";
import { answers, createApi, ONE_LINE, writeRefusals, defineRoute } from "../api.ts";
import { createCommunity } from "./create.ts";
import { listCommunities } from "./list.ts";

const listRoute = defineRoute("signed-in", {
  method: "get",
  path: "/communities",
  summary: "The communities in which one has a duty, with what they count",
  responses: answers(z.array(CommunitySummary), "Oldest first."),
});

const MappingField = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.partialRecord(z.enum(COLUMN_ROLES), z.string().nullable()));

const NewCommunityForm = z.object({
  file: z.instanceof(File).meta({ type: "string", format: "binary" }),
  name: z.string().trim().min(1).max(80).regex(ONE_LINE),
  mapping: MappingField.optional().meta({
    type: "string",
    description: "JSON: role → property of the file, null for none; what is left out is guessed",
  }),
  attribution: z.string().trim().max(200).regex(ONE_LINE).optional(),
});

const RowReport = {
  row: z.int(),
  name: z.string().nullable(),
  otherRow: z.int().optional(),
};

const Created = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    buildings: z.int(),
    skipped: z.array(z.object({ ...RowReport, reason: z.enum(SKIP_REASONS) })),
    warnings: z.array(
      z.object({ ...RowReport, kind: z.enum(ROW_WARNINGS), value: z.string().optional() }),
    ),
  })
  .meta({ id: "CreatedCommunity" });

const createCommunityRoute = defineRoute("create-community", {
  method: "post",
  path: "/communities",
  summary: "A new community from a GeoJSON file of building footprints",
  request: {
    body: { required: true, content: { "multipart/form-data": { schema: NewCommunityForm } } },
  },
  responses: {
    201: {
      description: "Made, with its buildings; rows that were not taken in are listed.",
      content: { "application/json": { schema: Created } },
    },
    ...writeRefusals,
  },
});

export const communityRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => c.json(await listCommunities(c.var.ctx), 200))
    .openapi(createCommunityRoute, async (c) => {
      const { file, name, mapping, attribution } = c.req.valid("form");
      const bytes = new Uint8Array(await file.arrayBuffer());
      const created = await createCommunity(c.var.ctx, {
        name,
        bytes,
        mapping,
        attribution: attribution || null,
      });
      return c.json(created, 201, { Location: `/api/communities/${created.slug}` });
    });
