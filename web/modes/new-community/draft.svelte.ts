import { COLUMN_ROLES, type ColumnRole } from "#data/model/import/columnNames.ts";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { api } from "#web/api.ts";
import type { Preview } from "#web/state/preview.svelte.ts";
import { FootprintReader, type ReadFile } from "./reader.ts";

/** What the server accepts (`NewCommunityForm`). */
export const MAX_NAME_CHARACTERS = 80;
export const MAX_ATTRIBUTION_CHARACTERS = 200;

/** A community in the making: a file is taken, read, looked at, named and sent. */
export class CommunityDraft {
  name = $state("");
  attribution = $state("");
  #reader = new FootprintReader();
  #choice: MappingChoice = {};
  #awaited: File | undefined = $state.raw();
  #found: ReadFile | undefined = $state.raw();
  #preview: Preview | null = $state.raw(null);
  #readProblem: unknown = $state.raw();
  #createProblem: unknown = $state.raw();
  #isCreating = $state.raw(false);

  /** The file that is being read now. */
  readonly awaited: File | undefined = $derived(this.#awaited);
  readonly found: ReadFile | undefined = $derived(this.#found);
  readonly preview: Preview | null = $derived(this.#preview);
  /** Why the file cannot be used: an ImportProblem, or an Error where it could not be opened. */
  readonly readProblem: unknown = $derived(this.#readProblem);
  /** Why the last try to create it failed. */
  readonly createProblem: unknown = $derived(this.#createProblem);
  readonly isCreating: boolean = $derived(this.#isCreating);
  readonly canCreate: boolean = $derived(
    this.#found !== undefined && this.#awaited === undefined && this.name.trim() !== "",
  );

  async take(file: File): Promise<void> {
    this.forget();
    this.name = nameFrom(file.name);
    await this.#read(file);
  }

  /** Says which property of the file has a role; null for none. Reads the file again. */
  async choose(role: ColumnRole, column: string | null): Promise<void> {
    if (!this.#found) return;
    this.#choice = { ...this.#choice, [role]: column };
    await this.#read(this.#found.file);
  }

  /** Back to no file; what was typed stays until another file is taken. */
  forget(): void {
    this.#reader.stop();
    this.#choice = {};
    this.#awaited = undefined;
    this.#readProblem = undefined;
    this.#show(undefined);
    this.#createProblem = undefined;
  }

  /** @returns the new community's slug; undefined where it was refused, with everything as it was */
  async create(): Promise<string | undefined> {
    if (!this.#found || !this.canCreate || this.#isCreating) return undefined;
    const { file, reading } = this.#found;
    // Every role is said, so that the server makes what is on screen and guesses nothing.
    const mapping = COLUMN_ROLES.map((role) => [role, reading.mapping[role] ?? null]);
    this.#isCreating = true;
    this.#createProblem = undefined;
    try {
      const response = await api.communities.$post({
        form: {
          file,
          name: this.name.trim(),
          mapping: JSON.stringify(Object.fromEntries(mapping)),
          attribution: this.attribution.trim(),
        },
      });
      return (await response.json()).slug;
    } catch (problem) {
      this.#createProblem = problem;
      return undefined;
    } finally {
      this.#isCreating = false;
    }
  }

  async #read(file: File): Promise<void> {
    this.#awaited = file;
    this.#readProblem = undefined;
    try {
      this.#show(await this.#reader.read(file, this.#choice));
    } catch (problem) {
      this.#show(undefined);
      this.#readProblem = problem;
    }
    this.#awaited = undefined;
  }

  #show(found: ReadFile | undefined): void {
    if (this.#preview) URL.revokeObjectURL(this.#preview.buildings);
    this.#found = found;
    this.#preview = found
      ? { buildings: URL.createObjectURL(found.drawing), boundary: found.boundary }
      : null;
  }
}

/** A first name from the file's: `binjiang_buildings.geojson` → `binjiang buildings`. */
function nameFrom(fileName: string): string {
  return fileName
    .replace(/(\.[a-z]+)+$/i, "")
    .replace(/_+/g, " ")
    .trim()
    .slice(0, MAX_NAME_CHARACTERS);
}
