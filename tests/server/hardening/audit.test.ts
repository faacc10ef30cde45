import { expect, test } from "vitest";
import { judgeAudit } from "#tests/audit/judge.ts";

test("a high or critical weakness is found, a moderate one is not worth stopping for", () => {
  const vulnerabilities = {
    sharp: { severity: "high", range: "<0.36" },
    hono: { severity: "moderate", range: "*" },
  };
  expect(judgeAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
    outcome: "found",
    lines: ["high: sharp <0.36"],
  });
  const { outcome } = judgeAudit(JSON.stringify({ vulnerabilities: {} }));
  expect(outcome).toBe("clean");
});

test.each([
  ["a registry that keeps no such list", '{"message":"405 Method Not Allowed","statusCode":405}'],
  ["no network", '{"message":"getaddrinfo ENOTFOUND"}'],
  ["nothing at all", ""],
])("%s is a warning, no failure", (_what, answer) => {
  const { outcome, lines } = judgeAudit(answer);
  expect(outcome).toBe("not-asked");
  expect(lines[0]).toMatch(/^Warning:/);
});
