import type { HazardDetail, HazardMove } from "#data/model/answers/hazards.ts";
import type { HazardAction } from "#data/model/hazards/moves.ts";
import { ApiProblem } from "#web/api.ts";
import type { OutboxState } from "../outbox/outbox.svelte.ts";
import type { OutboxItem } from "../outbox/item.ts";
import type { TakenPhoto } from "../outbox/photo.ts";
import { hazardsAddress } from "./calls.ts";

/** What a form gathers for a move; what is not asked for stays empty. */
export interface MoveContent extends Pick<
  HazardMove,
  "note" | "reason" | "assigneeId" | "departmentId" | "otherHazardId" | "until"
> {
  photos: readonly TakenPhoto[];
}

export interface MoveRequest {
  slug: string;
  hazard: Pick<HazardDetail, "id" | "version">;
  action: HazardAction;
  /** UUIDv7 of the form: the same step sent again is taken once. */
  stepId: string;
  content: MoveContent;
  /** For the list of what waits to be sent. */
  title: string;
  /** Of an earlier try that the server refused: this one takes its place. */
  itemId?: string;
}

/** "kept": on this device, and sent as soon as the server can be reached. */
export type MoveOutcome =
  { state: "sent" } | { state: "kept" } | { state: "refused"; itemId: string; problem: ApiProblem };

/** How often a sender that is under way is asked once more. */
const MOST_TURNS = 5;

/**
 * Writes a move down on this device first and sends it then, so that neither a lost line nor a closed tab
 * loses it. A refused one stays there until it is corrected or given up.
 * @throws OutboxFull, OutboxClosed; then nothing is kept, and the form must keep what it has
 */
export async function moveHazard(outbox: OutboxState, request: MoveRequest): Promise<MoveOutcome> {
  const { slug, hazard, action, stepId, content, title } = request;
  const { photos, ...fields } = content;
  const letter = {
    kind: "hazard-move" as const,
    communitySlug: slug,
    path: hazardsAddress(slug, `/${hazard.id}/${action}`),
    body: {
      stepId,
      version: hazard.version,
      ...given(action, fields),
      doneAt: new Date().toISOString(),
    },
    photos: photos.map(({ photo }) => photo),
    subject: hazard.id,
    title,
  };
  const pictures = new Map(photos.map(({ photo, picture }) => [photo.id, picture]));
  const itemId = await put(outbox, request.itemId, letter, pictures);
  const left = await settle(outbox, itemId);
  if (!left) return { state: "sent" };
  if (left.state !== "needs-you" || !left.problem) return { state: "kept" };
  const { kind, status, parameters } = left.problem;
  return { state: "refused", itemId, problem: new ApiProblem(kind, status, parameters) };
}

type Letter = Parameters<OutboxState["add"]>[0];

async function put(
  outbox: OutboxState,
  itemId: string | undefined,
  letter: Letter,
  pictures: ReadonlyMap<string, Blob>,
): Promise<string> {
  if (itemId === undefined) return (await outbox.add(letter, pictures)).id;
  await outbox.correct(itemId, letter, pictures);
  return itemId;
}

/** @returns what is left of it once the sender has tried; undefined where the server has it */
async function settle(outbox: OutboxState, itemId: string): Promise<OutboxItem | undefined> {
  const find = () => outbox.items.find(({ id }) => id === itemId);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await outbox.flush();
    const item = find();
    if (!item || item.state === "needs-you" || item.state === "stuck") return item;
  }
  return find();
}

/** What was filled in. No date says no to whoever asked for more time; left out it would say yes. */
function given(action: HazardAction, fields: Omit<MoveContent, "photos">): Record<string, unknown> {
  const isSaid = (name: string, value: unknown) =>
    (value !== null && value !== "") || (action === "grant" && name === "until");
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => isSaid(name, value)));
}
