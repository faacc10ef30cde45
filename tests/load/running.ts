import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ProductQuestions } from "./product.ts";

/** The product in its own process, and questions to that process beside its HTTP. */
export class RunningProduct {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<RunningProduct> {
    const child = fork(fileURLToPath(new URL("./product.ts", import.meta.url)), {
      execArgv: [...process.execArgv, "--expose-gc"],
    });
    const [{ port }] = (await once(child, "message")) as [{ port: number }];
    return new RunningProduct(port, child);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  ask<Question extends keyof ProductQuestions>(
    question: Question,
  ): Promise<ProductQuestions[Question]> {
    return new Promise((resolve) => {
      const hear = (message: { question: string; answer: ProductQuestions[Question] }) => {
        if (message.question !== question) return;
        this.child.off("message", hear);
        resolve(message.answer);
      };
      this.child.on("message", hear);
      this.child.send(question);
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }
}
