/**
 * `scrollIntoView` scrolls every ancestor, even one that only clips, such as a sheet, which then
 * stays out of place. These move nothing but what is meant to scroll.
 */

/** To where the content begins. */
export function scrollToStart(element: HTMLElement): void {
  const scroller = scrollerOf(element);
  if (scroller) scroller.scrollTop = 0;
}

/** Until the element stands in the middle of what is seen. */
export function scrollToMiddle(element: HTMLElement): void {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

/** As far as the element needs to be seen whole. */
export function scrollToNearest(element: HTMLElement): void {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (inner.top < outer.top) scroller.scrollTop += inner.top - outer.top;
  else if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom;
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  let scroller = element.parentElement;
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
    scroller = scroller.parentElement;
  }
  return scroller;
}
