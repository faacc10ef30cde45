import type { Tx } from "../context.ts";

/** As whoever acts is called now; null for the program itself. */
export function nameOfActor({ actor }: Pick<Tx, "actor">): string | null {
  return actor.kind === "person" ? actor.name : null;
}
