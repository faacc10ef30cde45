import { connect, type Socket } from "node:net";

const AT_ONCE = 200;
/** The largest answer there is. */
export const DEAF_PATH = "/api/communities/xinyuan/layers/buildings";

export function requestText(method: string, path: string, headers: Record<string, string> = {}) {
  const lines = Object.entries({ Host: "127.0.0.1", ...headers });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => resolve(socket));
    socket.on("error", reject);
  });
}

/** A page that listens, without a browser around it. */
export interface OpenStream {
  socket: Socket;
  /** Of the bytes that came. */
  events: number;
}

/** Opens many event streams, each ten for one person. Resolves when every first event is there. */
export async function openStreams(port: number, count: number): Promise<OpenStream[]> {
  const streams: OpenStream[] = [];
  for (let start = 0; start < count; start += AT_ONCE) {
    const indices = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, i) => start + i);
    streams.push(...(await Promise.all(indices.map((index) => openStream(port, index)))));
  }
  return streams;
}

async function openStream(port: number, index: number): Promise<OpenStream> {
  const socket = await openSocket(port);
  const stream = { socket, events: 0 };
  const person = `person-${Math.floor(index / 10)}`;
  socket.write(requestText("GET", "/api/communities/hongqi/events", { "X-Person": person }));
  await new Promise<void>((resolve, reject) => {
    socket.on("close", () => reject(new Error("a stream was closed")));
    socket.on("data", (chunk: Buffer) => {
      if (!chunk.includes("event: layers")) return;
      stream.events++;
      resolve();
    });
  });
  return stream;
}

/** Clients that send a byte a second of a body that never ends. @returns how to stop them */
export async function openSlowSenders(port: number, count: number): Promise<() => void> {
  const head = requestText("POST", "/api/communities", {
    "Content-Type": "multipart/form-data; boundary=a",
    "Content-Length": "1000000",
  });
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(port)));
  for (const socket of sockets) {
    socket.on("error", () => undefined);
    socket.write(head);
  }
  const timer = setInterval(() => sockets.forEach((socket) => socket.write("x")), 1000);
  return () => {
    clearInterval(timer);
    sockets.forEach((socket) => socket.destroy());
  };
}

/** Clients that ask for much, again and again, and read nothing. @returns how to stop them */
export async function openDeafReaders(port: number, count: number): Promise<() => void> {
  const request = requestText("GET", DEAF_PATH);
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(port)));
  for (const socket of sockets) {
    socket.on("error", () => undefined);
    socket.pause();
    socket.write(request.repeat(20));
  }
  return () => sockets.forEach((socket) => socket.destroy());
}
