/** A page that nobody sees draws no frames. */
const UNSEEN_MS = 250;

/** Does what can wait once the next frame is on the screen: what a finger changed is seen before it. */
export function afterFrame(work: () => void): void {
  let isDone = false;
  const doOnce = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(doOnce));
  setTimeout(doOnce, UNSEEN_MS);
}
