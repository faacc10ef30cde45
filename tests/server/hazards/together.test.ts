import { expect, test } from "vitest";
import { onOwnDatabase } from "../harness.ts";
import { moveTogether, removeTogether } from "./together.ts";

test(
  "many people who move the same hazards at once make no illegal history and lose no step",
  onOwnDatabase(async (server) => {
    const size = { count: 8, hazardCount: 4, tries: 16 };
    const { answers, steps } = await moveTogether(server, size).finally(() =>
      removeTogether(server),
    );
    expect([...answers.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(steps).toBeGreaterThan(8);
  }),
);
