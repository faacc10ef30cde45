import type { HazardCategory } from "../../../model/hazards/kinds.ts";
import type { CaseName } from "../named.ts";
import { CORRIDOR, COURTYARD, FRONT, KITCHEN, LANE, rect, repeat, SHOPS } from "./scenes.ts";

/** How a thing looked, and how it looks now. */
interface Pair {
  scene: string;
  before: string;
  after: string;
  other?: string;
}

const extinguisher = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><rect width="44" height="110" rx="16" fill="#c8312b"/>` +
  '<rect x="14" y="-18" width="16" height="20" fill="#3b3e45"/><path d="M30 -10Q60 -8 58 40" fill="none" stroke="#3b3e45" stroke-width="6"/></g>';

const boxes = (x: number, y: number) =>
  rect(x, y, 120, 90, "#b98a55") +
  rect(x + 70, y - 70, 100, 74, "#c79a64") +
  rect(x + 126, y + 20, 90, 72, "#a97c49") +
  `<path d="M${x} ${y + 30}H${x + 120}M${x + 60} ${y}V${y + 90}" stroke="#8a6236" stroke-width="4"/>`;

const bike = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})" fill="none" stroke="#2d3440" stroke-width="10"><circle cx="40" cy="90" r="38"/>` +
  '<circle cx="200" cy="90" r="38"/><path d="M40 90L86 20H150L200 90M86 20L120 90H40M150 20L140 -20H170"/>' +
  '<rect x="94" y="44" width="50" height="34" fill="#3f7d58" stroke="none"/></g>';

const flame = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M0 0Q-46 -50 -8 -120Q0 -80 20 -96Q16 -150 46 -180Q40 -120 76 -84Q98 -40 60 0Z" fill="#e2662b"/>` +
  '<path d="M14 0Q-4 -34 22 -70Q30 -46 42 -54Q56 -24 44 0Z" fill="#f6c445"/></g>';

const lamp = (fill: string) =>
  rect(344, 160, 112, 36, "#dfe5df") +
  rect(350, 166, 100, 24, fill) +
  '<path d="M374 178H420L410 170M420 178L410 186" fill="none" stroke="#fff" stroke-width="4"/>';

const tiles = (fill: string) =>
  repeat(5, (row) =>
    repeat(9, (i) => rect(i * 96 - (row % 2) * 48 + 3, 268 + row * 67, 90, 61, fill)),
  );

const puddle = (y: number, fill: string) =>
  `<ellipse cx="400" cy="${y}" rx="330" ry="74" fill="${fill}"/><ellipse cx="360" cy="${y - 14}" rx="180" ry="28" fill="#ffffff" fill-opacity=".22"/>`;

const grate =
  rect(350, 440, 110, 44, "#4c4f55") + repeat(6, (i) => rect(358 + i * 17, 446, 7, 32, "#1d1f23"));
const cracks =
  '<path d="M225 10L245 90L218 160L240 250L226 330M390 60L410 150L380 230L402 340" fill="none" stroke="#5b4a36" stroke-width="7"/>';
const seep =
  '<path d="M200 380Q180 250 215 140Q240 60 262 150Q300 240 360 320Q400 350 420 380Z" fill="#6f5f4a" fill-opacity=".6"/>' +
  '<path d="M226 350Q220 280 240 240Q262 290 300 330Q290 356 226 350Z" fill="#efe8da"/>';
const wires = (isLoose: boolean) =>
  rect(300, 150, 200, 170, "#c3c8cd") +
  rect(314, 164, 172, 142, "#e5e8ea") +
  (isLoose
    ? '<path d="M330 300Q300 380 350 420T330 520M380 300Q420 370 380 440M440 300Q470 400 520 430" fill="none" stroke="#b8342c" stroke-width="7"/><path d="M470 300Q520 350 500 470" fill="none" stroke="#2a5fa8" stroke-width="7"/>'
    : rect(330, 190, 140, 26, "#3b3e45") +
      rect(330, 240, 140, 26, "#3b3e45") +
      rect(392, 320, 18, 280, "#d9dcde"));

