import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { Checklists } from "#data/model/answers/checklists.ts";
import type { HazardDetail } from "#data/model/answers/hazards.ts";
import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import type { PlaceDetail } from "#data/model/answers/places.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { type Asker, inRollback } from "../harness.ts";
import { given, madeAs, problemKind } from "../people/people.ts";
import { BASE, LINES, makeRound, mineOf, targetsOf } from "../rounds/rounds.ts";

const INSPECTIONS = `${BASE}/inspections`;
const CHECKLISTS = `${BASE}/checklists`;

const allWell = (target: object) => ({ id: uuidv7(), isAllWell: true, ...target });
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } })
    .jpeg()
    .toBuffer();

/** The first that falls to somebody of a new round. */
async function ownTarget(asker: Asker, { id: roundId }: { id: string }) {
  const [target] = (await mineOf(asker, roundId)).targets;
  return { target: target!, sent: { targetId: target!.id, roundId } };
}

const findingsOf = async (asker: Asker) =>
  (await given<Coverage>(asker.get(`${BASE}/coverage`))).findings;

test(
  "all well is one sentence, there once however often it is sent, and makes the target done for all",
  inRollback(async ({ as, ctx }) => {
    const round = await makeRound(as("hongqi.secretary"));
    const { id } = round;
    const worker = as("hongqi.worker1");
    const { target, sent } = await ownTarget(worker, round);
    const subject = `target-not-inspected:${target.building!.id}:${id}`;
    expect((await findingsOf(worker)).map((finding) => finding.id)).toContain(subject);
    const resident = await ctx.residents.of(ctx, "hongqi");
    const inspection = allWell({ ...sent, floors: [1, 2, 3], doneAt: "2099-01-01T00:00:00Z" });
    const first = await worker.post(INSPECTIONS, inspection);
    expect(first.status).toBe(201);
    const made = (await first.json()) as InspectionSummary;
    expect(made).toMatchObject({ isAllWell: true, floors: [1, 2, 3], name: target.name });
    expect(made.answers.map(({ text, answer }) => [text, answer])).toEqual(
      LINES.map(({ text }) => [text, "pass"]),
    );
    // A phone's clock may be ahead.
    expect(made.doneAt < "2099").toBe(true);
    expect((await worker.post(INSPECTIONS, { ...inspection, note: "又" })).status).toBe(200);
    expect(await given(worker.get(`${INSPECTIONS}?roundId=${id}`))).toHaveLength(1);
    const seen = (await targetsOf(as("leader"), id)).find((other) => other.id === sent.targetId);
    expect(seen).toMatchObject({ state: "done", isAllWell: true });
    expect((await findingsOf(worker)).map((finding) => finding.id)).not.toContain(subject);
    // Somebody visits something all day long: the community in memory stays.
    expect(await ctx.residents.of(ctx, "hongqi")).toBe(resident);
  }),
);

test(
  "every fail opens a hazard with its line as the title, at the target, with its picture, and once",
  inRollback(async ({ as }) => {
    const round = await makeRound(as("hongqi.secretary"));
    const worker = as("hongqi.worker1");
    const { target, sent } = await ownTarget(worker, round);
    const [corridor, exit] = LINES;
    const photo = { id: uuidv7(), lineId: corridor!.id };
    const said = {
      ...{ id: uuidv7(), lineId: exit!.id, category: "exit", level: "serious", note: "铁链锁门" },
      location: target.location,
    };
    const inspection = {
      ...allWell(sent),
      answers: [
        { lineId: corridor!.id, answer: "fail", note: "三楼堆放纸箱" },
        { lineId: exit!.id, answer: "fail" },
      ],
      floors: [3],
      hazards: [said],
      photos: [photo],
    };
    const form = new FormData();
    form.set("inspection", JSON.stringify(inspection));
    form.append("photos", new File([await picture()], `${photo.id}.jpg`));
    const made = await given<InspectionSummary>(worker.post(INSPECTIONS, form));
    expect(made).toMatchObject({ isAllWell: false, photos: [{ id: photo.id }] });
    const [made1, made2] = made.answers;
    const hazard = await given<HazardDetail>(worker.get(`${BASE}/hazards/${made1!.hazardId}`));
    expect(hazard).toMatchObject({
      ...{ category: "exit", level: "general", status: "confirmed", floor: 3 },
      ...{ note: `${corridor!.text}：三楼堆放纸箱`, building: target.building },
      ...{ inspectionId: made.id, lineId: corridor!.id, photoCount: 1 },
    });
    expect(made2!.hazardId).toBe(said.id);
    const other = await given<HazardDetail>(worker.get(`${BASE}/hazards/${said.id}`));
    expect(other).toMatchObject({ level: "serious", note: `${exit!.text}：铁链锁门` });
    expect((await worker.post(INSPECTIONS, inspection)).status).toBe(400);
    const data = (await picture()).toString("base64");
    const again = { ...inspection, photos: [{ ...photo, data }] };
    expect((await worker.post(INSPECTIONS, again)).status).toBe(200);
    const all = await given<{ id: string }[]>(worker.get(`${BASE}/hazards`));
    const opened = all.map(({ id }) => id).filter((id) => [hazard.id, said.id].includes(id));
    expect(opened).toHaveLength(2);
  }),
);

