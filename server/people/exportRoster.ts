import writeXlsxFile from "write-excel-file/node";
import { nameOfRole } from "#data/model/roster/roles.ts";
import { requireDuty, requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { readPeople } from "./read.ts";
import { readToday } from "./rows.ts";

const TITLES = ["姓名", "电话", "职责", "地点", "起", "止", "账号"];
const WIDTHS = [12, 16, 14, 28, 12, 12, 24];

/**
 * The roster as a spreadsheet that `importRoster` reads again. The first line says who made it and when,
 * since it leaves the house with phones in it. @returns the bytes of an .xlsx
 */
export async function exportRoster(ctx: Ctx, slug: string): Promise<Uint8Array<ArrayBuffer>> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  const { name: madeBy, username } = requireSignedIn(ctx);
  const { people, today } = await transact(ctx, async (ctx) => {
    const people = await readPeople(ctx, communityId);
    await writeAudit(ctx, {
      ...{ communityId, action: "people.export", subjectType: "community" },
      subjectId: communityId,
      to: { people: people.length },
    });
    return { people, today: await readToday(ctx, communityId) };
  });
  const rows = people.flatMap(({ name, phone, account, duties }) => {
    const held = duties.filter(({ state }) => state !== "ended");
    const person = [name, phone];
    const username = account?.username ?? null;
    if (held.length === 0) return [[...person, null, null, null, null, username]];
    return held.map(({ role, placeName, startsOn, endsOn }) => [
      ...person,
      ...[nameOfRole(role), placeName, startsOn, endsOn, username],
    ]);
  });
  const title = `${slug} · ${madeBy}（${username}）· ${today}`;
  const written = await writeXlsxFile(
    [
      [{ value: title, fontWeight: "bold" }],
      TITLES.map((value) => ({ value, fontWeight: "bold" as const })),
      ...rows.map((row) => row.map((value) => ({ value: value ?? undefined, type: String }))),
    ],
    { sheet: "人员", columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 2 },
  ).toBuffer();
  return new Uint8Array(written);
}
