import type { Polygon } from "geojson";

export interface Preview {
  /** Where the map fetches the buildings, as it does those of any layer. */
  buildings: string;
  boundary: Polygon;
}

/** What a new community would look like, drawn on the map while the person decides. */
export class PreviewState {
  #current: Preview | null = $state.raw(null);
  readonly current: Preview | null = $derived(this.#current);

  show(preview: Preview | null): void {
    this.#current = preview;
  }
}
