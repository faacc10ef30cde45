import type { CompoundDetail } from "#data/model/answers/places.ts";
import { microGridRows } from "../access/groupRows.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { boundsOf } from "../resident/figures.ts";
import { findingsAbout } from "../resident/findings.ts";
import { distinct, gridNamed } from "../resident/names.ts";
import { onDutyAt } from "../resident/onDuty.ts";

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** @throws Problem no-such-thing */
export async function getCompound(ctx: Ctx, slug: string, id: string): Promise<CompoundDetail> {
  const open = await openCommunity(ctx, slug);
  const { resident, sight } = open;
  const { bundle } = resident;
  const compound = bundle.compounds.find((candidate) => candidate.id === id);
  if (!compound) throw problems.noSuchThing("compound", id);
  const buildings = bundle.buildings.filter(({ compoundId }) => compoundId === id);
  const units = buildings.flatMap((building) => resident.unitsOfBuilding(building.id));
  const microGridIds = new Set(units.map((unit) => resident.microGridOf.get(unit.id)));
  return {
    id,
    bounds: boundsOf(
      resident,
      buildings.map((building) => building.id),
    ),
    name: compound.name,
    figures: sight.figures(units),
    grids: distinct(units.map((unit) => gridNamed(resident, unit.id))),
    microGrids: microGridRows(
      open,
      resident.microGrids.filter((microGrid) => microGridIds.has(microGrid.id)),
    ),
    contacts: onDutyAt(resident, "compound", id, ["party-contact", "lane-keeper", "inspector"]),
    partyOrganisations: bundle.partyOrganisations
      .filter(({ compoundId }) => compoundId === id)
      .map((organisation) => ({ id: organisation.id, name: organisation.name })),
    buildings: buildings
      .map((building) => ({
        id: building.id,
        name: building.name,
        households: sight.figures(resident.unitsOfBuilding(building.id)).households,
      }))
      .sort((a, b) => byName.compare(a.name, b.name)),
    findings: findingsAbout(open, new Set([id, ...units.map((unit) => unit.id)])),
  };
}
