import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { BROWSER_ARGUMENTS, findBrowser } from "./browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests reach the browser. */
    browser: string;
  }
}

/** One browser for all tests, started beside them: their process ends too abruptly to close it. */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const { path, environment } = await findBrowser();
  const server = await chromium.launchServer({
    host: "127.0.0.1",
    executablePath: path,
    // Whatever the page asks for elsewhere fails: the product must work with no network at all.
    args: [...BROWSER_ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    env: { ...definedOf(process.env), ...environment },
  });
  project.provide("browser", server.wsEndpoint());
  return () => server.close();
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
