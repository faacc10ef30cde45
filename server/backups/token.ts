import { randomBytes, timingSafeEqual } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fileIn = (directory: string) => join(directory, "control.token");

/**
 * What shows that a request comes from whoever holds the data directory, who could read the database
 * itself. Made anew at each start, readable by its owner alone.
 */
export function makeControlToken(directory: string): string {
  const token = randomBytes(32).toString("base64url");
  writeFileSync(fileIn(directory), token, { mode: 0o600 });
  // The mode above counts only for a file that was not there.
  chmodSync(fileIn(directory), 0o600);
  return token;
}

export function readControlToken(directory: string): string {
  return readFileSync(fileIn(directory), "utf8");
}

/** Whether an Authorization header carries the token; takes as long whatever it carries. */
export function carriesToken(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
