import { v7 } from "uuid";
import type { HazardReport, PointLocation } from "#data/model/answers/hazards.ts";
import type { HazardCategory, HazardLevel } from "#data/model/hazards/kinds.ts";
import type { Letter, OutboxItem } from "#web/state/outbox/item.ts";
import type { TakenPhoto } from "#web/state/outbox/photo.ts";

/** Who said where it is; what a person said is not moved by the phone. */
type PlacedBy = "phone" | "press" | "building";

type Body = Omit<HazardReport, "photos">;

/** A report as it is filled in. */
export class ReportDraft {
  category: HazardCategory | null = $state.raw(null);
  level: HazardLevel = $state.raw("general");
  majorRule: string = $state("");
  note: string = $state("");
  floor: string = $state("");
  photos: readonly TakenPhoto[] = $state.raw([]);
  /** "The same": the open hazard that this one belongs to. */
  sameAsId: string | null = $state.raw(null);

  #position: [number, number] | null = $state.raw(null);
  #placedBy: PlacedBy | null = $state.raw(null);
  #accuracyMeters: number | null = $state.raw(null);
  #buildingId: string | null = $state.raw(null);

  /** Longitude, latitude. */
  readonly position: [number, number] | null = $derived(this.#position);
  readonly placedBy: PlacedBy | null = $derived(this.#placedBy);
  readonly accuracyMeters: number | null = $derived(this.#accuracyMeters);
  /** Chosen by the person; otherwise the building is where the position is. */
  readonly buildingId: string | null = $derived(this.#buildingId);

  readonly isStarted: boolean = $derived(
    this.category !== null || this.note !== "" || this.photos.length > 0,
  );
  readonly lacks: "category" | "position" | "rule" | null = $derived.by(() => {
    if (this.category === null) return "category";
    if (this.#position === null) return "position";
    return this.level === "major" && this.majorRule.trim() === "" ? "rule" : null;
  });

  readonly #id: string;

  /**
   * @param slug of the community
   * @param item in the outbox, where one that the server refused is corrected
   */
  constructor(
    readonly slug: string,
    readonly item?: OutboxItem,
    pictures: ReadonlyMap<string, Blob> = new Map(),
  ) {
    this.#id = item?.subject ?? v7();
    if (item) this.#fill(item, pictures);
  }

  place(position: [number, number], by: PlacedBy, accuracyMeters: number | null = null): void {
    if (by === "phone" && (this.#placedBy === "press" || this.#placedBy === "building")) return;
    this.#position = position;
    this.#placedBy = by;
    this.#accuracyMeters = accuracyMeters;
    this.#buildingId = null;
    // Close by here is not close by there.
    this.sameAsId = null;
  }

  /** The person asks the phone anew: what it says counts again. */
  letPhoneSay(): void {
    this.#placedBy = null;
  }

  placeInBuilding(id: string, position: [number, number]): void {
    this.place(position, "building");
    this.#buildingId = id;
  }

  choose(category: HazardCategory): void {
    this.category = category;
    this.sameAsId = null;
  }

  dropPhoto(id: string): void {
    this.photos = this.photos.filter(({ photo }) => photo.id !== id);
  }

  /** @param title for the list of what waits @throws RangeError as long as something lacks */
  letter(title: string): Letter {
    const { category, position, level } = this;
    if (this.lacks || !category || !position) throw new RangeError(String(this.lacks));
    const body: Body = {
      ...{ id: this.#id, category, level },
      note: this.note.trim(),
      location: { type: "Point", coordinates: position },
      // Absent, the server finds it from the position.
      ...(this.#buildingId ? { buildingId: this.#buildingId } : {}),
      floor: this.floor.trim() === "" ? null : Math.round(Number(this.floor)),
      placeId: null,
      majorRule: level === "major" ? this.majorRule.trim() : null,
      sameAsId: this.sameAsId,
      doneAt: (this.item?.body["doneAt"] as string | undefined) ?? new Date().toISOString(),
    };
    return {
      kind: "hazard-report",
      communitySlug: this.slug,
      path: `/api/communities/${encodeURIComponent(this.slug)}/hazards`,
      body,
      photos: this.photos.map(({ photo }) => photo),
      subject: this.#id,
      title,
    };
  }

  get pictures(): Map<string, Blob> {
    return new Map(this.photos.map(({ photo, picture }) => [photo.id, picture]));
  }

  #fill({ body, photos }: OutboxItem, pictures: ReadonlyMap<string, Blob>): void {
    const written = body as unknown as Body & { location: PointLocation };
    this.category = written.category;
    this.level = written.level;
    this.majorRule = written.majorRule ?? "";
    this.note = written.note;
    this.floor = written.floor === null ? "" : String(written.floor);
    this.#position = written.location.coordinates;
    this.#placedBy = written.buildingId ? "building" : "press";
    this.#buildingId = written.buildingId ?? null;
    this.photos = photos.flatMap((photo) => {
      const picture = pictures.get(photo.id);
      return picture ? [{ photo, picture }] : [];
    });
    this.sameAsId = written.sameAsId;
  }
}
