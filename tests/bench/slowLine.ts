import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** What is to be expected of 3G, as browsers' own tools have it. */
const THIRD_GENERATION = {
  downBitsPerSecond: 1_600_000,
  upBitsPerSecond: 750_000,
  roundTripMs: 150,
};

/** A way to a server as slow as a phone's, for whatever goes over it: a service worker's requests, too. */
export async function openSlowLine(target: string, speed = THIRD_GENERATION) {
  const { hostname, port } = new URL(target);
  const down = new Lane(speed.downBitsPerSecond, speed.roundTripMs / 2);
  const up = new Lane(speed.upBitsPerSecond, speed.roundTripMs / 2);
  const server = createServer((phone) => {
    const onward = connect(Number(port), hostname);
    // Shaking hands is a round trip of its own.
    up.carry(phone, onward, speed.roundTripMs);
    down.carry(onward, phone, 0);
    phone.on("error", () => onward.destroy());
    onward.on("error", () => phone.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** One direction, shared by all connections. */
class Lane {
  #freeAt = 0;

  constructor(
    private readonly bitsPerSecond: number,
    private readonly delayMs: number,
  ) {}

  carry(from: Socket, to: Socket, handshakeMs: number): void {
    const openAt = performance.now() + handshakeMs;
    let last = Promise.resolve();
    from.on("data", (bytes) => {
      const start = Math.max(this.#freeAt, openAt, performance.now());
      this.#freeAt = start + (bytes.length * 8000) / this.bitsPerSecond;
      const wait = this.#freeAt + this.delayMs - performance.now();
      const arrives = new Promise<void>((resolve) => setTimeout(resolve, wait));
      from.pause();
      // So much is under way, and no more is read meanwhile.
      setTimeout(() => from.resume(), this.#freeAt - performance.now());
      last = Promise.all([last, arrives]).then(() => void to.write(bytes));
    });
    from.on("end", () => void last.then(() => to.end()));
    from.on("close", () => void last.then(() => to.destroySoon()));
  }
}
