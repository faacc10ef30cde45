import { and, eq, sql } from "drizzle-orm";
import type { CompoundEdit, CompoundGround, GroundChoices } from "#data/model/answers/ground.ts";
import type { Building, Compound } from "#data/model/bundle.ts";
import { compoundProposal } from "#data/model/ground/compoundProposal.ts";
import { compounds } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, touch, transact, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { type CompoundRow, readCompound } from "./read.ts";
import { requireArea } from "./requireGround.ts";

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** What the forms about buildings offer. */
export async function groundChoices(ctx: Ctx, slug: string): Promise<GroundChoices> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const { bundle } = resident;
  return {
    compounds: bundle.compounds
      .map((compound) => ({ ...compound, buildings: listedIn(resident, compound).length }))
      .sort((a, b) => byName.compare(a.name, b.name)),
  };
}

/** @throws Problem no-such-thing */
export async function getCompoundGround(
  ctx: Ctx,
  slug: string,
  id: string,
): Promise<CompoundGround> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const communityId = resident.bundle.community.id;
  const row = await look(ctx, (ctx) => readCompound(ctx, communityId, id));
  return groundOf(resident, row);
}

/**
 * Renames or redraws a compound. Its buildings stay as they are listed; what the new boundary says
 * against the list is answered as a proposal.
 * @throws Problem no-such-thing, ground-not-usable, stale-version
 */
export async function changeCompound(
  ctx: Ctx,
  slug: string,
  id: string,
  edit: CompoundEdit,
): Promise<CompoundGround> {
  const { resident } = await openCommunity(ctx, slug, "edit-ground");
  const { id: communityId, boundary: around } = resident.bundle.community;
  const { version, name, boundary: drawn } = edit;
  const boundary = drawn && requireArea(drawn, around);
  const row = await transact(ctx, async (ctx) => {
    const before = await readCompound(ctx, communityId, id);
    const [changed] = await ctx.db
      .update(compounds)
      .set({ name, boundary, version: sql`${compounds.version} + 1` })
      .where(
        and(
          eq(compounds.communityId, communityId),
          eq(compounds.id, id),
          version === undefined ? undefined : eq(compounds.version, version),
        ),
      )
      .returning({ id: compounds.id });
    if (!changed) throw problems.staleVersion(edit, groundOf(resident, before));
    touch(ctx, communityId, GROUND_LAYERS);
    await writeAudit(ctx, {
      ...{ communityId, action: "compound.change", subjectType: "compound", subjectId: id },
      from: { name: before.name, ...(drawn !== undefined && { boundary: before.boundary }) },
      to: { name: name ?? before.name, ...(drawn !== undefined && { boundary }) },
    });
    return readCompound(ctx, communityId, id);
  });
  return groundOf(resident, row);
}

function groundOf(
  resident: Resident,
  { id, name, version, boundary }: CompoundRow,
): CompoundGround {
  const { bundle } = resident;
  const { enter, leave } = compoundProposal({ id, boundary }, bundle.buildings);
  const buildingOf = new Map(bundle.buildings.map((building) => [building.id, building]));
  const compoundOf = new Map(bundle.compounds.map((compound) => [compound.id, compound]));
  const proposed = (ids: readonly string[]) =>
    ids
      .flatMap((id) => buildingOf.get(id) ?? [])
      .map((building) => rowOf(building, compoundOf.get(building.compoundId ?? "")))
      .sort((a, b) => byName.compare(a.name, b.name));
  return {
    ...{ id, name, version, boundary },
    buildings: listedIn(resident, { id }).length,
    proposal: { enter: proposed(enter), leave: proposed(leave) },
  };
}

function rowOf({ id, name }: Building, compound: Compound | undefined) {
  return { id, name, compound: compound ? { id: compound.id, name: compound.name } : null };
}

function listedIn({ bundle }: Resident, { id }: { id: string }): Building[] {
  return bundle.buildings.filter(({ compoundId }) => compoundId === id);
}
