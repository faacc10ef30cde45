// Runs in the page before anything else: how long its scripts take for each move and each frame.
window.painting = { moves: [], frames: [], release: undefined, releasedAt: undefined };

const starts = new Map();
for (const type of ["pointermove", "pointerup"]) {
  addEventListener(type, () => starts.set(type, performance.now()), { capture: true });
  // After each listener the page's effects have run, so at the last all that the event causes is done.
  addEventListener(type, () => {
    const started = starts.get(type);
    if (type === "pointermove") window.painting.moves.push(performance.now() - started);
    else window.painting.releasedAt = started;
  });
}

const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  request((time) => {
    const start = performance.now();
    callback(time);
    const end = performance.now();
    window.painting.frames.push(end - start);
    // The frame asked for before the release shows what was painted before.
    if (window.painting.releasedAt !== undefined && start >= window.painting.releasedAt) {
      window.painting.release ??= end - window.painting.releasedAt;
    }
  });
