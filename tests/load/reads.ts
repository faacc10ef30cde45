import { connect } from "node:net";
import { requestText } from "./sockets.ts";

export interface Latency {
  count: number;
  medianMs: number;
  slowest1PercentMs: number;
  longestMs: number;
}

const CONNECTIONS = 8;
/** As people do: each asks, looks, asks again. */
const PAUSE_MS = 5;

/** Reads a layer over and over from a few connections, each with a pause. */
export async function measureReads(port: number, milliseconds: number): Promise<Latency> {
  const end = performance.now() + milliseconds;
  const times = await Promise.all(Array.from({ length: CONNECTIONS }, () => readUntil(port, end)));
  return summarise(times.flat());
}

export function summarise(times: number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return {
    count: sorted.length,
    medianMs: at(0.5),
    slowest1PercentMs: at(0.99),
    longestMs: at(1),
  };
}

function readUntil(port: number, end: number): Promise<number[]> {
  const times: number[] = [];
  const request = requestText("GET", "/api/communities/hongqi/layers/grids", {
    "Accept-Encoding": "br",
  });
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let start = 0;
    let missing = -1;
    const ask = () => {
      start = performance.now();
      missing = -1;
      socket.write(request);
    };
    socket.on("error", reject);
    socket.on("connect", ask);
    socket.on("data", (chunk: Buffer) => {
      if (missing < 0) {
        const head = chunk.toString("latin1");
        const body = head.indexOf("\r\n\r\n") + 4;
        if (!head.startsWith("HTTP/1.1 200")) reject(new Error(head.slice(0, 200)));
        missing = Number(/content-length: *(\d+)/i.exec(head)?.[1]) - (chunk.length - body);
      } else missing -= chunk.length;
      if (missing > 0) return;
      times.push(performance.now() - start);
      if (performance.now() < end) setTimeout(ask, PAUSE_MS);
      else {
        socket.destroy();
        resolve(times);
      }
    });
  });
}
