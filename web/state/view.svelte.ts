import { untrack } from "svelte";
import type { Layer } from "#data/model/layers.ts";
import type { HazardFilters } from "./hazards/filters.ts";
import {
  type BasemapKind,
  type Camera,
  type ColourMeasure,
  type ColourTarget,
  formatView,
  type Mode,
  parseView,
  type PlanStep,
  type Thing,
  type View,
} from "./view.ts";

/** What is shown, as facts to read and verbs to change it. The address follows (`address`). */
export class ViewState {
  #view: View = $state.raw(parseView(new URL(location.href)));

  readonly current: View = $derived(this.#view);
  readonly address: string = $derived(formatView(this.#view));

  /** From the address bar: back, forward, or a link. */
  follow(url: URL): void {
    this.#view = parseView(url);
  }

  openCommunity(slug: string | null): void {
    const nothing = { selected: null, finding: null, person: null, plan: null, round: null };
    this.#change({ community: slug, camera: null, ...nothing });
  }

  enter(mode: Mode): void {
    this.#change({ mode });
  }

  moveCamera(camera: Camera | null): void {
    this.#change({ camera });
  }

  showLayer(layer: Layer, isShown: boolean): void {
    const layers = new Set(untrack(() => this.#view.layers));
    if (isShown) layers.add(layer);
    else layers.delete(layer);
    this.#change({ layers });
  }

  colourBy(target: ColourTarget, measure: ColourMeasure): void {
    this.#change({ target, measure });
  }

  raise(is3d: boolean): void {
    this.#change({ is3d });
  }

  useBasemap(basemap: BasemapKind): void {
    this.#change({ basemap });
  }

  select(selected: Thing | null): void {
    this.#change({ selected });
  }

  standAt(finding: string | null): void {
    this.#change({ finding });
  }

  markFindings(showsFindings: boolean): void {
    this.#change({ showsFindings });
  }

  openPerson(person: string | null): void {
    this.#change({ person });
  }

  openPlan(plan: string | null, step: PlanStep = "paint"): void {
    this.#change({ mode: "plans", plan, step, selected: null });
  }

  goToStep(step: PlanStep): void {
    this.#change({ step });
  }

  openRound(round: string | null): void {
    this.#change({ mode: "inspections", round });
  }

  filterHazards(part: Partial<HazardFilters>): void {
    const hazards = untrack(() => this.#view.hazards);
    this.#change({ hazards: { ...hazards, ...part } });
  }

  /** The map calls back in the middle of an effect: a verb must not make that effect follow the view. */
  #change(part: Partial<View>): void {
    this.#view = { ...untrack(() => this.#view), ...part };
  }
}
