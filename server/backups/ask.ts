import { Readable } from "node:stream";
import { readControlToken } from "./token.ts";

/** The running server said no. */
export class ServerRefused extends Error {
  override readonly name = "ServerRefused";
}

/**
 * Asks the server that holds a data directory for a backup.
 * @param address where it serves, as it wrote beside its lock
 * @throws ServerRefused
 */
export async function askForBackup(address: string, dataDirectory: string): Promise<Readable> {
  const response = await fetch(new URL("/api/backups", address), {
    method: "POST",
    headers: { Authorization: `Bearer ${readControlToken(dataDirectory)}` },
  });
  if (response.ok && response.body) {
    return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  }
  throw new ServerRefused(`${response.status} ${await response.text()}`);
}