test(
  "every line is answered unless all is well, and a line that is gone keeps what it said",
  inRollback(async ({ as }) => {
    const round = await makeRound(as("hongqi.secretary"), { checklist: LINES.slice(0, 2) });
    const worker = as("hongqi.worker1");
    const { sent } = await ownTarget(worker, round);
    const answer = { lineId: LINES[0]!.id, answer: "not-applicable" };
    const part = { id: uuidv7(), ...sent, answers: [answer] };
    const refused = await worker.post(INSPECTIONS, part);
    expect(await refused.json()).toMatchObject({
      type: "urn:getu:problem:lines-unanswered",
      parameters: { lineIds: [LINES[1]!.id] },
    });
    const gone = { lineId: "gone", answer: "fail", text: "门卫在岗" };
    const whole = { ...part, answers: [answer, { ...answer, lineId: LINES[1]!.id }, gone] };
    const made = await madeAs<InspectionSummary>(worker, INSPECTIONS, whole);
    expect(made.answers[2]).toMatchObject({ lineId: "gone", text: "门卫在岗" });
    const path = `${BASE}/hazards/${made.answers[2]!.hazardId}`;
    expect(await given(worker.get(path))).toMatchObject({ note: "门卫在岗", category: "other" });
    const nowhere = { id: uuidv7(), isAllWell: true };
    expect(await problemKind(worker.post(INSPECTIONS, nowhere))).toBe("400 invalid");
    const unknown = { ...nowhere, placeId: crypto.randomUUID() };
    expect(await problemKind(worker.post(INSPECTIONS, unknown))).toBe("404 no-such-thing");
  }),
);

test(
  "a small place that was inspected outside of any round is late no more, on page, card and map",
  inRollback(async ({ as }) => {
    const inspector = as("hongqi.inspector");
    const isLate = ({ kind }: { kind: string }) => kind === "place-not-inspected";
    const late = (await findingsOf(inspector)).filter(isLate);
    const placeId = late[0]!.subject.id;
    const made = await madeAs<InspectionSummary>(inspector, INSPECTIONS, allWell({ placeId }));
    expect(made).toMatchObject({ type: "place", round: null, place: { id: placeId } });
    expect(made.answers[0]!.lineId).toMatch(/^sp-/);
    expect((await findingsOf(inspector)).filter(isLate)).toHaveLength(late.length - 1);
    const card = await given<PlaceDetail>(inspector.get(`${BASE}/places/${placeId}`));
    expect(card.findings).toEqual([]);
    const layer = await given<{ features: { id: string; properties: object }[] }>(
      inspector.get(`${BASE}/layers/places`),
    );
    const pin = layer.features.find(({ id }) => id === placeId);
    expect(pin!.properties).toMatchObject({ isLate: false, inspectedOn: card.inspectedOn });
  }),
);

test(
  "a visit to a home is told to who may see who lives there, and to nobody else",
  inRollback(async ({ as }) => {
    const choice = { type: "households" as const, tags: ["elderly-alone" as const] };
    const round = await makeRound(as("hongqi.secretary"), {}, choice);
    const worker = as("hongqi.worker1");
    const { target, sent } = await ownTarget(worker, round);
    const answers = [{ lineId: LINES[0]!.id, answer: "fail" }];
    const made = await madeAs<InspectionSummary>(worker, INSPECTIONS, {
      ...allWell(sent),
      answers,
    });
    expect(made).toMatchObject({ type: "household", name: target.name });
    const visits = `${INSPECTIONS}?roundId=${round.id}`;
    expect(await given(as("hongqi.secretary").get(visits))).toHaveLength(1);
    for (const username of ["hongqi.inspector", "hongqi.worker2", "hongqi.keeper1", "leader"]) {
      expect(await given(as(username).get(visits)), username).toEqual([]);
    }
    const elsewhere = as("hongqi.inspector").post(INSPECTIONS, allWell(sent));
    expect(await problemKind(elsewhere)).toBe("404 no-such-thing");
    const hazard = await given(
      as("hongqi.inspector").get(`${BASE}/hazards/${made.answers[0]!.hazardId}`),
    );
    expect(JSON.stringify(hazard)).not.toContain(target.name);
    const audit = await given(as("admin").get(`${BASE}/audit`));
    expect(JSON.stringify(audit)).not.toContain(target.name);
  }),
);

test(
  "a community's lists are its secretary's to change, and a visit goes by them",
  inRollback(async ({ as }) => {
    const secretary = as("hongqi.secretary");
    const { version, lists } = await given<Checklists>(secretary.get(CHECKLISTS));
    expect(lists).toHaveLength(3);
    const own = { ...lists[0]!, lines: [{ id: "own", text: "门禁完好", category: "other" }] };
    const write = (...written: object[]) =>
      secretary.send("PUT", CHECKLISTS, { version, lists: written });
    const refused = as("hongqi.inspector").send("PUT", CHECKLISTS, { version, lists: [own] });
    expect(await problemKind(refused)).toBe("403 not-your-duty");
    expect((await write(own, own)).status).toBe(400);
    const written = await given<Checklists>(write(own));
    expect(written).toMatchObject({ version: version + 1, lists: [{ lines: [{ id: "own" }] }] });
    const late = await write({ ...own, name: "另一个" });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      parameters: { mine: { lists: [{ name: "另一个" }] }, theirs: { version: version + 1 } },
    });
    expect(await given(secretary.get(CHECKLISTS))).toEqual(written);
    const point = { location: { type: "Point", coordinates: [117.31, 31.87] } };
    const made = await madeAs<InspectionSummary>(secretary, INSPECTIONS, allWell(point));
    expect(made.answers.map(({ text }) => text)).toEqual(["门禁完好"]);
  }),
);
