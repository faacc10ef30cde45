import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What sessions are signed with: made once and kept in the data directory, readable by its owner
 * alone. Several processes on one database must be given the same one, as GETU_SECRET.
 */
export function secretIn(directory: string): string {
  const file = join(directory, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(directory, { recursive: true });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
  return secret;
}
