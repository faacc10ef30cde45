const MAX_SLUG_CHARACTERS = 40;

/**
 * The part of an address that stands for a community: `sengkang-east` for a Latin name, else `c-`
 * and six hexadecimal digits of the name's hash, which stay the same for the same name. Names may
 * share one: who stores it makes it unique.
 */
export function slugFrom(name: string): string {
  const plain = name.normalize("NFKC").trim().toLowerCase();
  const latin = plain.normalize("NFKD").replace(/\p{M}/gu, "");
  const words = latin.match(/[a-z0-9]+/g)?.join("-") ?? "";
  const isLatin = !/[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(latin);
  if (!isLatin || words === "") return `c-${hash(plain).toString(16).padStart(8, "0").slice(0, 6)}`;
  return words.slice(0, MAX_SLUG_CHARACTERS).replace(/-$/, "");
}

/** FNV-1a, 32 bits, over UTF-16 code units. Source: draft-eastlake-fnv. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
