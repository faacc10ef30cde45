import type { GridDetail, MicroGridDetail } from "#data/model/answers/grids.ts";
import { centreHouseholdsIn } from "../access/centreHouseholds.ts";
import { microGridRows, unitRows } from "../access/groupRows.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";
import { boundsOf } from "../resident/figures.ts";
import { findingsAbout } from "../resident/findings.ts";
import { onDutyAt } from "../resident/onDuty.ts";

/** A grid's story: who works it, its micro-grids, its homes. @throws Problem no-such-thing */
export async function getGrid(ctx: Ctx, slug: string, id: string): Promise<GridDetail> {
  const open = await openCommunity(ctx, slug);
  const { resident, sight } = open;
  const grid = resident.grids.find((candidate) => candidate.id === id);
  if (!grid) throw problems.noSuchThing("grid", id);
  const microGrids = resident.microGrids.filter(({ gridId }) => gridId === id);
  const units = resident.unitsOfGrid(id);
  const { name, code, kind } = grid;
  return {
    ...{ id, name, code, kind },
    bounds: boundsOf(
      resident,
      units.map((unit) => unit.id),
    ),
    workers: onDutyAt(resident, "grid", id, ["grid-worker"]),
    microGrids: microGridRows(open, microGrids),
    units: unitRows(sight, units),
    centreHouseholds: await centreHouseholdsIn(ctx, open, units),
    partyOrganisations: resident.bundle.partyOrganisations
      .filter(({ gridId }) => gridId === id)
      .map((organisation) => ({ id: organisation.id, name: organisation.name })),
    figures: sight.figures(units),
    limits: resident.bundle.community.settings.gridHouseholds,
    findings: findingsAbout(
      open,
      new Set([id, ...microGrids.map((row) => row.id), ...units.map((unit) => unit.id)]),
    ),
  };
}

/** @throws Problem no-such-thing */
export async function getMicroGrid(ctx: Ctx, slug: string, id: string): Promise<MicroGridDetail> {
  const open = await openCommunity(ctx, slug);
  const { resident, sight } = open;
  const microGrid = resident.microGrids.find((candidate) => candidate.id === id);
  const grid = resident.grids.find((candidate) => candidate.id === microGrid?.gridId);
  if (!microGrid || !grid) throw problems.noSuchThing("micro-grid", id);
  const units = resident.unitsOfMicroGrid(id);
  return {
    id,
    bounds: boundsOf(
      resident,
      units.map((unit) => unit.id),
    ),
    name: microGrid.name,
    grid: { id: grid.id, name: grid.name },
    workers: onDutyAt(resident, "grid", grid.id, ["grid-worker"]),
    leaders: onDutyAt(resident, "micro-grid", id, ["micro-grid-leader"]),
    units: unitRows(sight, units),
    centreHouseholds: await centreHouseholdsIn(ctx, open, units),
    figures: sight.figures(units),
    limits: resident.bundle.community.settings.microGridHouseholds,
    findings: findingsAbout(open, new Set([id, ...units.map((unit) => unit.id)])),
  };
}
