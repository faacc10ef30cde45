import type { PlanningUnit } from "#data/model/planning/ground.ts";
import { POST_ROLES, type PostRole } from "#data/model/plans.ts";
import type { HoldersOf, Place } from "./holders.ts";

/** What goes from one person to another in one role; null is nobody. */
export interface Transfer {
  role: PostRole;
  from: string | null;
  to: string | null;
  units: PlanningUnit[];
  fromPlaces: Place[];
  toPlaces: Place[];
}

/**
 * What really changes hands: who answers for a unit in a role before and after hands nothing over,
 * whatever becomes of the grid. Who leaves hands over to who comes, else to who stays.
 */
export function transfersOf(
  units: readonly PlanningUnit[],
  before: HoldersOf,
  after: HoldersOf,
): Transfer[] {
  const transfers = new Map<string, Transfer>();
  for (const role of POST_ROLES) {
    for (const unit of units) {
      const [held, holds] = [before(unit, role), after(unit, role)];
      for (const [from, to] of pairsOf([...held.keys()], [...holds.keys()])) {
        const key = `${role} ${from} ${to}`;
        const transfer = transfers.get(key) ?? emptyTransfer(role, from, to);
        transfers.set(key, transfer);
        transfer.units.push(unit);
        addPlace(transfer.fromPlaces, held.get(from ?? ""));
        addPlace(transfer.toPlaces, holds.get(to ?? ""));
      }
    }
  }
  return [...transfers.values()];
}

function emptyTransfer(role: PostRole, from: string | null, to: string | null): Transfer {
  return { role, from, to, units: [], fromPlaces: [], toPlaces: [] };
}

function pairsOf(before: string[], after: string[]): [string | null, string | null][] {
  const leaving = before.filter((id) => !after.includes(id));
  const coming = after.filter((id) => !before.includes(id));
  const [staying] = after.filter((id) => before.includes(id));
  return Array.from({ length: Math.max(leaving.length, coming.length) }, (_, index) => [
    leaving[index] ?? null,
    coming[index] ?? coming.at(-1) ?? staying ?? null,
  ]);
}

function addPlace(places: Place[], place: Place | undefined): void {
  if (place && !places.some(({ placeId }) => placeId === place.placeId)) places.push(place);
}
