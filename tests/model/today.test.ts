import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { todayIn } from "#data/model/today.ts";

test("the day turns at the community's midnight, not the server's", () => {
  const evening = Temporal.Instant.from("2026-11-21T16:30:00Z");
  expect(todayIn("Asia/Shanghai", evening)).toBe("2026-11-22");
  expect(todayIn("UTC", evening)).toBe("2026-11-21");
});
