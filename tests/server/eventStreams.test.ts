import { expect, test, vi } from "vitest";
import { ChangeFeed } from "#server/changes.ts";
import { EventStreams, type StreamRequest } from "#server/events/streams.ts";

const REQUEST: StreamRequest = {
  communityId: "a",
  person: "somebody",
  readRevisions: () => Promise.resolve({ grids: 1, cells: 4 }),
  stays: () => Promise.resolve(true),
};

async function openReader(streams: EventStreams, request: Partial<StreamRequest> = {}) {
  const stream = await streams.open({ ...REQUEST, ...request });
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  return {
    next: async () => {
      const { value } = await reader.read();
      const data = /^event: layers\ndata: (.*)\n\n$/.exec(value ?? "")?.[1];
      return data ? (JSON.parse(data) as { revisions: object }).revisions : value;
    },
    close: () => reader.cancel(),
  };
}

function tellsOf(changes: ChangeFeed) {
  return (revisions: Record<string, number>, communityId = "a") =>
    changes.publish({ communityId, revisions });
}

test("the revisions of a community are read once for all who listen to it", async () => {
  const changes = new ChangeFeed();
  const streams = new EventStreams(changes);
  const readRevisions = vi.fn(REQUEST.readRevisions);
  const readers = await Promise.all(
    ["b", "c", "d"].map((person) => openReader(streams, { person, readRevisions })),
  );
  tellsOf(changes)({ grids: 2 });
  const late = await openReader(streams, { person: "e", readRevisions });
  expect(await late.next()).toEqual({ grids: 2, cells: 4 });
  for (const reader of readers) {
    expect(await reader.next()).toEqual({ grids: 1, cells: 4 });
    expect(await reader.next()).toEqual({ grids: 2 });
  }
  expect(readRevisions).toHaveBeenCalledOnce();
});

test("what changes while the revisions are read is not lost", async () => {
  const changes = new ChangeFeed();
  const streams = new EventStreams(changes);
  const readRevisions = async () => {
    tellsOf(changes)({ grids: 3 });
    return Promise.resolve({ grids: 2, cells: 4 });
  };
  const reader = await openReader(streams, { readRevisions });
  expect(await reader.next()).toEqual({ grids: 3, cells: 4 });
});

test("a community whose revisions cannot be read is tried again by the next", async () => {
  const streams = new EventStreams(new ChangeFeed());
  const readRevisions = () => Promise.reject(new Error("no database"));
  await expect(openReader(streams, { readRevisions })).rejects.toThrow("no database");
  expect(await (await openReader(streams)).next()).toEqual({ grids: 1, cells: 4 });
});

test("who does not read holds one event, and is told the rest together afterwards", async () => {
  const changes = new ChangeFeed();
  const streams = new EventStreams(changes);
  const tell = tellsOf(changes);
  const stream = await streams.open(REQUEST);
  for (let revision = 2; revision < 1000; revision++) tell({ grids: revision });
  tell({ cells: 5 });
  await new Promise((resolve) => setImmediate(resolve));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const texts: string[] = [];
  for (let time = 0; time < 2; time++) texts.push(decoder.decode((await reader.read()).value));
  expect(texts[0]).toContain('{"grids":1,"cells":4}');
  expect(texts[1]).toMatch(/"grids":\d+/);
  tell({ grids: 1000 });
  let last = texts[1]!;
  while (!last.includes('"grids":1000')) last = decoder.decode((await reader.read()).value);
  expect(texts.length).toBe(2);
});

test("one person's twenty-first page makes room by the oldest, which comes back later", async () => {
  const streams = new EventStreams(new ChangeFeed());
  const readers = [];
  for (let page = 0; page < 21; page++) readers.push(await openReader(streams));
  const other = await openReader(streams, { person: "another" });
  expect(streams.size).toBe(21);
  expect(await readers[0]!.next()).toEqual({ grids: 1, cells: 4 });
  expect(await readers[0]!.next()).toBe("retry: 60000\n\n");
  expect(await readers[0]!.next()).toBeUndefined();
  expect(await readers[1]!.next()).toEqual({ grids: 1, cells: 4 });
  expect(await other.next()).toEqual({ grids: 1, cells: 4 });
});

test("above the number for all, a page is told to come back instead of being refused", async () => {
  const streams = new EventStreams(new ChangeFeed(), { together: 1 });
  const first = await openReader(streams);
  const second = await openReader(streams, { person: "another" });
  expect(await second.next()).toBe("retry: 60000\n\n");
  expect(await second.next()).toBeUndefined();
  expect(await first.next()).toEqual({ grids: 1, cells: 4 });
  expect(streams.size).toBe(1);
});

test("a silent stream says that it is there; who does not read for long is closed", async () => {
  const streams = new EventStreams(new ChangeFeed(), { keepAliveMs: 5 });
  const reader = await openReader(streams);
  await streams.open({ ...REQUEST, person: "deaf" });
  expect(streams.size).toBe(2);
  expect(await reader.next()).toEqual({ grids: 1, cells: 4 });
  for (let time = 0; time < 5; time++) expect(await reader.next()).toBe(": still here\n\n");
  await vi.waitFor(() => expect(streams.size).toBe(1));
  await reader.close();
  expect(streams.size).toBe(0);
});

test("who loses a duty loses the stream, and nobody else does", async () => {
  const changes = new ChangeFeed();
  const streams = new EventStreams(changes, { keepAliveMs: 5 });
  const leaver = await openReader(streams, { stays: () => Promise.resolve(false) });
  const other = await openReader(streams, { person: "another" });
  await leaver.next();
  await other.next();
  changes.publish({ accounts: true });
  while ((await leaver.next()) !== undefined);
  expect(streams.size).toBe(1);
  expect(await other.next()).toBe(": still here\n\n");
});

test("ten thousand who listen are all told, the event loop being free in between", async () => {
  const changes = new ChangeFeed();
  const streams = new EventStreams(changes);
  const opened = await Promise.all(
    Array.from({ length: 10_000 }, (_, index) => streams.open({ ...REQUEST, person: `p${index}` })),
  );
  const readers = opened.map((stream) => stream.getReader());
  await Promise.all(readers.map((reader) => reader.read()));
  let turns = 0;
  const count = setInterval(() => turns++, 0);
  tellsOf(changes)({ grids: 2 });
  const texts = await Promise.all(readers.map((reader) => reader.read()));
  clearInterval(count);
  expect(new Set(texts.map(({ value }) => new TextDecoder().decode(value)))).toEqual(
    new Set(['event: layers\ndata: {"revisions":{"grids":2}}\n\n']),
  );
  expect(turns).toBeGreaterThan(3);
});
