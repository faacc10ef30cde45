import type { Random } from "../kit/random.ts";

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
];
const GIVEN = [
  ..."安宝斌彬波才昌超辰成春翠丹德东芳飞芬峰凤福刚桂国海涵翰浩和红宏洪华欢辉慧佳建健江洁金晶静娟军俊凯坤兰岚乐磊丽莉力立良林琳玲龙璐梅美萌敏明宁鹏平萍琪强巧琴青清庆秋泉荣蓉瑞润珊胜诗世淑爽顺思松涛婷桐伟玮文武希霞贤祥翔晓欣新鑫兴秀旭雪雅妍岩燕阳洋怡艺英颖永勇瑜宇玉远月云泽珍振正志智忠竹子紫",
];

/** Invented names: a frequent surname and one or two frequent characters. Any likeness is chance. */
export function inventedName(random: Random): string {
  const given = random.chance(0.25) ? random.pick(GIVEN) : random.pick(GIVEN) + random.pick(GIVEN);
  return random.pick(SURNAMES) + given;
}

/**
 * Telephone numbers 1990000xxxx, no two alike in a community until ten thousand are out.
 * They are of no subscriber that we know of: never dial them, never send to them.
 */
export function inventedPhones(): () => string {
  let count = 0;
  return () => {
    // 7,919 is prime, so the four digits run through all ten thousand before one comes again.
    const digits = (1234 + 7919 * count++) % 10000;
    return `1990000${String(digits).padStart(4, "0")}`;
  };
}
