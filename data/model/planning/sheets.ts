import type { HandOver } from "../answers/handOvers.ts";
import { POST_ROLES } from "../plans.ts";

export type HandOverTransfer = HandOver["transfers"][number];

/** What one person gives away and takes over when a plan takes effect: a sheet of paper for them. */
export interface HandOverSheet {
  person: { id: string; name: string };
  gives: HandOverTransfer[];
  takes: HandOverTransfer[];
}

/** One for everybody who gives or takes something, in the order of the transfers. */
export function handOverSheets({ transfers }: Pick<HandOver, "transfers">): HandOverSheet[] {
  const sheets = new Map<string, HandOverSheet>();
  const sheetOf = (person: HandOverSheet["person"]): HandOverSheet => {
    const sheet = sheets.get(person.id) ?? { person, gives: [], takes: [] };
    sheets.set(person.id, sheet);
    return sheet;
  };
  for (const transfer of inOrder(transfers)) {
    if (transfer.from) sheetOf(transfer.from).gives.push(transfer);
    if (transfer.to) sheetOf(transfer.to).takes.push(transfer);
  }
  return [...sheets.values()];
}

/** By role, what is most first. */
export function inOrder(transfers: readonly HandOverTransfer[]): HandOverTransfer[] {
  return transfers.toSorted(
    (a, b) =>
      POST_ROLES.indexOf(a.role) - POST_ROLES.indexOf(b.role) || b.units.length - a.units.length,
  );
}
