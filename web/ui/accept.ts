/**
 * Whether a file is of a kind listed in an HTML `accept` attribute (".geojson,image/*"). The file
 * dialog filters by it; a dropped file has to be asked.
 */
export function isAccepted(file: { name: string; type: string }, accept = ""): boolean {
  const kinds = accept
    .split(",")
    .map((kind) => kind.trim().toLowerCase())
    .filter(Boolean);
  if (kinds.length === 0) return true;
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return kinds.some((kind) => {
    if (kind.startsWith(".")) return name.endsWith(kind);
    if (kind.endsWith("/*")) return type.startsWith(kind.slice(0, -1));
    return type === kind;
  });
}
