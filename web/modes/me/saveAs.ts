/** Gives a file to the person, under a name with today's date. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const day = new Date().toISOString().slice(0, 10);
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: `${name}-${day}.json`,
  });
  link.click();
  // The browser reads it after the press.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
