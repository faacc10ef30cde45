import type { Polygon } from "geojson";

export interface Preview {
  /** Where the map fetches the buildings, as it does those of any layer. */
  buildings: string;
  boundary: Polygon;
}

/** What is on the map and nowhere else yet. */
export class PreviewState {
  #current: Preview | null = $state.raw(null);
  #isDrawing = $state.raw(false);

  /** What a new community would look like, drawn while the person decides. */
  readonly current: Preview | null = $derived(this.#current);
  /** Whether somebody has hold of something on the map. */
  readonly isDrawing: boolean = $derived(this.#isDrawing);

  show(preview: Preview | null): void {
    this.#current = preview;
  }

  draw(isDrawing: boolean): void {
    this.#isDrawing = isDrawing;
  }
}
