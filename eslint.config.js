import { readdirSync } from "node:fs";
import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/*
 * The arrows of the architecture (ARCHITECTURE.md), as regular expressions on what is imported.
 * ESLint takes only the last setting of a rule for a file, so every file gets all its bans at once.
 */
const any = (...parts) => parts.join("|");
const SERVER = "^#server/|(^|/)server/";
const WEB = "^#web/|(^|/)\\.\\./web/";
const TESTS = "^#tests/|(^|/)tests/";
const DATABASE = "^drizzle-orm|^pg$|^@electric-sql/";
const ABOVE_MODEL = "^#data/(?!model/)|/(schema|samples)/|/open\\.ts$";

const foldersIn = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const bans = (files, regex, message, ...more) => ({
  files,
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      { patterns: [{ regex, message }, ...more] },
    ],
  },
});

/** What two features need moves down; these are the places below them. */
const SERVER_SHARED = [
  "access",
  "accounts",
  "bundles",
  "footprints",
  "hardening",
  "photos",
  "problems",
  "reporting",
  "resident",
  "settings",
  "tables",
  "uploads",
];
const serverFeatures = foldersIn("server").filter((name) => !SERVER_SHARED.includes(name));
const modes = foldersIn("web/modes");

const typesOnly = {
  regex: "^#data/model/(answers/|coverage/findings)",
  message: "The web takes only types from the answers, so that no validation code is shipped.",
  allowTypeImports: true,
};
const BELOW_WEB = any(ABOVE_MODEL, SERVER, TESTS, DATABASE, "^node:");
const webBans = (files, regex, message) =>
  bans(files, regex ? any(BELOW_WEB, regex) : BELOW_WEB, message, typesOnly);

export default ts.config(
  { ignores: ["dist/", "web/messages/compiled/", "data/migrations/", "tests/artifacts/"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": "off",
      "svelte/require-each-key": "error",
      "svelte/no-at-html-tags": "error",
      // State is replaced, never changed in place (`$state.raw`), so plain sets and addresses will do.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },

  bans(
    ["data/model/**"],
    any(ABOVE_MODEL, SERVER, WEB, TESTS, DATABASE, "^node:"),
    "data/model is the bottom: pure, for browser and server alike.",
  ),
  bans(
    ["data/schema/**"],
    any("/open\\.ts$", "/samples/", SERVER, WEB, TESTS),
    "data/schema knows only data/model.",
  ),
  bans(
    ["data/samples/**"],
    any("/open\\.ts$", "/schema/", SERVER, WEB, TESTS, DATABASE),
    "A sample is plain values of data/model.",
  ),
  bans(["data/*.ts"], any(SERVER, WEB, TESTS), "data is below server and web."),
  bans(["server/*.ts"], any(WEB, TESTS), "server is beside web, not above it."),
  ...serverFeatures.map((feature) =>
    bans(
      [`server/${feature}/**`],
      any(
        `^\\.\\./(${serverFeatures.filter((other) => other !== feature).join("|")})/`,
        "/(app|start|main|dev|services)\\.ts$",
        SERVER,
        WEB,
        TESTS,
      ),
      "Features do not import each other; what two need moves down (server/access, server/resident).",
    ),
  ),
  bans(
    SERVER_SHARED.map((name) => `server/${name}/**`),
    any(`^\\.\\./(${serverFeatures.join("|")})/`, "/app\\.ts$", SERVER, WEB, TESTS),
    "What features share is below the features.",
  ),

  webBans(["web/ui/**"], "^#data/|^#web/", "web/ui has no domain words and no messages."),
  webBans(["web/map/**"], "^#data/|^#web/", "web/map knows MapLibre, not the domain."),
  webBans(
    ["web/state/**"],
    "^#web/(map|layers|words|cards|modes|frame)/|App\\.svelte$",
    "web/state is below what shows it.",
  ),
  webBans(
    ["web/words/**"],
    "^#web/(map|layers|cards|modes|frame|ui)/",
    "web/words turns values into messages, nothing else.",
  ),
  webBans(
    ["web/layers/**"],
    "^#web/(cards|modes|frame)/|Layer\\.svelte$",
    "Layers do not import each other; they take data and give events.",
  ),
  webBans(["web/cards/**"], "^#web/(modes|frame|layers|map)/", "Cards are below the modes."),
  ...modes.map((mode) =>
    webBans(
      [`web/modes/${mode}/**`],
      any(
        "^#web/frame/",
        `(^\\.\\.|modes)/(${modes.filter((other) => other !== mode).join("|")})/`,
      ),
      "Modes do not import each other; only App switches between them.",
    ),
  ),
  webBans(["web/frame/**", "web/App.svelte"], "", "The frame is the top of the web."),
  bans(["web/api.ts"], any(ABOVE_MODEL, TESTS, DATABASE, "^node:"), "web/api knows only types.", {
    regex: SERVER,
    message: "Types only.",
    allowTypeImports: true,
  }),
  {
    files: ["web/**"],
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]",
          message: "No text becomes HTML.",
        },
        {
          selector:
            "CallExpression[callee.property.name=/^(setHTML|setHTMLUnsafe|insertAdjacentHTML|createContextualFragment|parseFromString)$/]",
          message: "No text becomes HTML.",
        },
      ],
    },
  },
  { files: ["web/messages/*.ts"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
);
