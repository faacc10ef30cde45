import { z } from "zod";

const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string().optional() }),
  ),
});
const Failure = z.object({ message: z.string() });

const GRAVE = new Set(["high", "critical"]);

export interface Judgement {
  outcome: "clean" | "found" | "not-asked";
  lines: string[];
}

/** @param answer what `npm audit --json` printed */
export function judgeAudit(answer: string): Judgement {
  const read = parse(answer);
  const report = Report.safeParse(read);
  if (!report.success) {
    const reason = Failure.safeParse(read).data?.message ?? "no answer";
    return {
      outcome: "not-asked",
      lines: [`Warning: the registry could not be asked for known weaknesses (${reason}).`],
    };
  }
  const found = Object.entries(report.data.vulnerabilities).filter(([, { severity }]) =>
    GRAVE.has(severity),
  );
  if (found.length === 0) {
    return {
      outcome: "clean",
      lines: ["No known weakness, high or critical, in what is shipped."],
    };
  }
  return {
    outcome: "found",
    lines: found.map(([name, { severity, range }]) => `${severity}: ${name} ${range ?? ""}`.trim()),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
