import type { Coverage } from "./findings.ts";
import type { CoverageInput } from "./input.ts";

/** Every finding of DESIGN §3 for one plan of one community, on one day. */
export function coverageOf(input: CoverageInput): Coverage {
  throw new Error(`not there yet for ${input.today}`);
}
