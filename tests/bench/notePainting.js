// Runs in the page before anything else: how long its scripts take for each move and each frame.
window.painting = { moves: [], frames: [], script: 0 };

const starts = new Map();
for (const type of ["pointermove", "pointerup"]) {
  addEventListener(type, () => starts.set(type, performance.now()), { capture: true });
  // After each listener the page's effects have run, so at the last all that the event causes is done.
  addEventListener(type, () => {
    const started = starts.get(type);
    const milliseconds = performance.now() - started;
    if (type === "pointermove") window.painting.moves.push(milliseconds);
    else Object.assign(window.painting, { releasedAt: started, script: milliseconds });
  });
}

const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  request((time) => {
    const start = performance.now();
    callback(time);
    const end = performance.now();
    const { painting } = window;
    painting.frames.push(end - start);
    // The frame asked for before the release shows what was painted before.
    if (painting.releasedAt === undefined || start < painting.releasedAt) return;
    painting.releaseFrame ??= time;
    if (time !== painting.releaseFrame) return;
    painting.script += end - start;
    painting.release = end - painting.releasedAt;
  });
