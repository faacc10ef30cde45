import { readProblem } from "#web/api.ts";
import type { Outcome } from "./fate.ts";
import type { OutboxItem } from "./item.ts";

/** The slowest line that still counts as one, and what any request may take besides. */
const SLOWEST_BYTES_PER_MS = 8;
const PATIENCE_MS = 45_000;

/** Tells the server whose it is: another tab may have signed somebody else in since. */
const PERSON_HEADER = "Getu-Person";

/**
 * Sends one item with its pictures, once. Never throws: what came of it is the answer. Only an answer of
 * our own server counts; the page of a hotspot that asks for a click is none.
 */
export async function sendItem(
  item: OutboxItem,
  pictures: ReadonlyMap<string, Blob>,
): Promise<Outcome> {
  try {
    const bytes = [...pictures.values()].reduce((sum, { size }) => sum + size, 0);
    const response = await fetch(item.path, {
      method: "POST",
      ...contentOf(item, pictures),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS + bytes / SLOWEST_BYTES_PER_MS),
    });
    if (response.ok) {
      const isRepeated = response.status === 200 && item.kind !== "hazard-move";
      return (await isOurs(response)) ? { isSent: true, isRepeated } : noAnswer();
    }
    const isRefusal = response.headers.get("Content-Type")?.includes("problem+json");
    if (!isRefusal && response.status < 500) return noAnswer();
    const { kind, status, parameters } = await readProblem(response);
    const retryAfterSeconds = Number(response.headers.get("Retry-After")) || undefined;
    return { isSent: false, problem: { kind, status, parameters }, retryAfterSeconds };
  } catch {
    return noAnswer();
  }
}

function noAnswer(): Outcome {
  return { isSent: false, problem: { kind: "no-connection", status: 0, parameters: {} } };
}

async function isOurs(response: Response): Promise<boolean> {
  if (!response.headers.get("Content-Type")?.includes("application/json")) return false;
  const answer: unknown = await response.json();
  return typeof answer === "object" && answer !== null;
}

function contentOf(item: OutboxItem, pictures: ReadonlyMap<string, Blob>) {
  const headers = { [PERSON_HEADER]: item.userId };
  if (item.photos.length === 0) {
    const body = JSON.stringify(item.body);
    return { headers: { ...headers, "Content-Type": "application/json" }, body };
  }
  return { headers, body: formOf(item, pictures) };
}

/**
 * Fields by their names, what is no text as JSON; an inspection is one field, as its lines have pictures
 * of their own. Each picture is a file called by its id.
 */
export function formOf({ kind, body, photos }: OutboxItem, pictures: ReadonlyMap<string, Blob>) {
  const form = new FormData();
  if (kind === "inspection") form.append("inspection", JSON.stringify(body));
  else appendFields(form, body);
  form.append("photoFacts", JSON.stringify(photos));
  for (const { id } of photos) {
    const picture = pictures.get(id);
    if (picture) form.append("photos", picture, `${id}.jpg`);
  }
  return form;
}

function appendFields(form: FormData, body: OutboxItem["body"]): void {
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue;
    form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
}
