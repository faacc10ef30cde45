import type { PhotoKind } from "../../model/hazards/kinds.ts";
import { isOpen } from "../../model/hazards/kinds.ts";
import { idOf } from "../kit/identity.ts";
import { caseOf } from "./named.ts";
import type { SampleHazard, SamplePhoto, SampleStep } from "./hazard.ts";

/** Beside the named cases: a picture of everything would be a thousand of them. */
const MOST = 22;

/** Pictures of the named cases, of what waits for its re-check, and of some that are open or new. */
export function pickPictures(slug: string, hazards: readonly SampleHazard[]): SamplePhoto[] {
  const named = hazards.filter(({ id }) => caseOf(slug, id) !== undefined);
  const others = hazards
    .filter(({ id, state }) => caseOf(slug, id) === undefined && weightOf(state) > 0)
    .sort((a, b) => weightOf(b.state) - weightOf(a.state) || newestFirst(a, b))
    .slice(0, MOST);
  return [...named, ...others].flatMap((hazard) => picturesOf(slug, hazard));
}

function weightOf({ status, rectifiedAt }: SampleHazard["state"]): number {
  if (status === "rectified") return 4;
  if (isOpen(status)) return 2;
  return status === "closed" && rectifiedAt !== null ? 1 : 0;
}

function newestFirst(a: SampleHazard, b: SampleHazard): number {
  const [one, other] = [a.steps[0]!.at, b.steps[0]!.at];
  return one === other ? a.id.localeCompare(b.id) : other.localeCompare(one);
}

function picturesOf(slug: string, hazard: SampleHazard): SamplePhoto[] {
  const name = caseOf(slug, hazard.id) ?? hazard.category;
  const last = hazard.steps.findLast(({ step }) => step === "rectify" || step === "fix");
  const take = (step: SampleStep, kind: PhotoKind): SamplePhoto => ({
    ...{ id: idOf(slug, `photo/${step.id}/${kind}`), hazardId: hazard.id, stepId: step.id, kind },
    ...{ takenAt: step.at, drawing: `${name}-${kind}` },
  });
  const pumping = name === "sewer" ? hazard.steps.find(({ step }) => step === "extend") : undefined;
  return [
    take(hazard.steps[0]!, "before"),
    ...(pumping ? [take(pumping, "other")] : []),
    ...(last ? [take(last, "after")] : []),
  ];
}
