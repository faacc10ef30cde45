import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

export interface HeaderSettings {
  /** Where people reach the product, such as `https://getu.example`; without it nothing is assumed. */
  publicUrl?: string;
  /** Hosts that basemaps may come from, such as `https://*.tianditu.gov.cn`; any without it. */
  tileHosts?: readonly string[];
}

const ONE_YEAR_SECONDS = 31_536_000;

/**
 * What the browser is told not to do with an answer. Pages run our own files and no other; answers of
 * the API, should anybody open one as a page, run nothing at all.
 */
export function headers(settings: HeaderSettings = {}): MiddlewareHandler {
  const isHttps = settings.publicUrl?.startsWith("https:") ?? false;
  const shared = {
    // The page's own path says which community and which household somebody looks at.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: isHttps ? `max-age=${ONE_YEAR_SECONDS}` : false,
    permissionsPolicy: {
      geolocation: ["self"],
      camera: ["self"],
      microphone: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
  } satisfies Parameters<typeof secureHeaders>[0];
  const onPages = secureHeaders({ ...shared, contentSecurityPolicy: pagePolicy(settings) });
  const onAnswers = secureHeaders({ ...shared, contentSecurityPolicy: ANSWER_POLICY });
  return (c, next) => (c.req.path.startsWith("/api/") ? onAnswers : onPages)(c, next);
}

const NOTHING = ["'none'"];
const OWN = ["'self'"];

const ANSWER_POLICY = {
  defaultSrc: NOTHING,
  baseUri: NOTHING,
  formAction: NOTHING,
  frameAncestors: NOTHING,
};

function pagePolicy(settings: HeaderSettings) {
  const tiles = tileSources(settings);
  return {
    defaultSrc: NOTHING,
    // Scripts, the map's worker and the worker that reads files are all files of the build.
    scriptSrc: OWN,
    workerSrc: OWN,
    styleSrc: OWN,
    fontSrc: OWN,
    manifestSrc: OWN,
    // Photos that are shown before they are sent are blobs; the map's small pictures are data.
    imgSrc: ["'self'", "data:", "blob:", ...tiles],
    // The map fetches its tiles, and the ground of a file that is not sent yet from a blob. What runs
    // in the page could send data to a tile server; only our own files run.
    connectSrc: ["'self'", "blob:", ...tiles],
    objectSrc: NOTHING,
    baseUri: NOTHING,
    formAction: OWN,
    frameAncestors: NOTHING,
  };
}

/** A person may name any tile server; one in an office's own network often speaks plain http. */
function tileSources({ publicUrl, tileHosts }: HeaderSettings): string[] {
  if (tileHosts) return [...tileHosts];
  return publicUrl?.startsWith("https:") ? ["https:"] : ["https:", "http:"];
}
