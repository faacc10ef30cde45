import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { problems } from "../problem.ts";

/** Wrong passwords for one account from one address, or from one browser that was let in before. */
const TRIES = { points: 10, duration: 5 * 60 };
/** Wrong passwords for whichever account from one address: an office has one address for all. */
const TRIES_AT_ADDRESS = { points: 60, duration: 60 };

export interface Attempt {
  username: string;
  address: string;
  /** Set where this browser was let in to this account before. */
  deviceId: string | undefined;
}

/**
 * How often a password may be tried. Nothing counts an account's failures from everywhere, so that
 * nobody can be locked out by others; and a browser that was let in before is counted by itself, so
 * that it gets in beside a flood from its own address (OWASP, "device cookies").
 */
export class Attempts {
  #own = new RateLimiterMemory({ keyPrefix: "own", ...TRIES });
  #address = new RateLimiterMemory({ keyPrefix: "address", ...TRIES_AT_ADDRESS });

  /**
   * Counts a try before its password is looked at: looking costs more than counting.
   * @throws Problem too-many-attempts
   */
  async take(attempt: Attempt): Promise<void> {
    await take(this.#own, ownKey(attempt));
    if (!attempt.deviceId) await take(this.#address, networkOf(attempt.address));
  }

  /** The password was right: what was counted is forgotten. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.#own.delete(ownKey(attempt));
    if (!attempt.deviceId) await this.#address.reward(networkOf(attempt.address), 1);
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw problems.tooManyAttempts(Math.ceil(refusal.msBeforeNext / 1000));
  }
}

function ownKey({ username, address, deviceId }: Attempt): string {
  return deviceId ? `device ${deviceId}` : `${username.toLowerCase()} ${networkOf(address)}`;
}

/** One subscriber has 2^64 addresses of version 6 (RFC 6177), so those count as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
