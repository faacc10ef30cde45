import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfiguration } from "#server/configuration.ts";

test("nothing set means the documented defaults", () => {
  expect(readConfiguration({})).toEqual({
    port: 8787,
    host: "127.0.0.1",
    dataDirectory: resolve(".getu"),
    databaseUrl: undefined,
    withSamples: true,
    basemapDirectory: resolve(".getu/basemaps"),
    photoDirectory: resolve(".getu/photos"),
    outgoing: {},
  });
});

test("an empty variable means not set", () => {
  const empty = { PORT: "", HOST: "", GETU_DATA_DIR: "", DATABASE_URL: "", GETU_SAMPLES: "" };
  expect(readConfiguration(empty)).toEqual(readConfiguration({}));
});

test("what is set is taken", () => {
  const configuration = readConfiguration({
    PORT: "0",
    HOST: "::",
    GETU_DATA_DIR: "/srv/getu",
    DATABASE_URL: "postgresql://getu@db.example:6432/getu",
    GETU_SAMPLES: "0",
    UNRELATED: "x",
  });
  expect(configuration).toEqual({
    port: 0,
    host: "::",
    dataDirectory: "/srv/getu",
    databaseUrl: "postgresql://getu@db.example:6432/getu",
    withSamples: false,
    basemapDirectory: "/srv/getu/basemaps",
    photoDirectory: "/srv/getu/photos",
    outgoing: {},
  });
});

const WRONG: [variable: string, value: string][] = [
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "80.5"],
  ["GETU_SAMPLES", "yes"],
  ["DATABASE_URL", "localhost:5432"],
  ["DATABASE_URL", "mysql://localhost/getu"],
  ["GETU_WEBHOOK_URL", "ftp://robot.example"],
];

test.each(WRONG)("%s=%s is refused by name", (variable, value) => {
  expect(() => readConfiguration({ [variable]: value })).toThrow(`${variable}: `);
});

test("e-mail needs to know from whom and to whom", () => {
  const half = { GETU_SMTP_URL: "smtp://localhost", GETU_MAIL_FROM: "getu@example.org" };
  expect(() => readConfiguration(half)).toThrow("GETU_MAIL_TO: ");
  const { outgoing } = readConfiguration({ ...half, GETU_MAIL_TO: "office@example.org" });
  const mail = { smtpUrl: "smtp://localhost", from: "getu@example.org", to: "office@example.org" };
  expect(outgoing).toEqual({ mail });
});

test("all that is wrong is said at once", () => {
  const wrong = () => readConfiguration({ PORT: "x", GETU_SAMPLES: "2" });
  expect(wrong).toThrow(/PORT: [^]*GETU_SAMPLES: /);
});
