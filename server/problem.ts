import { groundProblems } from "./problems/ground.ts";
import { hazardProblems } from "./problems/hazard.ts";
import { peopleProblems } from "./problems/people.ts";
import { planProblems } from "./problems/plan.ts";
import { requestProblems } from "./problems/request.ts";
import { signInProblems } from "./problems/signIn.ts";

export { Problem } from "./problems/problem.ts";

/** Every refusal of the product; verbs throw them, nothing returns them. */
export const problems = {
  ...requestProblems,
  ...signInProblems,
  ...groundProblems,
  ...peopleProblems,
  ...planProblems,
  ...hazardProblems,
};
