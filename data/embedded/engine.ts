import type { PGlite } from "@electric-sql/pglite";
import { DatabaseStopped } from "../faults.ts";

/** How PGlite marks an error of SQL, after which its engine goes on (POSTGRES_MAIN_LONGJMP). */
const GOES_ON = 100;

/** What PGlite keeps of the engine that it compiled, as far as it is used here. */
interface Engine {
  _PostgresMainLoopOnce(): void;
  _pgl_setPGliteExitStatus(status: number): number;
}

/**
 * Where the engine ends in the middle of a request (a PANIC of PostgreSQL, such as no room for the
 * journal), PGlite calls it again and again for ever. This ends that, and refuses what comes later.
 * @returns tells whoever asks once the engine has stopped
 */
export function stopWhenEnded(
  client: PGlite,
  directory: string,
  hasRoom: () => boolean,
): Promise<DatabaseStopped> {
  let stopped: DatabaseStopped | undefined;
  let tell: (stopped: DatabaseStopped) => void;
  const whenStopped = new Promise<DatabaseStopped>((resolve) => (tell = resolve));
  const stop = (cause: unknown) => {
    stopped ??= new DatabaseStopped(directory, { isFull: !hasRoom(), cause });
    tell(stopped);
    return stopped;
  };

  const engine = client.Module as unknown as Engine;
  let thrown: unknown;
  const goOnce = engine._PostgresMainLoopOnce.bind(engine);
  engine._PostgresMainLoopOnce = () => {
    try {
      goOnce();
    } catch (error) {
      thrown = error;
      throw error;
    }
  };
  const readStatus = engine._pgl_setPGliteExitStatus.bind(engine);
  engine._pgl_setPGliteExitStatus = (next) => {
    const status = readStatus(next);
    if (status !== GOES_ON) throw stop(thrown);
    return status;
  };
  const execute = client.execProtocolRawSync.bind(client);
  client.execProtocolRawSync = (message) => {
    if (stopped) throw stopped;
    try {
      return execute(message);
    } catch (error) {
      // Tidying up in an engine that ended fails in its own way; the first reason counts.
      throw stopped ?? stop(error);
    }
  };
  return whenStopped;
}
