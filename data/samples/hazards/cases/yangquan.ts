import type { ReturnReason } from "../../../model/hazards/kinds.ts";
import type { Ground } from "../ground.ts";
import { History } from "../history.ts";
import { DAY, dayOf, HOUR, momentOf } from "../moments.ts";
import { takerAt } from "../lives.ts";
import type { SampleHazard } from "../hazard.ts";

/** Behind the street shops a sewer is blocked: several offices on site, a plan, pumping, done. */
export function sewerBehindShops(ground: Ground, key: string): SampleHazard {
  const { staff, now } = ground;
  const spot = ground.spotIn(ground.building("上站小区1号楼"), true);
  const at = momentOf(dayOf(now - 86 * DAY), 8.4);
  const worker = takerAt(ground, spot);
  const [city, drainage] = [staff.department("city"), staff.department("drainage")];
  const note = "临街商铺后面下水道堵塞，污水漫到人行道";
  const history = new History(ground, {
    ...{ key, category: "drainage", level: "serious", note, spot, by: worker, at },
  });
  history
    .take("assign", staff.inspector, at + HOUR / 2, { to: worker, note: "先围挡，通知商户停排" })
    .take("escalate", staff.secretary, at + 2 * HOUR, {
      ...{ to: drainage, note: "主管道问题，请排水、城管部门和街道到现场会商" },
    });
  history
    .take("extend", drainage, at + 5 * HOUR, {
      until: history.dueAt + 2 * DAY,
      note: "到场部门定方案：先抽排，再清掏，最后检修管道",
    })
    .take("grant", staff.secretary, at + 6 * HOUR, { note: `同意；${city.name}负责占道和交通` })
    .take("rectify", drainage, at + 2 * DAY, { note: "抽水车抽排、高压疏通，冲洗路面，通水正常" })
    .take("pass", staff.inspector, at + 3 * DAY + 2 * HOUR, { note: "复查三家商户，排水通畅" });
  return history.end();
}

const RETURNS: readonly (readonly [reason: ReturnReason, note: string, done: string])[] = [
  ["partly-done", "只补了墙面，里面还在渗", "外墙重新做防水层"],
  ["came-back", "下雨后又渗，要找到水从哪里来", "打开散水检查，封堵三处裂缝"],
  ["came-back", "第二场雨后仍有水印", "更换楼后老化的给水管，散水重做"],
];

/** 3号楼 of 如意小区: a wall that seeped for years; given back several times, then closed. */
export function wallThatSeeps(ground: Ground, key: string): SampleHazard {
  const { staff, now } = ground;
  const building = ground.building("如意小区3号楼");
  const spot = ground.spotIn(building, true);
  const at = momentOf(dayOf(now - 196 * DAY), 10.3);
  const worker = takerAt(ground, spot);
  const by = staff.near("micro-grid-leader", spot.unit, building) ?? worker;
  const note = "3号楼旁墙体常年渗水，墙皮脱落，冬天结冰";
  const history = new History(ground, { key, category: "structure", note, spot, by, at });
  if (history.status === "reported") {
    history.take("confirm", staff.inspector, at + 5 * HOUR, { note: "在地图上标出渗水的位置" });
  }
  history
    .take("assign", staff.inspector, at + 6 * HOUR, { to: worker })
    .take("rectify", worker, at + 6 * DAY, { note: "已铲除旧墙皮，抹防水砂浆" });
  const verifier = staff.verifierAfter(worker);
  RETURNS.forEach(([reason, why, done], times) => {
    const day = 14 + 22 * times;
    history.take("return", verifier, at + day * DAY, { reason, note: why });
    if (times < RETURNS.length - 1) {
      history.take("rectify", worker, at + (day + 9) * DAY, { note: done });
      return;
    }
    const housing = staff.department("housing");
    const call = "要动给水管，请房屋管理部门处理";
    history.take("escalate", staff.secretary, at + (day + 2) * DAY, { to: housing, note: call });
    history.take("rectify", housing, at + (day + 12) * DAY, { note: done });
  });
  history.take("pass", verifier, at + 86 * DAY, { note: "连下三场雨，墙面干燥，销号" });
  return history.end();
}
