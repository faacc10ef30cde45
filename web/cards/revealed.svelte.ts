import { createContext, onDestroy } from "svelte";
import type { Revealed } from "#data/model/answers/reveal.ts";

/** How long a name stays readable on a screen that others may see. */
const SHOWN_MS = 2 * 60_000;

/** Names and phones that are shown in full on one card. Kept nowhere else, gone with the card. */
export class RevealedHouseholds {
  #shown: ReadonlyMap<string, Revealed> = $state.raw(new Map());
  #timers = new Map<string, number>();

  of(householdId: string): Revealed | undefined {
    return this.#shown.get(householdId);
  }

  show(householdId: string, revealed: Revealed): void {
    window.clearTimeout(this.#timers.get(householdId));
    this.#shown = new Map([...this.#shown, [householdId, revealed]]);
    this.#timers.set(
      householdId,
      window.setTimeout(() => this.hide(householdId), SHOWN_MS),
    );
  }

  hide(householdId: string): void {
    window.clearTimeout(this.#timers.get(householdId));
    this.#timers.delete(householdId);
    this.#shown = new Map([...this.#shown].filter(([id]) => id !== householdId));
  }

  hideAll(): void {
    for (const householdId of this.#shown.keys()) this.hide(householdId);
  }
}

const [getRevealed, setRevealed] = createContext<RevealedHouseholds>();
export { getRevealed };

/** For the card of a building: what is shown in full on it lasts as long as the card. */
export function holdRevealed(): void {
  const revealed = setRevealed(new RevealedHouseholds());
  onDestroy(() => revealed.hideAll());
}
