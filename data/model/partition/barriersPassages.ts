import type { Components } from "./components.ts";
import { splitLoad } from "./barriersTargets.ts";
import type { PartitionGraph } from "./graph.ts";
import type { LoadLimits } from "./options.ts";
import { piecesBetweenGaps, type Passage } from "./barriersPieces.ts";
import { treeOf } from "./barriersTree.ts";

/** What holds less than this share of the ideal is no piece of its own. */
const LEAST_SHARE = 0.2;
/** A piece whose parts would be off the ideal by no more than this share of the tolerance keeps to itself. */
const CLOSED_SHARE = 0.7;
/** How much load, in ideals, pieces that keep to themselves may take from or leave to the others, all in all. */
const MOST_DRIFT = 0.25;
/** A part that finds less than this share of its load on either side of a gap does not reach through it. */
const LEAST_REACH = 0.9;

/** Units in groups that are divided each by itself. */
export interface GroundShares {
  components: Components;
  allotted: Uint32Array;
  targets: Float64Array;
}

/**
 * Where barriers have a few gaps, plans which pieces between them are divided by themselves, and where one part reaches
 * through a gap because what is on either side is no whole number of parts: such a part is grown from both ends of the
 * gap and stands as a component of its own. Undefined where there are no such pieces. `allotted` holds the number of
 * parts of each of the graph's own components.
 */
export function seedsAtPassages(
  graph: PartitionGraph,
  whole: Components,
  allotted: Uint32Array,
  limits: LoadLimits,
): GroundShares | undefined {
  const pieces = piecesBetweenGaps(graph, LEAST_SHARE * limits.ideal);
  if (pieces.count === whole.count) return undefined;
  const plan = new Plan(graph, whole, pieces, allotted, limits);
  for (const { piece, passage } of treeOf(graph, pieces).toReversed()) {
    if (passage) plan.settle(piece, passage);
    else plan.close(piece);
  }
  return plan.seeds();
}

class Plan {
  readonly #graph: PartitionGraph;
  readonly #limits: LoadLimits;
  /** Of each unit: its piece, or a number from the count of pieces on where a part reaches through a gap. */
  readonly #groupOf: Int32Array;
  /** Of each group. */
  readonly #loads: number[];
  readonly #parts: number[];
  readonly #component: number[];
  /** Of each component: the parts still to be given out, what each is to hold, and what is left over so far. */
  readonly #left: Int32Array;
  readonly #wanted: Float64Array;
  readonly #drift: Float64Array;

