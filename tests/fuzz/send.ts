import { request as httpRequest } from "node:http";

export interface FuzzRequest {
  method: string;
  /** As it goes over the line: it need not be a legal address. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  /** Every text in it, for the judge: what was sent may come back in a refusal. */
  sent: string;
}

export interface FuzzAnswer {
  /** 0 where the connection ended without one. */
  status: number;
  text: string;
  milliseconds: number;
}

const PATIENCE_MS = 30_000;

/** Sends as it is, which `fetch` would not: bytes that are no UTF-8, wrong headers, odd paths. */
export function send(address: string, request: FuzzRequest): Promise<FuzzAnswer> {
  const { method, path, headers, body } = request;
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string) =>
      resolve({ status, text, milliseconds: performance.now() - start });
    const outgoing = httpRequest(`${address}/`, { method, headers, path }, (response) => {
      const chunks: Buffer[] = [];
      const isStream = response.headers["content-type"]?.startsWith("text/event-stream");
      if (isStream) {
        response.destroy();
        return done(response.statusCode ?? 0, "");
      }
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
      response.on("error", () => done(0, ""));
    });
    outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy());
    outgoing.on("error", () => done(0, ""));
    outgoing.end(body);
  });
}
