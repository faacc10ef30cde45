/** The sample communities, in the order in which they are listed. */
export const SAMPLE_SLUGS = [
  "hongqi",
  "xinyuan",
  "ruyizhuang",
  "nanguan",
  "xiaoyangquanbei",
  "sihuan",
  "nanlou",
  "sengkang",
] as const;
export type SampleSlug = (typeof SAMPLE_SLUGS)[number];
