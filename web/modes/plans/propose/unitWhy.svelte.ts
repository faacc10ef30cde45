import type { PlanningGround } from "#data/model/planning/ground.ts";
import type { UnitExplanation } from "#data/model/proposals/explainUnit.ts";
import type { WhyAnswer, WhyQuestion } from "./whyWorker.ts";

/** Why the unit that was pressed is where it is: worked out beside the page. */
export class UnitWhy {
  #pressed: { id: string; name: string } | undefined = $state.raw();
  #why: UnitExplanation | undefined = $state.raw();
  #hasFailed = $state.raw(false);
  readonly pressed: { id: string; name: string } | undefined = $derived(this.#pressed);
  /** Undefined while it is worked out. */
  readonly why: UnitExplanation | undefined = $derived(this.#why);
  readonly hasFailed: boolean = $derived(this.#hasFailed);

  #worker: Worker | undefined;
  #ground: PlanningGround | undefined;
  #number = 0;

  ask(
    unit: { id: string; name: string },
    ground: PlanningGround,
    question: Omit<WhyQuestion, "number" | "ground" | "unitId">,
  ): void {
    const worker = (this.#worker ??= this.#start());
    if (unit.id !== this.#pressed?.id) {
      this.#why = undefined;
      this.#pressed = unit;
    }
    this.#hasFailed = false;
    const isKnown = ground === this.#ground;
    this.#ground = ground;
    worker.postMessage({
      ...question,
      ...(!isKnown && { ground }),
      number: ++this.#number,
      unitId: unit.id,
    } satisfies WhyQuestion);
  }

  forget(): void {
    this.#number += 1;
    this.#pressed = undefined;
    this.#why = undefined;
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ground = undefined;
    this.forget();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./whyWorker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<WhyAnswer>) => {
      if (data.number !== this.#number) return;
      this.#why = data.why;
      this.#hasFailed = data.why === undefined;
    };
    worker.onerror = () => (this.#hasFailed = true);
    return worker;
  }
}
