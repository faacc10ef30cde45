import sharp from "sharp";
import { expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { HazardDetail, HazardSummary } from "#data/model/answers/hazards.ts";
import { inRollback } from "../harness.ts";
import { given, problemKind } from "../people/people.ts";
import { layerPath, type LayerAnswer } from "../answers.ts";
import { HAZARDS, move, moved, personOf, report, reported, somewhere } from "./hazards.ts";

test(
  "a report knows its building, its grid, who would see to it and when it is due",
  inRollback(async (server) => {
    const leader = server.as("hongqi.leader1");
    const hazard = await reported(leader, { note: " 消防通道被占 " });
    expect(hazard).toMatchObject({
      ...{ status: "reported", category: "exit", level: "general", note: "消防通道被占" },
      ...{ isOverdue: false, version: 1, photoCount: 0, returnCount: 0 },
    });
    expect(hazard.building).not.toBeNull();
    expect(hazard.grid).not.toBeNull();
    expect(hazard.proposedAssignee).not.toBeNull();
    expect(Date.parse(hazard.dueAt!) - Date.parse(hazard.clockStartsAt)).toBe(24 * 3_600_000);
    expect(hazard.steps.map(({ step, toStatus }) => [step, toStatus])).toEqual([
      ["report", "reported"],
    ]);
    const confirmed = await reported(server.as("hongqi.worker1"));
    expect(confirmed.status).toBe("confirmed");
  }),
);
