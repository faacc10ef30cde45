import type { Checklists } from "#data/model/answers/checklists.ts";
import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import type {
  LeavingOut,
  LeftOut,
  MyTargets,
  NewRound,
  PuttingBack,
  RoundChange,
  RoundDetail,
  RoundPreview,
  RoundSummary,
  RoundTargets,
  TargetChoice,
} from "#data/model/answers/rounds.ts";
import { fetchOrThrow } from "#web/api.ts";

export function inspectionsAddress(slug: string, rest: string): string {
  return `/api/communities/${encodeURIComponent(slug)}/${rest}`;
}

async function read<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetchOrThrow(address, { signal });
  return (await response.json()) as Answer;
}

async function send<Answer>(method: string, address: string, body: unknown): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetchOrThrow(address, { method, headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

export function readMyTargets(slug: string, signal: AbortSignal) {
  return read<MyTargets>(inspectionsAddress(slug, "my-targets"), signal);
}

export function readRounds(slug: string, signal: AbortSignal) {
  return read<RoundSummary[]>(inspectionsAddress(slug, "rounds"), signal);
}

export function readRound(slug: string, id: string, signal?: AbortSignal) {
  return read<RoundDetail>(inspectionsAddress(slug, `rounds/${id}`), signal);
}

export function readRoundTargets(slug: string, id: string, signal: AbortSignal) {
  return read<RoundTargets>(inspectionsAddress(slug, `rounds/${id}/targets`), signal);
}

export function readLeftOut(slug: string, id: string) {
  return read<LeftOut[]>(inspectionsAddress(slug, `rounds/${id}/left-out`));
}

export function leaveOut(slug: string, id: string, leaving: LeavingOut) {
  return send<RoundDetail>("POST", inspectionsAddress(slug, `rounds/${id}/leave-out`), leaving);
}

export function putBack(slug: string, id: string, returning: PuttingBack) {
  return send<RoundDetail>("POST", inspectionsAddress(slug, `rounds/${id}/put-back`), returning);
}

/** Of what visits are listed. */
export type VisitsOf =
  { roundId: string } | { targetId: string } | { placeId: string } | { buildingId: string };

/** Newest first. */
export function readVisits(slug: string, of: VisitsOf, limit: number) {
  const query = new URLSearchParams({ ...of, limit: String(limit) });
  return read<InspectionSummary[]>(inspectionsAddress(slug, `inspections?${query}`));
}

export function previewTargets(slug: string, targets: TargetChoice[]) {
  return send<RoundPreview>("POST", inspectionsAddress(slug, "rounds/preview"), { targets });
}

export function makeRound(slug: string, round: NewRound) {
  return send<RoundDetail>("POST", inspectionsAddress(slug, "rounds"), round);
}

export function changeRound(slug: string, id: string, change: RoundChange) {
  return send<RoundDetail>("PUT", inspectionsAddress(slug, `rounds/${id}`), change);
}

export function endRound(slug: string, id: string, version: number) {
  return send<RoundDetail>("POST", inspectionsAddress(slug, `rounds/${id}/end`), { version });
}

export function readChecklists(slug: string) {
  return read<Checklists>(inspectionsAddress(slug, "checklists"));
}

export function writeChecklists(slug: string, lists: Checklists) {
  return send<Checklists>("PUT", inspectionsAddress(slug, "checklists"), lists);
}
