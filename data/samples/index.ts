import type { CommunityBundle } from "../model/bundle.ts";
import { assemble } from "./assemble.ts";
import { hongqi } from "./communities/hongqi.ts";
import { nanguan } from "./communities/nanguan.ts";
import { nanlou } from "./communities/nanlou.ts";
import { ruyizhuang } from "./communities/ruyizhuang.ts";
import { sengkang } from "./communities/sengkang.ts";
import { sihuan } from "./communities/sihuan.ts";
import { xiaoyangquanbei } from "./communities/xiaoyangquanbei.ts";
import { xinyuan } from "./communities/xinyuan.ts";
import type { SampleDefinition } from "./definition.ts";
import { INTENDED } from "./intended.ts";
import type { SampleSlug } from "./slugs.ts";

export { SAMPLE_SLUGS, type SampleSlug } from "./slugs.ts";

const SAMPLES: Readonly<Record<SampleSlug, SampleDefinition>> = {
  hongqi,
  xinyuan,
  ruyizhuang,
  nanguan,
  xiaoyangquanbei,
  sihuan,
  nanlou,
  sengkang,
};

/**
 * One sample community, the same for the same day. Leaves and inspections are relative to today (ISO date).
 * What is fact and what is invented: README.md beside this file.
 */
export function makeSample(slug: SampleSlug, today: string): CommunityBundle {
  return assemble(SAMPLES[slug], INTENDED[slug], today);
}
