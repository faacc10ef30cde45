import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { NoticesAnswer } from "#data/model/answers/notices.ts";
import { findLate } from "#server/notices/findLate.ts";
import { sendNotices } from "#server/notices/outgoing/send.ts";
import { waysOut } from "#server/notices/outgoing/ways.ts";
import { type Asker, inRollback, type TestServer } from "../harness.ts";
import { moved, personOf, reported } from "../hazards/hazards.ts";
import { given } from "../people/people.ts";
import { openMailbox, openRobot } from "./sinks.ts";

const NOTICES = "/api/communities/hongqi/notices";

/** What somebody is told of one hazard, the oldest first. */
async function kindsOf(asker: Asker, { id }: { id: string }): Promise<string[]> {
  const { notices } = await given<NoticesAnswer>(asker.get(NOTICES));
  return notices
    .filter(({ hazard }) => hazard.id === id)
    .map(({ kind }) => kind)
    .reverse();
}

/** A hazard that an account of 红旗社区 has to see to. */
async function assigned(server: TestServer, username: string) {
  const hazard = await reported(server.as("hongqi.worker2"), { note: "张三家门口堆物" });
  const assigneeId = await personOf(server, username);
  return moved(server.as("hongqi.inspector"), hazard, "assign", { assigneeId });
}

async function photos(kind: string) {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "#345" } });
  const data = (await image.jpeg().toBuffer()).toString("base64");
  return [{ id: uuidv7(), kind, data, keepsLocation: false }];
}

test(
  "a move tells whoever has to do something now, and nobody else; reading is one's own",
  inRollback(async (server) => {
    const [worker, secretary] = [server.as("hongqi.worker1"), server.as("hongqi.secretary")];
    const inspector = server.as("hongqi.inspector");
    const hazard = await assigned(server, "hongqi.worker1");
    expect(await kindsOf(worker, hazard)).toEqual(["assigned"]);
    expect(await kindsOf(inspector, hazard)).toEqual([]);

    const until = new Date(Date.parse(hazard.dueAt!) + 86_400_000).toISOString();
    await moved(worker, hazard, "extend", { note: "等配件", until });
    expect(await kindsOf(secretary, hazard)).toEqual(["asked"]);
    await moved(secretary, hazard, "grant", {});
    await moved(worker, hazard, "rectify", { photos: await photos("after") });
    const { rows } = (await server.ctx.db.execute(
      sql`SELECT person_id AS id FROM notices WHERE hazard_id = ${hazard.id} AND kind = 'fixed'`,
    )) as unknown as { rows: { id: string }[] };
    const fixer = await personOf(server, "hongqi.worker1");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).not.toContain(fixer);
    await moved(inspector, hazard, "return", { note: "还有一半" });
    expect(await kindsOf(worker, hazard)).toEqual(["assigned", "granted", "returned"]);

    const { unread, notices } = await given<NoticesAnswer>(worker.get(NOTICES));
    const ids = notices.filter(({ hazard: { id } }) => id === hazard.id).map(({ id }) => id);
    const read = (asker: Asker, body: object) =>
      given<{ unread: number }>(asker.post(`${NOTICES}/read`, body));
    await read(secretary, { ids });
    expect((await given<NoticesAnswer>(worker.get(NOTICES))).unread).toBe(unread);
    expect(await read(worker, { ids: ids.slice(0, 1) })).toEqual({ unread: unread - 1 });
    expect(await read(worker, { all: true })).toEqual({ unread: 0 });
    expect((await worker.post(`${NOTICES}/read`, {})).status).toBe(400);
  }),
);

test(
  "the holder is told once that time is nearly up, and once with the secretary that it is",
  inRollback(async (server) => {
    const [worker, secretary] = [server.as("hongqi.worker1"), server.as("hongqi.secretary")];
    const hazard = await assigned(server, "hongqi.worker1");
    const due = Date.parse(hazard.dueAt!);
    const start = Date.parse(hazard.clockStartsAt);
    await findLate(server.ctx, start + (due - start) * 0.7);
    expect(await kindsOf(worker, hazard)).toEqual(["assigned"]);
    const soon = start + (due - start) * 0.8;
    expect(await findLate(server.ctx, soon)).toBeGreaterThan(0);
    expect(await findLate(server.ctx, soon + 60_000)).toBe(0);
    expect(await kindsOf(worker, hazard)).toEqual(["assigned", "due-soon"]);
    expect(await kindsOf(secretary, hazard)).toEqual([]);
    await findLate(server.ctx, due + 60_000);
    expect(await findLate(server.ctx, due + 120_000)).toBe(0);
    expect(await kindsOf(worker, hazard)).toEqual(["assigned", "due-soon", "overdue"]);
    expect(await kindsOf(secretary, hazard)).toEqual(["overdue"]);
  }),
);

test(
  "notices go out once, signed and without a word of anybody's, and again where they did not arrive",
  inRollback(async (server) => {
    const [robot, mailbox] = [await openRobot(), await openMailbox()];
    const secret = "a secret of the robot";
    const hook = waysOut({ webhookUrl: robot.url, webhookSecret: secret });
    const mail = { smtpUrl: mailbox.url, from: "getu@example.org", to: "office@example.org" };
    try {
      const hazard = await assigned(server, "hongqi.worker1");
      robot.status = 503;
      expect(await sendNotices(server.ctx, hook)).toBe(0);
      [robot.status, robot.answer] = [200, '{"errcode":93000,"errmsg":"invalid webhook url"}'];
      expect(await sendNotices(server.ctx, hook)).toBe(0);
      robot.answer = '{"errcode":0}';
      const ways = waysOut({ webhookUrl: robot.url, webhookSecret: secret, mail });
      expect(await sendNotices(server.ctx, ways)).toBeGreaterThan(0);
      expect(await sendNotices(server.ctx, ways)).toBe(0);
      expect(robot.posts).toHaveLength(3);

      const { headers, body } = robot.posts.at(-1)!;
      const signed = `${String(headers["x-getu-timestamp"])}.${body}`;
      const signature = createHmac("sha256", secret).update(signed).digest("hex");
      expect(headers["x-getu-signature"]).toBe(signature);
      const message = JSON.parse(body) as { msgtype: string; text: { content: string } };
      expect(message.msgtype).toBe("text");
      expect(message.text.content).toMatch(
        /^【格图】红旗.* \d+ 条隐患提醒\n· 新派单 · 安全出口 · 一般 · /,
      );
      expect(body).toContain(hazard.id);
      const { name } = await server.actorOf("hongqi.worker1");
      for (const word of ["张三", name]) expect(body).not.toContain(word);

      expect(mailbox.mails).toHaveLength(1);
      const [{ from, to, data }] = mailbox.mails as [(typeof mailbox.mails)[number]];
      expect([from, ...to].join(" ")).toMatch(/getu@example\.org.*office@example\.org/);
      const text = Buffer.from(data.split("\n\n")[1]!, "base64").toString("utf8");
      expect(text.trim()).toBe(message.text.content);
    } finally {
      await Promise.all([robot.close(), mailbox.close()]);
    }
  }),
);
