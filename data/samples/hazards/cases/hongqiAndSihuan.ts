import type { Ground } from "../ground.ts";
import { History } from "../history.ts";
import { DAY, dayOf, HOUR, MINUTE, momentOf } from "../moments.ts";
import type { SampleHazard } from "../hazard.ts";

/** 10号楼 of 红旗村: a fire by a home's wiring, put out by a lane keeper just back from training. */
export function fireInBuildingTen(ground: Ground, key: string): SampleHazard {
  const { staff, now } = ground;
  const building = ground.building("红旗村10号楼");
  const spot = { ...ground.spotIn(building, false), floor: 3 };
  const at = momentOf(dayOf(now - 301 * DAY), 18.2);
  const by = staff.near("party-contact", spot.unit, building) ?? staff.inspector;
  const keeper = staff.near("lane-keeper", spot.unit, building) ?? staff.inspector;
  const note = "10号楼一户家中线路老化起火，厨房冒烟";
  const history = new History(ground, {
    ...{ key, category: "fire", level: "serious", note, spot, by, at },
  });
  history
    .take("confirm", staff.inspector, at + 6 * MINUTE, { note: "电话核实，已报119" })
    .take("assign", staff.inspector, at + 8 * MINUTE, {
      ...{ to: keeper, note: "巷长刚参加完消防培训，就在楼下" },
    })
    .take("rectify", keeper, at + 25 * MINUTE, {
      note: "断电、用楼道灭火器扑灭明火，人员无伤；消防员到场确认",
    })
    .take("return", staff.inspector, at + 3 * HOUR, {
      ...{ note: "明火已灭，线路还没有换", reason: "partly-done" },
    })
    .take("rectify", keeper, at + 20 * HOUR, { note: "电工已更换该户老化线路，加装漏电保护" })
    .take("pass", staff.secretary, at + 44 * HOUR, {
      note: "复查合格；同单元各户线路一并检查，开办用电常识课",
    });
  return history.end();
}

/** 四环胡同28号院: broken paving; the community whistles, two offices report. */
export function pavingInCourtyard(ground: Ground, key: string): SampleHazard {
  const { staff, now } = ground;
  const building = ground.building("四环胡同28号院");
  const spot = ground.spotIn(building, false);
  const at = momentOf(dayOf(now - 118 * DAY), 9.5);
  const day = (days: number) => at + days * DAY;
  const by = staff.near("lane-keeper", spot.unit, building) ?? staff.inspector;
  const [city, housing] = [staff.department("city"), staff.department("housing")];
  const note = "院内地砖大面积破损，雨天积水，老人进出容易绊倒";
  const history = new History(ground, {
    ...{ key, category: "road", note, spot: { ...spot, floor: null }, by, at },
  });
  history
    .take("confirm", staff.inspector, day(0.2), { note: "已入院核实，召集居民商量修法" })
    .take("escalate", staff.secretary, day(1.1), {
      ...{ to: city, note: "街巷吹哨：请城管部门到场，先清院内堆物" },
    })
    .take("rectify", city, day(4.1), { note: "堆物已清走，破损处临时铺平" })
    .take("pass", staff.inspector, day(5.2), { note: "堆物清理合格" })
    .take("reopen", staff.secretary, day(5.3), { note: "地砖还要翻修，继续吹哨房管所" })
    .take("escalate", staff.secretary, day(5.4), {
      ...{ to: housing, note: "房管所、城管部门与居民到院里一起看现场" },
    });
  history
    .take("extend", housing, day(8.2), {
      ...{ until: history.dueAt + 12 * DAY, note: "居民要求错开雨天施工，分两段铺" },
    })
    .take("grant", staff.secretary, day(8.4), { note: "同意，院内先放警示牌" })
    .take("rectify", housing, day(17.3), { note: "全院换铺新砖，找坡排水，工完场清" })
    .take("pass", staff.inspector, day(19.1), { note: "与居民代表一起验收，前后照片已对比" });
  return history.end();
}
