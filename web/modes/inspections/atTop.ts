/** What opens in the place of a list begins at its beginning, however far the list was scrolled. */
export function atTop(element: HTMLElement): void {
  element.scrollIntoView({ block: "start" });
}
