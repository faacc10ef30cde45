import type { Map as MapLibreMap } from "maplibre-gl";

/** A point of the map, in its pixels. */
export interface Spot {
  x: number;
  y: number;
}

export interface StrokeHandlers {
  /** Whether the pointer moves the map now, whatever tool is in hand. */
  isPanning: () => boolean;
  onstart: (at: Spot) => void;
  onmove: (at: Spot, from: Spot) => void;
  onend: (at: Spot) => void;
  /** A second finger, Escape, or something over the map took the pointer away. */
  oncancel: () => void;
  /** The right button. */
  onpick: (at: Spot) => void;
  /** Null when the pointer leaves the map; a finger does not hover. */
  onhover: (at: Spot | null) => void;
}

/**
 * Gives the map's pointer to strokes: one finger or the left button paints, two fingers, the wheel and
 * the middle button still move the map. What begins a stroke is kept from the map.
 * @returns its own undo, and a verb to give up the stroke
 */
export function followStrokes(
  map: MapLibreMap,
  handlers: StrokeHandlers,
): { stop: () => void; cancel: () => void } {
  const element = map.getCanvasContainer();
  let pointerId: number | undefined;
  let last: Spot | undefined;
  /** Of the map while a stroke lasts: to ask for it while figures change is to lay out the page. */
  let frame: DOMRect | undefined;

  const spotOf = ({ clientX, clientY }: PointerEvent | MouseEvent): Spot => {
    const { left, top } = frame ?? element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  function release(): void {
    pointerId = undefined;
    frame = undefined;
  }
  function cancel(): void {
    if (pointerId === undefined) return;
    release();
    handlers.oncancel();
  }
  function down(event: PointerEvent): void {
    if (!event.isPrimary) return cancel();
    if (event.button !== 0 || handlers.isPanning()) return;
    pointerId = event.pointerId;
    frame = element.getBoundingClientRect();
    last = spotOf(event);
    // The stroke goes on over the panel and the toolbar.
    if (event.pointerType === "mouse") element.setPointerCapture(event.pointerId);
    handlers.onstart(last);
  }
  function move(event: PointerEvent): void {
    const at = spotOf(event);
    if (event.pointerType !== "touch") handlers.onhover(at);
    if (event.pointerId !== pointerId || !last) return;
    handlers.onmove(at, last);
    last = at;
  }
  function up(event: PointerEvent): void {
    if (event.pointerId !== pointerId) return;
    const at = spotOf(event);
    release();
    handlers.onend(at);
  }
  /** Before even the page hears of it: the map would look for what the pointer is over. */
  function keepMoves(event: Event): void {
    if (pointerId !== undefined) event.stopPropagation();
  }
  /** Before the map hears of it: it would pan, zoom a box, or select. */
  function keep(event: Event): void {
    const fingers = "touches" in event ? (event as TouchEvent).touches.length : 1;
    const button = "button" in event ? (event as MouseEvent).button : 0;
    if (fingers === 1 && button === 0 && !handlers.isPanning()) event.stopPropagation();
  }
  function pick(event: MouseEvent): void {
    event.preventDefault();
    event.stopPropagation();
    // A finger that rests in the middle of a stroke opens a menu as well.
    if (pointerId === undefined) handlers.onpick(spotOf(event));
  }
  function keepRight(event: MouseEvent): void {
    if (event.button === 2) event.stopPropagation();
  }
  const leave = () => handlers.onhover(null);

  const stops = [
    listen(element, "pointerdown", down),
    listen(element, "pointermove", move),
    listen(element, "pointerup", up),
    listen(element, "pointercancel", cancel),
    listen(element, "pointerleave", leave),
    listen(window, "mousemove", keepMoves),
    listen(element, "mousedown", keep),
    listen(element, "mousedown", keepRight),
    listen(element, "touchstart", keep),
    listen(element, "touchmove", keep),
    listen(element, "click", keep),
    listen(element, "dblclick", keep),
    listen(element, "contextmenu", pick),
  ];
  return { stop: () => stops.forEach((stop) => stop()), cancel };
}

function listen<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement | Window,
  type: Type,
  handler: (event: HTMLElementEventMap[Type]) => void,
): () => void {
  const listener = handler as EventListener;
  element.addEventListener(type, listener, { capture: true });
  return () => element.removeEventListener(type, listener, { capture: true });
}
