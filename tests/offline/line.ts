import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * `cut`: nothing gets through. `troubled`: of what is written every other is answered with 503, by turns
 * before the server heard of it and when it has it already. `refused`: all of it, unheard.
 */
type LineState = "up" | "cut" | "troubled" | "refused";

/** The way between a phone and the server, as bad as is wanted. */
export class Line {
  state: LineState = "up";
  /** Where the server is now: it may come back elsewhere. */
  target: string;
  #writings = 0;
  readonly #server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));

  constructor(target: string) {
    this.target = target;
  }

  /** @returns `http://127.0.0.1:…` */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#server.unref();
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.state = "cut";
    this.#server.closeAllConnections();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (this.state === "cut") return void incoming.socket.destroy();
    const isWriting = incoming.method === "POST" && !incoming.url?.startsWith("/api/auth/");
    const isRefused = isWriting && this.state === "refused";
    const turn = isWriting && this.state === "troubled" ? this.#writings++ % 4 : undefined;
    if (isRefused || turn === 0) {
      incoming.resume();
      return void incoming.on("end", () => busy(outgoing));
    }
    const { method, headers } = incoming;
    const onward = ask(new URL(incoming.url ?? "/", this.target), { method, headers }, (answer) => {
      if (turn === 2) {
        answer.resume();
        return void answer.on("end", () => busy(outgoing));
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => incoming.socket.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  }
}

function busy(outgoing: ServerResponse): void {
  outgoing.writeHead(503).end();
}