const GENERIC: Record<HazardCategory, Pair> = {
  fire: {
    scene: CORRIDOR,
    before: boxes(120, 420) + boxes(470, 440),
    after: extinguisher(170, 360),
  },
  wiring: { scene: CORRIDOR, before: wires(true), after: wires(false) },
  gas: {
    scene: KITCHEN,
    before:
      '<path d="M390 300Q340 380 420 420T360 560" fill="none" stroke="#c9822e" stroke-width="16" stroke-dasharray="22 5"/>',
    after:
      '<path d="M390 300V560" stroke="#b9bec4" stroke-width="16"/>' +
      rect(620, 110, 70, 46, "#fdfdfd") +
      '<circle cx="640" cy="133" r="7" fill="#3f9d58"/>',
  },
  ebike: { scene: CORRIDOR, before: bike(240, 410), after: "" },
  exit: { scene: CORRIDOR, before: lamp("#6a6f6c") + boxes(330, 410), after: lamp("#2f9a57") },
  structure: {
    scene: FRONT,
    before: cracks,
    after: rect(208, 0, 52, 350, "#e6d6bc") + rect(368, 40, 54, 320, "#e6d6bc"),
  },
  road: {
    scene: LANE,
    before:
      '<ellipse cx="410" cy="500" rx="150" ry="48" fill="#4f4b45"/><ellipse cx="410" cy="508" rx="118" ry="32" fill="#38352f"/>',
    after: '<ellipse cx="410" cy="500" rx="150" ry="48" fill="#8d8980"/>',
  },
  drainage: { scene: LANE, before: puddle(490, "#6f8496") + grate, after: grate },
  rubbish: {
    scene: FRONT,
    before: boxes(160, 440) + boxes(420, 460) + '<circle cx="380" cy="500" r="52" fill="#33373d"/>',
    after: rect(180, 420, 70, 110, "#3f7d58") + rect(270, 420, 70, 110, "#3b6ea5"),
  },
  other: {
    scene: FRONT,
    before:
      '<path d="M620 600L600 260L480 170M600 300L720 190" fill="none" stroke="#6a4f35" stroke-width="22"/>',
    after:
      '<path d="M620 600L600 260" fill="none" stroke="#6a4f35" stroke-width="22"/><circle cx="600" cy="220" r="90" fill="#5f8f57"/>',
  },
};

const CASES: Record<CaseName, Pair> = {
  "kitchen-fire": {
    scene: KITCHEN,
    before:
      flame(120, 300, 1) +
      flame(180, 310, 0.7) +
      '<path d="M100 120Q240 20 420 90Q600 40 760 110V0H80Z" fill="#54565b" fill-opacity=".7"/>',
    after:
      '<path d="M100 120Q180 90 250 150Q240 240 120 260Z" fill="#77706a" fill-opacity=".5"/>' +
      rect(120, 180, 90, 60, "#f4f4f2") +
      rect(150, 240, 14, 60, "#d9dcde") +
      extinguisher(640, 320),
  },
  paving: {
    scene: COURTYARD,
    before:
      tiles("#918d85") +
      repeat(
        9,
        (i) =>
          `<path d="M${40 + i * 84} ${300 + ((i * 97) % 240)}l34 -22l26 30l-40 26Z" fill="#5d574e"/>`,
      ) +
      puddle(520, "#71838f"),
    after: tiles("#b8b4aa"),
  },
  sewer: {
    scene: SHOPS,
    before: puddle(450, "#5d5a46") + grate,
    other:
      puddle(470, "#6d6b57") +
      rect(480, 280, 240, 120, "#d9822b") +
      '<circle cx="530" cy="410" r="34" fill="#2b2e33"/><circle cx="670" cy="410" r="34" fill="#2b2e33"/><path d="M490 350Q430 360 410 450" fill="none" stroke="#2f6d8a" stroke-width="20"/>',
    after: grate,
  },
  wall: {
    scene: FRONT,
    before: seep,
    after: rect(60, 330, 680, 50, "#e6d6bc") + rect(60, 378, 680, 26, "#c9c5bb"),
  },
};

export const PAIRS: Readonly<Record<string, Pair>> = { ...GENERIC, ...CASES };
