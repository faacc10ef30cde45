import type { BuildingEdit, BuildingGround, NewBuilding } from "#data/model/answers/ground.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import type { BuildingKind } from "#data/model/buildings.ts";

export type Footprint = BuildingGround["footprint"];

const EMPTY = {
  name: "",
  kind: "slab" as BuildingKind,
  address: null,
  storeys: null,
  hasLift: false,
  compoundId: null,
  entrances: [] as Named[],
};

/** A building as somebody is changing it, or making it; nothing is sent before they save. */
export class BuildingDraft {
  readonly id: string;
  name: string;
  kind: BuildingKind;
  address: string;
  storeys: string;
  hasLift: boolean;
  compoundId: string | null;
  entrances: Named[];
  version: number | undefined;
  #before: BuildingGround | undefined;
  /** Every footprint since it was opened, the last one counts. */
  #footprints: readonly Footprint[];

  constructor(before?: BuildingGround) {
    const from = before ?? EMPTY;
    this.#before = $state.raw(before);
    // Made once: a request sent again after a lost answer makes no second building.
    this.id = before?.id ?? crypto.randomUUID();
    this.name = $state(from.name);
    this.kind = $state(from.kind);
    this.address = $state(from.address ?? "");
    this.storeys = $state(from.storeys === null ? "" : String(from.storeys));
    this.hasLift = $state(from.hasLift);
    this.compoundId = $state.raw(from.compoundId);
    this.entrances = $state(from.entrances.map((entrance) => ({ ...entrance })));
    this.version = before?.version;
    this.#footprints = $state.raw(before ? [before.footprint] : []);
  }

  get footprint(): Footprint | undefined {
    return this.#footprints.at(-1);
  }

  get isNew(): boolean {
    return this.#before === undefined;
  }

  get canUndo(): boolean {
    return this.#footprints.length > (this.isNew ? 0 : 1);
  }

  put(footprint: Footprint): void {
    this.#footprints = [...this.#footprints, footprint];
  }

  undo(): void {
    if (this.canUndo) this.#footprints = this.#footprints.slice(0, -1);
  }

  /** Null where the field holds no number of storeys. */
  get storeyCount(): number | null {
    const count = Number(this.storeys);
    return this.storeys.trim() !== "" && Number.isInteger(count) && count >= 1 && count <= 200
      ? count
      : null;
  }

  get hasWrongStoreys(): boolean {
    return this.storeys.trim() !== "" && this.storeyCount === null;
  }

  get isChanged(): boolean {
    return this.isNew ? this.footprint !== undefined : Object.keys(this.#changes).length > 0;
  }

  /** What is sent for a building that is there: only what differs, so that two may change two things. */
  edit(): BuildingEdit {
    return { ...this.#changes, version: this.version };
  }

  /** What is sent for a new one. */
  get building(): NewBuilding | undefined {
    const { footprint, id } = this;
    return footprint && { id, ...this.#facts, footprint };
  }

  get #facts() {
    return {
      name: this.name.trim(),
      kind: this.kind,
      address: this.address.trim() || null,
      storeys: this.storeyCount,
      hasLift: this.hasLift,
      compoundId: this.compoundId,
      entrances: this.entrances.map(({ id, name }) => ({ id, name: name.trim() })),
    };
  }

  get #changes(): BuildingEdit {
    const before = this.#before;
    if (!before) return {};
    const now: Record<string, unknown> = { ...this.#facts, footprint: this.footprint };
    const was = before as unknown as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(now).filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(was[field]),
      ),
    );
  }
}
