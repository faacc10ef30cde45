import type { Section } from "#tests/bench/table.ts";
import { row } from "./importing.ts";
import { summarise } from "./reads.ts";
import type { RunningProduct } from "./running.ts";

const A_SECOND = 200;
const SECONDS = 15;
const OWN_PAUSE_MS = 500;
/** As `product.ts` sets it. */
const PASSWORD = "load-only";

interface Try {
  status: number;
  milliseconds: number;
  cookies: string[];
}

/**
 * Two hundred tries a second from one address, on one account and on many, and beside them a person
 * who signs in from the same address: with a browser that was let in before, and with another.
 */
export async function loadSignIn({ address }: RunningProduct): Promise<Section> {
  const first = await signIn(address, "hongqi.secretary", PASSWORD);
  const own = first.cookies.map((cookie) => cookie.split(";")[0]).join("; ");
  const alone = await besides(address, own, 3);
  const onOne = floodOf(address, () => "hongqi.planner");
  const besideOne = await besides(address, own, SECONDS);
  const refusedOnOne = await onOne;
  const fresh = await signIn(address, "hongqi.worker1", PASSWORD);
  const onMany = floodOf(address, (number) => `nobody${number}`);
  const besideMany = await besides(address, own, SECONDS);
  const refusedOnMany = await onMany;
  const isLetIn = [...besideOne, ...besideMany].every(({ status }) => status === 200);
  const slowed = Math.min(refusedOnOne, refusedOnMany);
  return {
    title: `Signing in beside ${A_SECOND} tries a second from the same address`,
    goal: "the flood is slowed, the person beside it is not",
    isReached: isLetIn && fresh.status === 200 && slowed > 0.9,
    columns: ["milliseconds", "number", "median", "slowest 1 %", "longest"],
    rows: [
      row("own sign-in, alone", latency(alone)),
      row("own sign-in, flood on one account", latency(besideOne)),
      row("own sign-in, flood on many accounts", latency(besideMany)),
    ],
    note:
      `Refused unseen: ${percent(refusedOnOne)} of the tries on one account, ${percent(refusedOnMany)} on many. ` +
      `Own sign-ins let in: ${isLetIn ? "all" : "NOT all"}; from a new browser after the flood on one: ${fresh.status}.`,
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const latency = (tries: Try[]) => summarise(tries.map(({ milliseconds }) => milliseconds));

/** @returns the share of tries that were refused unseen */
async function floodOf(address: string, name: (number: number) => string): Promise<number> {
  const tries: Promise<Try>[] = [];
  for (let tick = 0; tick < SECONDS * 20; tick++) {
    for (let each = 0; each < A_SECOND / 20; each++) {
      tries.push(signIn(address, name(tries.length), "a guess"));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  // 429: too many tries. 503: the queue is full.
  return statuses.filter((status) => status === 429 || status === 503).length / statuses.length;
}

async function besides(address: string, cookie: string, seconds: number): Promise<Try[]> {
  const tries: Try[] = [];
  for (let time = 0; time < (seconds * 1000) / OWN_PAUSE_MS; time++) {
    tries.push(await signIn(address, "hongqi.secretary", PASSWORD, cookie));
    await new Promise((resolve) => setTimeout(resolve, OWN_PAUSE_MS));
  }
  return tries;
}

async function signIn(
  address: string,
  username: string,
  password: string,
  cookie = "",
): Promise<Try> {
  const start = performance.now();
  const response = await fetch(`${address}/api/auth/sign-in/username`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(cookie ? { Cookie: cookie } : {}) },
    body: JSON.stringify({ username, password }),
  });
  await response.arrayBuffer();
  const milliseconds = performance.now() - start;
  return { status: response.status, milliseconds, cookies: response.headers.getSetCookie() };
}
