import { m } from "#web/messages/compiled/messages.js";
import { type FiledItem, picturesOf } from "#web/state/outbox/file.ts";
import type { OutboxState } from "#web/state/outbox/outbox.svelte.ts";
import { writtenText } from "#web/words/outbox.ts";

const MOST_LETTERS = 2000;

/**
 * Sends on what somebody brought in a file, as whoever sends it: a file can be written by anybody and
 * proves nothing, so the server is not made to believe it. Who wrote it, and when, stands in the note.
 * The ids stay, so what the phone itself sends later after all is there once.
 * @throws OutboxFull, OutboxClosed
 */
export async function takeOver(outbox: OutboxState, item: FiledItem): Promise<void> {
  const { userName, createdAt, kind, communitySlug, path, subject, title } = item;
  const said = typeof item.body["note"] === "string" ? item.body["note"] : "";
  const written = m.outbox_written_by({
    name: userName,
    day: writtenText(createdAt),
  });
  const note = [said, written].filter(Boolean).join("\n").slice(-MOST_LETTERS);
  const photos = item.photos.map(({ id, kind, takenAt, keepsLocation }) => ({
    ...{ id, kind, takenAt, keepsLocation },
  }));
  const letter = { kind, communitySlug, path, subject, title, photos };
  await outbox.add({ ...letter, body: { ...item.body, note } }, await picturesOf(item));
}
