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
const OPENS_DATA = "^(#data|(\\.\\./)*\\.\\.)/((open|migrate|lock)\\.ts$|(backup|embedded)/)";
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

/** What two features need moves down: the places below them, each standing on those before it. */
const SERVER_SHARED = [
  "problems",
  "hardening",
  "uploads",
  "tables",
  "bundles",
  "footprints",
  "resident",
  "access",
  "accounts",
  "settings",
  "photos",
  "reporting",
];
const serverFeatures = foldersIn("server").filter((name) => !SERVER_SHARED.includes(name));
const modes = foldersIn("web/modes");

/** Another room of the same floor or above, however deep the file lies that imports it. */
const upTo = (names) => `^(\\.\\./)+(${names.join("|")})/`;
const SERVER_TOP = any("/(app|start|main|dev|services|opening)\\.ts$", SERVER, WEB, TESTS);

const typesOnly = {
  regex: "^#data/model/(answers/|coverage/findings)",
  message: "The web takes only types from the answers, so that no validation code is shipped.",
  allowTypeImports: true,
};
const BELOW_WEB = any(ABOVE_MODEL, SERVER, TESTS, DATABASE, "^node:");

/** What each room of the web may import of the others; nothing imports the frame but App, and App nothing. */
const WEB_ROOMS = {
  serviceWorker: [],
  ui: [],
  map: [],
  state: ["messages"],
  words: ["messages", "state"],
  layers: ["messages", "state", "words", "map"],
  cards: ["messages", "state", "words", "ui"],
  "sign-in": ["messages", "state", "words", "ui", "layers"],
  modes: ["messages", "state", "words", "ui", "map", "layers", "cards"],
  frame: ["messages", "state", "words", "ui", "map", "layers", "cards", "modes", "sign-in"],
};
const webBans = (files, regex, message) =>
  bans(files, any(BELOW_WEB, ...regex), message, typesOnly);
const roomBans = (room, message, files = [`web/${room}/**`], ...more) => {
  const others = foldersIn("web").filter(
    (name) => name !== room && !WEB_ROOMS[room].includes(name),
  );
  const closed = [`^#web/(${others.join("|")})/`, upTo(others), "/(App\\.svelte|main\\.ts)$"];
  return webBans(files, [...closed, ...more], message);
};

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

  bans(["data/**"], any(SERVER, WEB, TESTS), "data is below server and web."),
  bans(
    ["data/model/**"],
    any(ABOVE_MODEL, SERVER, WEB, TESTS, DATABASE, "^node:"),
    "data/model is the bottom: pure, for browser and server alike.",
  ),
  bans(
    ["data/schema/**"],
    any(OPENS_DATA, "/samples/", SERVER, WEB, TESTS),
    "data/schema knows only data/model.",
  ),
  bans(
    ["data/samples/**"],
    any(OPENS_DATA, "/schema/", SERVER, WEB, TESTS, DATABASE),
    "A sample is plain values of data/model.",
  ),
  bans(["server/*.ts"], any(WEB, TESTS), "server is beside web, not above it."),
  ...serverFeatures.map((feature) =>
    bans(
      [`server/${feature}/**`],
      any(upTo(serverFeatures.filter((other) => other !== feature)), SERVER_TOP),
      "Features do not import each other; what two need moves down (server/access, server/resident).",
    ),
  ),
  ...SERVER_SHARED.map((name, floor) =>
    bans(
      [`server/${name}/**`],
      any(upTo(serverFeatures), SERVER_TOP),
      "What features share is below the features.",
      ...(floor < SERVER_SHARED.length - 1
        ? [
            {
              regex: upTo(SERVER_SHARED.slice(floor + 1)),
              message: "It stands below that, and takes types from it at most.",
              allowTypeImports: true,
            },
          ]
        : []),
    ),
  ),

  bans(["web/**"], "^#|^\\.\\./", "A new room: say in WEB_ROOMS what it may import."),
  webBans(
    ["web/*.ts", "web/App.svelte"],
    [],
    "The web knows data/model, and the server by its types.",
  ),
  bans(["web/build/**"], "^#|^(\\.\\./)+", "How pages are built knows nothing of what is on them."),
  roomBans("serviceWorker", "The service worker knows addresses, not what is shown."),
  roomBans("ui", "web/ui has no domain words and no messages.", undefined, "^#data/|^#web/"),
  roomBans("map", "web/map knows MapLibre, not the domain.", undefined, "^#data/|^#web/"),
  roomBans("state", "web/state is below what shows it."),
  roomBans("words", "web/words turns values into messages, nothing else."),
  roomBans(
    "layers",
    "Layers do not import each other; they take data and give events.",
    undefined,
    "Layer\\.svelte$",
  ),
  roomBans("cards", "Cards are below the modes."),
  roomBans("sign-in", "Who signs in has seen nothing yet: no mode and no card."),
  ...modes.map((mode) => {
    const others = modes.filter((other) => other !== mode);
    return roomBans(
      "modes",
      "Modes do not import each other; only App switches between them.",
      [`web/modes/${mode}/**`],
      upTo(others),
      `modes/(${others.join("|")})/`,
    );
  }),
  roomBans("frame", "The frame is the top of the web."),
  bans(
    ["web/api.ts"],
    any(ABOVE_MODEL, TESTS, DATABASE, "^node:", "^#web/|^\\./"),
    "web/api knows only types.",
    { regex: SERVER, message: "Types only.", allowTypeImports: true },
  ),
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
