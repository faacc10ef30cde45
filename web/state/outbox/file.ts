import type { Letter, OutboxItem } from "./item.ts";
import { OUTBOX_FORMAT, OUTBOX_KINDS } from "./item.ts";

/** What of an item goes into a file: everything but its fate here. */
export interface FiledItem extends Omit<Letter, "photos"> {
  id: string;
  userId: string;
  userName: string;
  createdAt: string;
  photos: (Letter["photos"][number] & { data: string })[];
}

interface OutboxFile {
  what: typeof WHAT;
  format: number;
  writtenAt: string;
  items: FiledItem[];
}

const WHAT = "getu-outbox";

/** The file is none of ours, is damaged, or a newer version wrote it. */
export class FileRefused extends Error {
  constructor(readonly reason: "not-ours" | "newer") {
    super(reason);
    this.name = "FileRefused";
  }
}

/** Items with their pictures as one file, for a phone that does not get through any more. */
export async function writeFile(
  items: readonly { item: OutboxItem; pictures: ReadonlyMap<string, Blob> }[],
): Promise<Blob> {
  const filed = await Promise.all(items.map(({ item, pictures }) => fileItem(item, pictures)));
  const writtenAt = new Date().toISOString();
  const file: OutboxFile = { what: WHAT, format: OUTBOX_FORMAT, writtenAt, items: filed };
  return new Blob([JSON.stringify(file, null, 1)], { type: "application/json" });
}

/** @throws FileRefused */
export async function readFile(file: Blob): Promise<FiledItem[]> {
  const read = await file
    .text()
    .then((text) => JSON.parse(text) as Partial<OutboxFile>)
    .catch(() => undefined);
  if (read?.what !== WHAT || !Array.isArray(read.items)) throw new FileRefused("not-ours");
  if ((read.format ?? 0) > OUTBOX_FORMAT) throw new FileRefused("newer");
  if (!read.items.every(isFiledItem)) throw new FileRefused("not-ours");
  return read.items;
}

export async function picturesOf({ photos }: FiledItem): Promise<Map<string, Blob>> {
  const pictures = photos.map(
    ({ id, data }) => [id, new Blob([bytesOf(data)], { type: "image/jpeg" })] as const,
  );
  return new Map(pictures);
}

/** What anybody may have written into a file is sent only to where the product itself sends. */
const PATH = /^\/api\/communities\/[^/?#]+\/(hazards|hazards\/[^/?#]+\/[a-z]+|inspections)$/;

function isFiledItem(item: Partial<FiledItem> | null): boolean {
  if (typeof item !== "object" || item === null) return false;
  const texts = [item.id, item.userName, item.createdAt, item.communitySlug, item.title];
  return (
    texts.every((text) => typeof text === "string") &&
    OUTBOX_KINDS.some((kind) => kind === item.kind) &&
    PATH.test(item.path ?? "") &&
    typeof item.body === "object" &&
    Array.isArray(item.photos) &&
    item.photos.every(({ id, data }) => typeof id === "string" && typeof data === "string")
  );
}

async function fileItem(item: OutboxItem, pictures: ReadonlyMap<string, Blob>): Promise<FiledItem> {
  const { id, userId, userName, createdAt, kind, communitySlug, path, body, subject, title } = item;
  const photos = await Promise.all(
    item.photos.map(async (photo) => ({ ...photo, data: await base64Of(pictures.get(photo.id)) })),
  );
  const about = { id, userId, userName, createdAt };
  return { ...about, kind, communitySlug, path, body, subject, title, photos };
}

async function base64Of(picture: Blob | undefined): Promise<string> {
  if (!picture) return "";
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let text = "";
  // All at once would be more arguments than a call takes.
  for (let from = 0; from < bytes.length; from += 32_768) {
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  }
  return btoa(text);
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}