  constructor(
    graph: PartitionGraph,
    whole: Components,
    pieces: Components,
    allotted: Uint32Array,
    limits: LoadLimits,
  ) {
    this.#graph = graph;
    this.#limits = limits;
    this.#groupOf = pieces.ofUnit.slice();
    this.#loads = Array<number>(pieces.count).fill(0);
    this.#parts = Array<number>(pieces.count).fill(0);
    this.#component = Array<number>(pieces.count).fill(0);
    this.#wanted = new Float64Array(whole.count);
    for (let unit = 0; unit < graph.count; unit++) {
      const piece = pieces.ofUnit[unit]!;
      this.#loads[piece]! += graph.loads[unit]!;
      this.#component[piece] = whole.ofUnit[unit]!;
      this.#wanted[whole.ofUnit[unit]!]! += graph.loads[unit]!;
    }
    this.#wanted.forEach((load, component) => {
      this.#wanted[component] = splitLoad(load, allotted[component]!, limits).edge;
    });
    this.#left = Int32Array.from(allotted);
    this.#drift = new Float64Array(whole.count);
  }

  /** Gives a piece its number of parts and, where its load is no whole number, lets one reach through the passage. */
  settle(piece: number, passage: Passage): void {
    const { min, max } = this.#limits;
    const component = this.#component[piece]!;
    const wanted = this.#wanted[component]!;
    const load = this.#loads[piece]!;
    const drift = this.#drift[component]!;
    const closed = Math.max(1, Math.round((load + drift) / wanted));
    const mean = load / closed;
    const room = (1 - CLOSED_SHARE) * ((max - min) / 2);
    const keepsLimits = mean >= min + room && mean <= max - room;
    const over = drift + load - closed * wanted;
    if (!(keepsLimits && Math.abs(over) <= MOST_DRIFT * wanted)) {
      if (this.#reach(piece, passage, wanted)) return;
      if (load < wanted / 2) {
        const parent = passage.pieces[0] === piece ? passage.pieces[1] : passage.pieces[0];
        for (let unit = 0; unit < this.#groupOf.length; unit++) {
          if (this.#groupOf[unit] === piece) this.#take(unit, parent);
        }
        return;
      }
    }
    this.#give(piece, closed);
    this.#drift[component] = over;
  }

  /** Gives the last piece of a component the parts that are left. */
  close(piece: number): void {
    this.#give(piece, this.#left[this.#component[piece]!]!);
  }

  /** Undefined where there were not enough parts. */
  seeds(): GroundShares | undefined {
    if (this.#parts.some((parts) => parts < 0)) return undefined;
    const targets = this.#parts.flatMap((parts, group) => {
      const { absorbers, edge, rest } = splitLoad(this.#loads[group]!, parts, this.#limits);
      return Array.from({ length: parts }, (_, i) => (i < parts - absorbers ? edge : rest));
    });
    return {
      components: { count: this.#parts.length, ofUnit: this.#groupOf },
      allotted: Uint32Array.from(this.#parts),
      targets: Float64Array.from(targets),
    };
  }

  /** Lets what is left of a piece's load be one part with load from beyond the passage; whether that could be done. */
  #reach(piece: number, { pieces, links }: Passage, wanted: number): boolean {
    const isFirst = pieces[0] === piece;
    const parent = isFirst ? pieces[1] : pieces[0];
    const whole = Math.floor(this.#loads[piece]! / wanted);
    const own = this.#loads[piece]! - whole * wanted;
    if (this.#loads[parent]! < wanted - own) return false;
    for (const [first, second] of links) {
      const [here, there] = isFirst ? [first, second] : [second, first];
      if (this.#groupOf[here] !== piece || this.#groupOf[there] !== parent) continue;
      const near = this.#unitsAbout(here, whole === 0 ? Infinity : own);
      const far = this.#unitsAbout(there, wanted - near.load);
      if (near.load + far.load < LEAST_REACH * wanted) continue;
      const group = this.#loads.push(0) - 1;
      this.#parts.push(0);
      this.#component.push(this.#component[piece]!);
      for (const units of [near.units, far.units]) {
        for (const unit of units) this.#take(unit, group);
      }
      this.#give(piece, whole);
      this.#give(group, 1);
      return true;
    }
    return false;
  }

  #give(group: number, parts: number) {
    this.#parts[group] = parts;
    this.#left[this.#component[group]!]! -= parts;
  }

  #take(unit: number, group: number) {
    const load = this.#graph.loads[unit]!;
    this.#loads[this.#groupOf[unit]!]! -= load;
    this.#loads[group]! += load;
    this.#groupOf[unit] = group;
  }

  /** The units of a group about one, over links, until they hold a load. */
  #unitsAbout(start: number, wanted: number) {
    const { offsets, neighbours, loads } = this.#graph;
    const group = this.#groupOf[start];
    const units = [start];
    const seen = new Set(units);
    let [head, load] = [0, 0];
    for (; head < units.length; head++) {
      const unit = units[head]!;
      if (head > 0 && load + loads[unit]! / 2 > wanted) break;
      load += loads[unit]!;
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        const other = neighbours[i]!;
        if (this.#groupOf[other] !== group || seen.has(other)) continue;
        seen.add(other);
        units.push(other);
      }
    }
    return { units: units.slice(0, head), load };
  }
}
