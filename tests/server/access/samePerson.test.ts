import { expect, test } from "vitest";
import { NO_RIGHTS, NOBODY, type PersonActor, PROGRAM } from "#server/access/actor.ts";
import { PERSON_HEADER, requireSamePerson } from "#server/access/samePerson.ts";

const WANG: PersonActor = {
  kind: "person",
  ...{ userId: "wang", username: "wang", name: "王", rights: NO_RIGHTS },
};
const naming = (userId: string) => new Headers({ [PERSON_HEADER]: userId });

test("what one person wrote is not taken with another's session, nor without any", () => {
  expect(() => requireSamePerson(WANG, naming("wang"))).not.toThrow();
  expect(() => requireSamePerson(WANG, naming("li"))).toThrow("Somebody else");
  expect(() => requireSamePerson(NOBODY, naming("wang"))).toThrow("Sign in");
});

test("whoever names nobody is asked for nothing", () => {
  for (const actor of [WANG, NOBODY, PROGRAM]) {
    expect(() => requireSamePerson(actor, new Headers())).not.toThrow();
  }
});
