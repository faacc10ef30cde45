import type { PlanMap } from "#data/model/planning/planMap.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";
import type { PlanMapAnswer, PlanMapQuestion } from "./planMapWorker.ts";

/** Has a plan's geometry made beside the page. Only the latest question is answered. */
export class PlanMapMaker {
  #worker: Worker | undefined;
  #number = 0;
  #ground: PlanningGround | undefined;
  #answer: ((map: PlanMap) => void) | undefined;

  /** Resolves never where another is asked for meanwhile. @throws where the worker fails */
  make(ground: PlanningGround, broken: ReadonlySet<string>): Promise<PlanMap> {
    const worker = (this.#worker ??= this.#start());
    const question: PlanMapQuestion = { number: ++this.#number, broken };
    if (ground !== this.#ground) {
      const { buildings, boundary, barriers } = ground;
      question.ground = { buildings, boundary, barriers };
      this.#ground = ground;
    }
    return new Promise((resolve, reject) => {
      this.#answer = resolve;
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(question);
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ground = undefined;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./planMapWorker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<PlanMapAnswer>) => {
      if (data.number === this.#number) this.#answer?.(data.map);
    };
    return worker;
  }
}
