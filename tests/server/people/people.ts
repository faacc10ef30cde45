import { expect } from "vitest";
import type { PersonSummary } from "#data/model/answers/people.ts";
import type { Asker } from "../harness.ts";

export const PEOPLE = "/api/communities/hongqi/people";
export const DUTIES = "/api/communities/hongqi/duties";
export const LEAVES = "/api/communities/hongqi/leaves";

/** What a 2xx answers. */
export async function given<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked;
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text) as T;
}

export function madeAs<T>(asker: Asker, path: string, body: unknown): Promise<T> {
  return given<T>(asker.post(path, body));
}

/** Such as `403 not-your-duty`. */
export async function problemKind(asked: Promise<Response>): Promise<string> {
  const response = await asked;
  const { type = "no problem" } = (await response.json()) as { type?: string };
  return `${response.status} ${type.split(":").at(-1)}`;
}

/** The person of 红旗社区 who signs in with it. */
export async function personNamed(asker: Asker, username: string): Promise<PersonSummary> {
  const people = await given<PersonSummary[]>(asker.get(PEOPLE));
  const person = people.find(({ account }) => account?.username === username);
  if (!person) throw new Error(`nobody signs in as ${username}`);
  return person;
}
