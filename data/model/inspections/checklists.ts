import { HAZARD_CATEGORIES, type HazardCategory } from "../hazards/kinds.ts";
import type { Checklist, ChecklistLine } from "./kinds.ts";

/** What a community begins with and changes as it likes: the first two from the field (DOMAIN §4). */
export const DEFAULT_CHECKLISTS: Checklist[] = [
  {
    id: "residential-building",
    name: "住宅楼",
    nameEn: "Residential building",
    for: ["building", "point"],
    lines: linesOf(`
      rb-corridor     | exit      | 楼道、楼梯畅通 | Corridors and stairs are clear
      rb-exit         | exit      | 安全出口未上锁 | Exits are unlocked
      rb-ebike        | ebike     | 门厅、楼道、户内无电动自行车 | No e-bikes in lobby, corridors or flats
      rb-flying-wire  | ebike     | 无飞线充电 | Nothing charges from a hanging wire
      rb-battery      | ebike     | 电池未带入室内 | No batteries are taken indoors
      rb-extinguisher | fire      | 灭火器在位、有效、压力正常 | Extinguishers are there, in date and in pressure
      rb-hydrant      | fire      | 消火栓有水、箱内器材齐全 | Hydrants have water, their cabinets are complete
      rb-light        | exit      | 应急照明、疏散标志完好 | Emergency lights and signs work
      rb-fire-door    | fire      | 防火门能够关闭 | Fire doors close
      rb-wiring       | wiring    | 电线无裸露、不超负荷 | No wiring is exposed or overloaded
      rb-fire-lane    | road      | 消防车通道畅通 | The fire lane is clear
      rb-gas          | gas       | 燃气软管、报警器完好 | Gas hoses and alarms are sound
      rb-heaps        | rubbish   | 无杂物堆放 | Nothing is heaped up
      rb-structure    | structure | 外墙、屋面完好 | Walls and roof are sound
    `),
  },
  {
    id: "small-place",
    name: "九小场所",
    nameEn: "Small place",
    for: ["place"],
    lines: linesOf(`
      sp-sleeping     | fire   | 场所内不住人，或住宿部分已分隔 | Nobody sleeps on the premises, or it is separated
      sp-second-exit  | exit   | 有第二个出口，通往屋顶的门未上锁 | There is a second way out, the roof door is unlocked
      sp-extinguisher | fire   | 灭火器类型合适、有效 | Extinguishers are of the right kind and in date
      sp-smoke-alarm  | fire   | 住人处装有感烟报警器 | There is a smoke alarm where people sleep
      sp-light        | exit   | 疏散标志、应急照明完好 | Signs and emergency lights work
      sp-wiring       | wiring | 电线穿阻燃管敷设 | Wiring runs in flame-proof tube
      sp-ceiling      | fire   | 吊顶、隔断未用可燃材料 | Ceilings and partitions are not combustible
      sp-exit         | exit   | 出口未堆放货物 | Exits are free of goods
      sp-gas          | gas    | 厨房装有燃气报警器 | There is a gas alarm in the kitchen
      sp-flammables   | fire   | 易燃物品存放符合要求 | Flammables are stored right
      sp-signed       | other  | 负责人已签字确认 | The responsible person has signed
    `),
  },
  {
    // Our own, for the homes that blue service teams look in on (DOMAIN §1): no source lists its lines.
    id: "elderly-alone-home",
    name: "独居老人家庭",
    nameEn: "Home of an elderly person living alone",
    for: ["household"],
    lines: linesOf(`
      ea-stove       | gas    | 灶具、软管完好，人走火灭 | Stove and hose are sound, and off when nobody is near
      ea-gas-alarm   | gas    | 燃气、一氧化碳报警器工作正常 | Gas and carbon monoxide alarms work
      ea-wiring      | wiring | 电线、插座无老化和超负荷 | Wiring and sockets are neither worn nor overloaded
      ea-heating     | fire   | 电热毯、取暖器使用安全 | Electric blankets and heaters are used safely
      ea-smoke-alarm | fire   | 感烟报警器工作正常 | The smoke alarm works
      ea-heaps       | fire   | 室内、阳台无可燃杂物堆放 | No combustible heaps indoors or on the balcony
      ea-exit        | exit   | 门口、过道畅通，门能从内打开 | Door and passage are clear, and the door opens from inside
      ea-floor       | other  | 地面防滑、扶手牢固、照明够用 | The floor is not slippery, handrails hold, there is light enough
      ea-call        | other  | 紧急联系人和电话贴在明处 | Whom to call is posted where it is seen
    `),
  },
];

/** One line of a list a row: id | category | text | the same in English. @throws RangeError */
function linesOf(table: string): ChecklistLine[] {
  const rows = table.trim().split("\n");
  return rows.map((row) => {
    const [id = "", category = "", text = "", textEn = ""] = row
      .split("|")
      .map((cell) => cell.trim());
    return { id, text, textEn, category: categoryNamed(category) };
  });
}

function categoryNamed(name: string): HazardCategory {
  const category = HAZARD_CATEGORIES.find((each) => each === name);
  if (!category) throw new RangeError(name);
  return category;
}
