import { expect, test, vi } from "vitest";
import { LAYERS, type Layer } from "#data/model/layers.ts";
import { ChangeFeed } from "#server/changes.ts";
import { type Ctx, touch, transact } from "#server/context.ts";
import { inRollback, type TestServer } from "./harness.ts";

const PATH = "/api/communities/hongqi/events";

/** An open stream, read event by event. */
async function openStream({ get }: TestServer, path = PATH) {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toContain("text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next(): Promise<Record<string, number>> {
      while (!text.includes("\n\n")) text += (await reader.read()).value ?? "";
      const end = text.indexOf("\n\n");
      const [event, data] = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      expect(event).toBe("event: layers");
      const { revisions } = JSON.parse(data!.replace(/^data: /, "")) as {
        revisions: Record<string, number>;
      };
      return revisions;
    },
    close: () => reader.cancel(),
  };
}

async function change(ctx: Ctx, slug: string, ...layers: Layer[]): Promise<void> {
  const { id } = await communityOf(ctx, slug);
  await transact(ctx, (ctx) => Promise.resolve(touch(ctx, id, layers)));
}

test(
  "a reader is told the revisions there are, then each change as it is committed",
  inRollback(async (server) => {
    const stream = await openStream(server);
    const revisions = await stream.next();
    expect(Object.keys(revisions).sort()).toEqual(LAYERS.toSorted());
    await change(server.ctx, "hongqi", "buildings", "cells");
    expect(await stream.next()).toEqual({
      buildings: revisions.buildings! + 1,
      cells: revisions.cells! + 1,
    });
    await stream.close();
  }),
);

test(
  "a reader hears nothing of other communities, nor of what was rolled back",
  inRollback(async (server) => {
    const { ctx } = server;
    const stream = await openStream(server);
    const revisions = await stream.next();
    await change(ctx, "xinyuan", "buildings");
    const { id } = await communityOf(ctx, "hongqi");
    const undone = transact(ctx, (ctx) => {
      touch(ctx, id, ["grids"]);
      return Promise.reject(new Error("undone"));
    });
    await expect(undone).rejects.toThrow("undone");
    await change(ctx, "hongqi", "places");
    expect(await stream.next()).toEqual({ places: revisions.places! + 1 });
    await stream.close();
  }),
);

test(
  "a change is told once, however often it is heard of",
  inRollback(async (server) => {
    const { ctx } = server;
    const stream = await openStream(server);
    const { grids } = await stream.next();
    const { id } = await communityOf(ctx, "hongqi");
    // By NOTIFY as well, late and in the wrong order.
    for (const step of [1, 1, 0, 2, 1]) {
      ctx.changes.publish({ communityId: id, revisions: { grids: grids! + step } });
    }
    const told = [(await stream.next()).grids];
    if (told[0] === grids! + 1) told.push((await stream.next()).grids);
    expect(told.at(-1)).toBe(grids! + 2);
    ctx.changes.publish({ communityId: id, revisions: { grids: grids! + 2 } });
    ctx.changes.publish({ communityId: id, revisions: { grids: grids! + 3 } });
    expect(await stream.next()).toEqual({ grids: grids! + 3 });
    await stream.close();
  }),
);

test(
  "who only asks for the head opens nothing",
  inRollback(async (server) => {
    const subscribe = vi.spyOn(server.ctx.changes, "subscribe");
    const head = await server.send("HEAD", PATH);
    expect(head.headers.get("Content-Type")).toContain("text/event-stream");
    expect(subscribe).not.toHaveBeenCalled();
  }),
);

test("a notification that is no change of ours is passed by", () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const feed = new ChangeFeed();
  const heard = vi.fn();
  const leave = feed.subscribe(heard);
  for (const payload of ["", "{", "null", "[]", '{"communityId":1}']) feed.receive(payload);
  expect(heard).not.toHaveBeenCalled();
  feed.receive('{"communityId":"a","revisions":{"grids":2}}');
  expect(heard).toHaveBeenCalledExactlyOnceWith({ communityId: "a", revisions: { grids: 2 } });
  leave();
  feed.receive('{"communityId":"a","revisions":{"grids":3}}');
  expect(heard).toHaveBeenCalledOnce();
  log.mockRestore();
});

async function communityOf(ctx: Ctx, slug: string): Promise<{ id: string }> {
  return { id: await ctx.residents.idOf(ctx, slug) };
}
