export interface Watch {
  /** Once it was done for the first time. */
  first: Promise<void>;
  /** Ends once what is being done is done. */
  stop(): Promise<void>;
}

export interface Rhythm {
  everyMs: number;
  /** What the log says where it went wrong. */
  failure: string;
}

/** Does something now and from then on, never twice at once. Keeps no process alive. */
export function keepDoing(work: () => Promise<unknown>, { everyMs, failure }: Rhythm): Watch {
  // A full disk or a database that is away must not end the program: it is tried again.
  const attempt = () =>
    work().then(
      () => undefined,
      (error: unknown) => console.error(failure, error),
    );
  let isBusy = true;
  const first = attempt().finally(() => (isBusy = false));
  let running = first;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = attempt().finally(() => (isBusy = false));
  }, everyMs);
  timer.unref();
  return {
    first,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
