import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Answer, Question } from "./writerProcess.ts";

/** Something that writes lines which must not be lost, in a process of its own. */
export interface Writer {
  /** Resolves once the write is acknowledged; rejects where its process ends before that. */
  write(line: number): Promise<void>;
  /** Every line that is there. */
  read(): Promise<number[]>;
  /** Ends the process at once, whatever it is doing. */
  kill(): Promise<void>;
}

/** Where the writer's process finds its database, as the product does. */
export type WriterEnvironment = { GETU_DATA_DIR: string } | { DATABASE_URL: string };

const PROGRAM = fileURLToPath(new URL("./writerProcess.ts", import.meta.url));

/** Rows of the table `audit`, by the product's own way to its database. */
export async function startWriter(environment: WriterEnvironment): Promise<Writer> {
  const process = fork(PROGRAM, [], {
    execArgv: ["--import", "tsx"],
    env: { ...globalThis.process.env, DATABASE_URL: "", ...environment },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const asked = new Map<number, { resolve: (answer: Answer) => void; reject: () => void }>();
  let last = 0;
  const ask = (question: Omit<Question, "number">) =>
    new Promise<Answer>((resolve, reject) => {
      const number = ++last;
      asked.set(number, { resolve, reject: () => reject(new Error("the process ended")) });
      process.send({ ...question, number }, () => undefined);
    });
  process.on("message", (answer: Answer) => {
    asked.get(answer.number)?.[answer.error === undefined ? "resolve" : "reject"](answer);
    asked.delete(answer.number);
  });
  void ended.then(() => asked.forEach(({ reject }) => reject()));
  await readyOrEnded(process, ended);
  return {
    write: async (line) => void (await ask({ line })),
    read: async () => (await ask({})).lines ?? [],
    kill: () => {
      process.kill("SIGKILL");
      return ended;
    },
  };
}

async function readyOrEnded(process: ChildProcess, ended: Promise<void>): Promise<void> {
  let complaint = "";
  process.stderr?.on("data", (text: Buffer) => (complaint += text.toString()));
  const ready = new Promise<true>((resolve) => process.once("message", () => resolve(true)));
  if (!(await Promise.race([ready, ended]))) throw new Error(`it did not start: ${complaint}`);
}
