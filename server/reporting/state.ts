import type { HazardState } from "#data/model/hazards/pastState.ts";
import type { hazards } from "#data/schema/index.ts";

type Row = typeof hazards.$inferSelect;
type StateColumns = Pick<Row, keyof HazardState>;

const text = (moment: Date | null) => moment?.toISOString() ?? null;
const date = (moment: string | null) => (moment === null ? null : new Date(moment));

/** What changes in a hazard's life, out of its row. */
export function stateOf(row: StateColumns): HazardState {
  const { status, assigneeId, departmentId, fixedById, fixedByName, returnCount } = row;
  return {
    ...{ status, assigneeId, departmentId, fixedById, fixedByName, returnCount },
    mergedIntoId: row.mergedIntoId,
    rectifiedAt: text(row.rectifiedAt),
    closedAt: text(row.closedAt),
    clockStartsAt: row.clockStartsAt.toISOString(),
    dueAt: text(row.dueAt),
    extensionUntil: text(row.extensionUntil),
  };
}

/** The other way round: what to write into the row. */
export function columnsOf(state: HazardState): StateColumns {
  return {
    ...state,
    rectifiedAt: date(state.rectifiedAt),
    closedAt: date(state.closedAt),
    clockStartsAt: new Date(state.clockStartsAt),
    dueAt: date(state.dueAt),
    extensionUntil: date(state.extensionUntil),
  };
}
