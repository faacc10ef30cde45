import { expect, test } from "vitest";
import { readOptions } from "#server/importing/options.ts";
import { languageOf, Refusal } from "#server/importing/text.ts";

/** The first line of what a person is told. */
function refusal(...commandLine: string[]): string | undefined {
  try {
    readOptions(commandLine);
  } catch (error) {
    if (error instanceof Refusal) return error.text.en.split("\n")[0];
    throw error;
  }
  return undefined;
}

test("a file and a name are enough; what each property says is then guessed", () => {
  expect(readOptions(["a.geojson", "--name", " East Gate "])).toEqual({
    file: "a.geojson",
    name: "East Gate",
    slug: undefined,
    attribution: null,
    mapping: {},
    isDryRun: false,
  });
});

test("a property is chosen by name, and an empty one takes its role away", () => {
  const options = readOptions([
    "a.json",
    "--dry-run",
    "--storeys=层数",
    "--name-column",
    "mc",
    "--kind=",
  ]);
  expect(options).toMatchObject({
    name: "",
    isDryRun: true,
    mapping: { storeys: "层数", name: "mc", kind: null },
  });
});

test("help asks for nothing else", () => {
  expect(readOptions(["--help"])).toBeUndefined();
});

test("a missing file or name, a second file, an unknown option and a bad address are refused", () => {
  expect(refusal()).toBe("No file was given.");
  expect(refusal("a.json")).toBe("Give the community a name: --name NAME");
  expect(refusal("a.json", "b.json", "--name", "x")).toBe("One file at a time: b.json");
  expect(refusal("a.json", "--colour", "red")).toContain("'--colour'");
  for (const slug of ["East", "a b", "-a", "a--b", "a".repeat(65)]) {
    expect(refusal("a.json", "--name", "x", `--slug=${slug}`), slug).toContain("will not do");
  }
  expect(refusal("a.json", "--name", "x", "--slug", "east-gate-2")).toBeUndefined();
});

test("the terminal's language is the first that is set", () => {
  expect(languageOf({ LANG: "zh_CN.UTF-8" })).toBe("zh");
  expect(languageOf({ LC_ALL: "en_GB.UTF-8", LANG: "zh_CN.UTF-8" })).toBe("en");
  expect(languageOf({})).toBe("en");
});
