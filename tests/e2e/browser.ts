import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { unpackBrowser } from "./bundledBrowser.ts";

export interface BrowserProgram {
  path: string;
  /** Added to the environment it is started in. */
  environment: Record<string, string>;
}

/** WebGL 2 on a processor alone, and nothing that calls home. */
export const BROWSER_ARGUMENTS = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
];

/** Where installers put it. Not the snap on Ubuntu: confined, it cannot read the profile it is given. */
function usualPlaces(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
        ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
          join(folder, `${name}.app`, "Contents", "MacOS", name),
        ),
      );
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
        const folder = process.env[variable];
        if (!folder) return [];
        return [
          join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          join(folder, "Chromium", "Application", "chrome.exe"),
          join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
        ];
      });
    default:
      return [
        "google-chrome-stable",
        "google-chrome",
        "chromium",
        "microsoft-edge-stable",
        "microsoft-edge",
      ].map((name) => join("/usr/bin", name));
  }
}

/**
 * The browser for the tests: the one that `GETU_BROWSER` names (a path, or `bundled`), an installed
 * one, or the one among the packages. @throws Error that says what to do where there is none
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env.GETU_BROWSER;
  if (named && named !== "bundled") {
    if (existsSync(named)) return { path: named, environment: {} };
    throw new Error(`GETU_BROWSER names ${named}, and there is no such file.`);
  }
  const installed = named ? undefined : usualPlaces().find((path) => existsSync(path));
  if (installed) return { path: installed, environment: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackBrowser();
  throw new Error(
    "The tests need a browser and found none. Install Chrome, Chromium or Edge, " +
      "or name one: GETU_BROWSER=/path/to/chrome npm test",
  );
}
