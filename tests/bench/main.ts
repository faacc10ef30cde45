import { benchCells } from "./cells.ts";
import { benchCoverage } from "./coverage.ts";
import { benchFirstLoad } from "./firstLoad.ts";
import { benchFirstMap } from "./firstMap.ts";
import { benchHazardList } from "./hazardList.ts";
import { benchLayers } from "./layers.ts";
import { benchPlanning } from "./planning.ts";
import { benchPlanPainting } from "./planPainting.ts";
import { benchReportJourney } from "./reportJourney.ts";
import { benchRowSecurity } from "./rowSecurity.ts";
import { type BenchServer, startBenchServer } from "./server.ts";
import { printSection, type Section } from "./table.ts";

/**
 * `npm run bench`, or only some of it: `npm run bench -- layers cells`. `--quick` takes fewer turns.
 * Starts a server of its own and stops it; measures only, so it never fails for being slow.
 */
const withServer: Record<string, (server: BenchServer, isQuick: boolean) => Promise<Section>> = {
  layers: benchLayers,
  security: benchRowSecurity,
  "first-load": benchFirstLoad,
  "first-map": benchFirstMap,
  "report-journey": benchReportJourney,
  "planning-browser": benchPlanPainting,
  "hazard-list": benchHazardList,
};
const alone: Record<string, (isQuick: boolean) => Promise<Section>> = {
  cells: benchCells,
  coverage: benchCoverage,
  planning: benchPlanning,
};

const names = [...Object.keys(withServer), ...Object.keys(alone)];
const words = process.argv.slice(2);
const isQuick = words.includes("--quick");
const asked = words.filter((word) => !word.startsWith("--"));
const unknown = words.filter((word) => word !== "--quick" && !names.includes(word));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(", ")}. There are ${names.join(", ")}; --quick.`);
  process.exit(1);
}
const chosen = asked.length > 0 ? asked : names;

if (chosen.some((name) => name in withServer)) {
  console.log("Starting a server with communities of 300, 1,321 and 5,000 buildings …");
  const server = await startBenchServer();
  try {
    for (const name of chosen) {
      const bench = withServer[name];
      if (bench) printSection(await bench(server, isQuick));
    }
  } finally {
    await server.close();
  }
}
for (const name of chosen) {
  const bench = alone[name];
  if (bench) printSection(await bench(isQuick));
}
