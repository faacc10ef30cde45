interface Located {
  /** Longitude, latitude. */
  position: [number, number];
  accuracyMeters: number;
}

/** In a stairwell nothing better comes later. */
const PATIENCE_MS = 8_000;
/** Nobody is far from where they were so long ago. */
const FRESH_MS = 15_000;

/** Where the phone is; undefined where it does not say. */
export function locate(): Promise<Located | undefined> {
  return new Promise((resolve) => {
    if (!("geolocation" in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({ position: [longitude, latitude], accuracyMeters: accuracy }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  });
}
