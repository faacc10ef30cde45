import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import type { PlanSummary } from "#data/model/answers/plans.ts";
import type { ChosenColumns, TableColumn } from "#data/model/planning/sources/table.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { createPlan } from "#web/state/planRequests.ts";
import { firstDraftName } from "#web/words/drafts.ts";
import { createFromFile, FILE_SOURCES } from "./calls.ts";
import type { PlanShelf } from "./shelf.svelte.ts";

/** Where a draft starts. */
export const SOURCES = ["in-force", "empty", "plan", ...FILE_SOURCES] as const;
export type Source = (typeof SOURCES)[number];

/** A draft in the making. */
export class NewDraft {
  #source: Source = $state("in-force");
  planId: string | undefined = $state();
  #file: File | undefined = $state.raw();
  /** What the table that was sent calls its columns, where it was not understood. */
  #titles: readonly string[] = $state.raw([]);
  #columns: ChosenColumns = $state.raw({});
  note = $state("");
  #typed: string | undefined = $state();
  /** Made once: a request sent again after a lost answer makes nothing twice. */
  #id = crypto.randomUUID();

  constructor(
    private readonly shelf: PlanShelf,
    copied?: PlanSummary,
  ) {
    this.planId = copied?.id;
    this.#source = copied ? "plan" : shelf.inForce ? "in-force" : "empty";
  }

  get source(): Source {
    return this.#source;
  }

  set source(source: Source) {
    this.#source = source;
    // What was chosen for another source is no file for this one.
    this.file = undefined;
  }

  get file(): File | undefined {
    return this.#file;
  }

  set file(file: File | undefined) {
    this.#file = file;
    this.#titles = [];
    this.#columns = {};
  }

  /** To choose from; empty while nothing has to be chosen. */
  get titles(): readonly string[] {
    return this.#titles;
  }

  get columns(): ChosenColumns {
    return this.#columns;
  }

  /** @param title undefined where the table has no such column */
  choose(column: TableColumn, title: string | undefined): void {
    const columns = { ...this.#columns };
    if (title === undefined) delete columns[column];
    else columns[column] = title;
    this.#columns = columns;
  }

  /** What can be started from: without a plan in force there is nothing to copy. */
  get sources(): readonly Source[] {
    const { inForce, plans = [] } = this.shelf;
    const isThere = { "in-force": inForce !== undefined, plan: plans.length > (inForce ? 1 : 0) };
    return SOURCES.filter((source) => isThere[source as keyof typeof isThere] ?? true);
  }

  get plans(): readonly PlanSummary[] {
    return this.shelf.plans ?? [];
  }

  get name(): string {
    return this.#typed ?? this.#suggestedName;
  }

  set name(name: string) {
    this.#typed = name;
  }

  get isFromFile(): boolean {
    return this.source === "outlines" || this.source === "table";
  }

  get isWhole(): boolean {
    if (this.name.trim() === "") return false;
    if (this.source === "plan") return this.planId !== undefined;
    if (this.#titles.length > 0 && !this.areColumnsChosen) return false;
    return !this.isFromFile || this.file !== undefined;
  }

  /** A table has to say which building, and where it goes. */
  get areColumnsChosen(): boolean {
    const { building, microGrid, grid } = this.#columns;
    return building !== undefined && (microGrid ?? grid) !== undefined;
  }

  /** @throws ApiProblem */
  create(): Promise<CreatedPlan> {
    const { source, file, planId } = this;
    const { slug } = this.shelf;
    const head = { id: this.#id, name: this.name.trim(), note: this.note.trim() };
    if ((source === "outlines" || source === "table") && file) {
      return createFromFile(slug, source, { file, ...head }, this.#columns).catch((problem) => {
        if (problem instanceof ApiProblem) this.#titles = titlesIn(problem);
        throw problem;
      });
    }
    const from = source === "plan" && planId ? planId : source === "empty" ? "empty" : "in-force";
    return createPlan(slug, { ...head, from });
  }

  get #suggestedName(): string {
    const copied = this.plans.find(({ id }) => id === this.planId);
    if (this.source === "plan" && copied) return m.drafts_copy_name({ name: copied.name });
    if (this.isFromFile && this.file) return this.file.name.replace(/(\.[a-z]+)+$/i, "");
    return firstDraftName();
  }
}

function titlesIn({ kind, parameters }: ApiProblem): string[] {
  if (kind !== "unreadable-table") return [];
  return (parameters["titles"] as string[] | undefined) ?? [];
}
