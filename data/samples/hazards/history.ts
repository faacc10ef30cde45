import { Temporal } from "temporal-polyfill";
import { deadlineAfter } from "../../model/hazards/calendar.ts";
import type {
  HazardCategory,
  HazardLevel,
  HazardStatus,
  ReturnReason,
} from "../../model/hazards/kinds.ts";
import { type HazardAction, statusAfter } from "../../model/hazards/moves.ts";
import { type HazardState, stateAfter } from "../../model/hazards/pastState.ts";
import { DEFAULT_HAZARD_RULES } from "../../model/hazards/rules.ts";
import { TRUSTED_REPORTERS } from "../../model/permissions.ts";
import { idOf } from "../kit/identity.ts";
import type { Ground, Spot } from "./ground.ts";
import type { SampleHazard, SampleStep } from "./hazard.ts";
import { MINUTE } from "./moments.ts";
import type { Agent } from "./staff.ts";

/** What somebody reports. */
export interface Report {
  /** Unlike any other of the community: its id is made of it. */
  key: string;
  category: HazardCategory;
  level?: HazardLevel;
  note: string;
  spot: Spot;
  by: Agent;
  /** Milliseconds since 1970. */
  at: number;
  /** The inspection that found it. */
  inspection?: { hazardId: string; inspectionId: string; lineId: string };
}

interface Brought {
  note?: string;
  reason?: ReturnReason;
  to?: Agent;
  until?: number;
  otherHazardId?: string;
}

const TIME_ZONE = "Asia/Shanghai";
const NOTHING = { assigneeId: null, departmentId: null, until: null, otherHazardId: null };
const inSeconds = (moment: number) => Math.floor(moment / 1000) * 1000;
const iso = (moment: number) => new Date(moment).toISOString();

function deadlineFrom(category: HazardCategory, level: HazardLevel, start: number): number {
  const { deadlines, calendar } = DEFAULT_HAZARD_RULES;
  const instant = Temporal.Instant.fromEpochMilliseconds(start);
  return deadlineAfter(instant, deadlines[category][level], calendar, TIME_ZONE).epochMilliseconds;
}

/**
 * A hazard's life as it is told, step by step, by the same rules as the server's. What would come after
 * now has not happened, nor has anything after that.
 */
export class History {
  readonly id: string;
  readonly #ground: Ground;
  readonly #report: Report;
  readonly #steps: SampleStep[] = [];
  #state: HazardState;
  #isCut = false;

  constructor(ground: Ground, report: Report) {
    const { key, category, by, note, inspection } = report;
    const at = inSeconds(report.at);
    this.#ground = ground;
    this.#report = report;
    this.id = inspection?.hazardId ?? idOf(ground.slug, `hazard/${key}`);
    const isTrusted = TRUSTED_REPORTERS.includes(by.role);
    const step: SampleStep = {
      ...{ ...NOTHING, id: this.#stepId(), step: "report", fromStatus: null, note, reason: null },
      ...{ toStatus: isTrusted ? "confirmed" : "reported", at: iso(at) },
      ...{ actorId: by.personId, actorName: by.name },
      dueAt: iso(deadlineFrom(category, this.#level, at)),
    };
    this.#steps.push(step);
    this.#state = stateAfter(undefined, step);
  }

  get status(): HazardStatus {
    return this.#state.status;
  }

  /** When it was last touched. */
  get at(): number {
    return Date.parse(this.#steps.at(-1)!.at);
  }

  get dueAt(): number {
    return Date.parse(this.#state.dueAt!);
  }

  /** The next step; never before the one it follows. @throws RangeError where the table has none */
  take(action: HazardAction, by: Agent, when: number, brought: Brought = {}): this {
    const at = inSeconds(Math.max(when, this.at + 2 * MINUTE));
    if (this.#isCut || at > this.#ground.now) {
      this.#isCut = true;
      return this;
    }
    const { note = "", reason = null, to, until, otherHazardId = null } = brought;
    const step: SampleStep = {
      ...{ ...NOTHING, id: this.#stepId(), step: action, note, reason, otherHazardId },
      ...{ fromStatus: this.status, toStatus: statusAfter(this.#facts(), action), at: iso(at) },
      ...{ actorId: by.personId, actorName: by.name, dueAt: this.#state.dueAt },
      ...(action === "assign" && { assigneeId: to!.personId }),
      ...(action === "escalate" && { departmentId: to!.personId }),
      ...(action === "fix" && { assigneeId: by.personId }),
      ...(action === "extend" && { until: iso(until!) }),
    };
    if (action === "grant") {
      step.until = this.#state.extensionUntil;
      step.dueAt = this.#state.extensionUntil;
    }
    if (action === "return" || action === "reopen") {
      step.dueAt = iso(deadlineFrom(this.#report.category, this.#level, at));
    }
    this.#steps.push(step);
    this.#state = stateAfter(this.#state, step);
    return this;
  }

  end(): SampleHazard {
    const { category, note, spot, inspection } = this.#report;
    const { unit, building, location, floor, placeId } = spot;
    const asked = this.#state.extensionUntil === null ? undefined : this.#steps.at(-1);
    return {
      ...{ id: this.id, category, level: this.#level, note, majorRule: null, location, floor },
      ...{ unitId: unit.id, buildingId: building.id, placeId },
      inspectionId: inspection?.inspectionId ?? null,
      lineId: inspection?.lineId ?? null,
      extensionReason: asked?.note ?? null,
      ...{ steps: this.#steps, state: this.#state },
    };
  }

  get #level(): HazardLevel {
    return this.#report.level ?? "general";
  }

  #stepId(): string {
    return idOf(this.#ground.slug, `step/${this.#report.key}/${this.#steps.length}`);
  }

  #facts() {
    return { ...this.#state, isExtensionAsked: this.#state.extensionUntil !== null };
  }
}
