import { connect, type Socket } from "node:net";

/** One run of requests for one address over connections that are kept alive. */
export interface LoadRun {
  port: number;
  path: string;
  headers: Record<string, string>;
  milliseconds: number;
}

export interface LoadResult {
  requestsPerSecond: number;
  /** Of the answers, which must all have the same. */
  status: number;
}

const CONNECTIONS = 16;

/** A child process of its own, so that client and server never share a thread. */
process.on("message", (run: LoadRun) => {
  void measure(run).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function measure({ port, path, headers, milliseconds }: LoadRun): Promise<LoadResult> {
  const request = requestText(port, path, headers);
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)));
  const statuses = new Set<number>();
  const start = performance.now();
  const end = start + milliseconds;
  const counts = await Promise.all(
    sockets.map((socket) => ask(socket, request, end, (status) => statuses.add(status))),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  const [status, ...others] = statuses;
  if (status === undefined || others.length > 0) throw new Error(`answers: ${[...statuses]}`);
  return { requestsPerSecond: counts.reduce((sum, count) => sum + count, 0) / seconds, status };
}

function requestText(port: number, path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers });
  return `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

/**
 * Asks again as soon as the whole answer is there, until `end`. On the bare socket: Node's own HTTP
 * client is slower than the server, so through it every server would look alike.
 * @returns how many answers came
 */
function ask(
  socket: Socket,
  request: string,
  end: number,
  onStatus: (status: number) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let head = "";
    let missingBytes = 0;
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the server closed the connection")));
    socket.on("data", (chunk: Buffer) => {
      if (missingBytes > 0) missingBytes -= chunk.length;
      else {
        head += chunk.toString("latin1");
        const bodyStart = head.indexOf("\r\n\r\n") + 4;
        if (bodyStart < 4) return;
        const { status, length } = readHead(head.slice(0, bodyStart));
        onStatus(status);
        missingBytes = length - (head.length - bodyStart);
        head = "";
      }
      if (missingBytes > 0) return;
      count++;
      if (performance.now() < end) socket.write(request);
      else resolve(count);
    });
    socket.write(request);
  });
}

function readHead(head: string): { status: number; length: number } {
  const status = Number(head.slice(9, 12));
  if (status === 304) return { status, length: 0 };
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without its length:\n${head}`);
  return { status, length: Number(length) };
}
