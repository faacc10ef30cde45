import { expect, test } from "vitest";
import { HazardLine, type HazardLines } from "#data/model/answers/hazardLines.ts";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { unpackLines } from "#data/model/hazards/lines.ts";
import { WORK_LIST_NAMES } from "#data/model/hazards/workLists.ts";
import { type HazardFilters, NO_HAZARD_FILTERS } from "#web/state/hazards/filters.ts";
import { ledgerAddress } from "#web/state/hazards/ledger.ts";
import { countsOf, withoutList } from "#web/state/hazards/workList.ts";
import { type Asker, inRollback } from "../harness.ts";
import { given } from "../people/people.ts";
import { HAZARDS, moved, reported } from "./hazards.ts";

const readLines = async (asker: Asker, query = "") =>
  unpackLines(await given<HazardLines>(asker.get(`/api/communities/hongqi/hazard-lines${query}`)));
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

test(
  "the lines of the work list say what the whole list says, in less room",
  inRollback(async (server) => {
    const inspector = server.as("hongqi.inspector");
    const { id } = await reported(inspector, { floor: 3 });
    await inspector.send("PUT", `${HAZARDS}/${id}/star`);
    for (const query of ["", "?status=all", "?status=assigned,closed", "?mine=true"]) {
      for (const username of ["hongqi.inspector", "hongqi.worker1"]) {
        const asker = server.as(username);
        const whole = await given<HazardSummary[]>(asker.get(`${HAZARDS}${query}`));
        const lines = await readLines(asker, query);
        expect(lines.sort(byId), query).toEqual(
          whole.map((row) => HazardLine.parse(row)).sort(byId),
        );
      }
    }
  }),
);

test(
  "each counter is how many its list and its ledger have, however the list is filtered",
  inRollback(async (server) => {
    const secretary = server.as("hongqi.secretary");
    const [first, second] = [await reported(secretary), await reported(secretary)];
    await moved(secretary, first, "assign", { assigneeId: first.proposedAssignee!.id });
    await secretary.send("PUT", `${HAZARDS}/${second.id}/star`);
    const chosen: Partial<HazardFilters>[] = [
      {},
      ...([{ level: "general" }, { level: "serious" }, { category: "fire" }] as const),
      ...([{ status: "assigned" }, { status: "all", category: "exit" }] as const),
      ...[{ grid: first.grid!.id }, { isStarred: true }, { isMine: true }],
    ];
    for (const part of chosen) {
      const filters = { ...NO_HAZARD_FILTERS, ...part };
      const query = new URLSearchParams();
      if (filters.status !== "open") query.set("status", filters.status);
      if (filters.isMine) query.set("mine", "true");
      const rows = withoutList(await readLines(secretary, `?${query}`), filters);
      const counts = countsOf(rows, Date.now());
      for (const list of WORK_LIST_NAMES) {
        const address = new URL(ledgerAddress("hongqi", { ...filters, list }, "en"), "http://here");
        address.searchParams.delete("locale");
        const whole = await given<HazardSummary[]>(secretary.get(`${HAZARDS}${address.search}`));
        expect(counts[list], address.search).toBe(whole.length);
      }
    }
  }),
);
