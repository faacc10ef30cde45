import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL of our own, set up as it comes: what it acknowledges has reached the disk. */
export interface Cluster {
  url: string;
  /** Ends it at once, as a crash of the machine's process would, and starts it again. */
  killAndStart(): Promise<void>;
  remove(): Promise<void>;
}

/** @throws where PostgreSQL is not installed */
export async function makeCluster(): Promise<Cluster> {
  const programs = findPrograms();
  const directory = await mkdtemp(join(tmpdir(), "getu-kills-"));
  const port = await freePort();
  const pg = (name: string, ...parts: string[]) => asPostgres(join(programs, name), parts);
  if (process.getuid?.() === 0) {
    const { stdout } = await run("id", ["-u", "postgres"]);
    await chown(directory, Number(stdout), 0);
  }
  await chmod(directory, 0o700);
  const data = join(directory, "data");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const start = () =>
    pg("pg_ctl", "start", "-w", "-D", data, "-l", join(directory, "log"), "-o", options);
  await pg("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8");
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    killAndStart: async () => {
      process.kill(postmasterOf(data), "SIGKILL");
      // Its children notice by themselves; a new one refuses to start while any of them lives.
      for (let tries = 0; ; tries++) {
        try {
          return void (await start());
        } catch (error) {
          if (tries === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
      }
    },
    remove: async () => {
      await pg("pg_ctl", "stop", "-D", data, "-m", "immediate").catch(() => undefined);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort() : [];
  const folders = versions.map((version) => join(debian, version, "bin"));
  const found = [...folders, "/usr/local/bin", "/opt/homebrew/bin"].findLast((folder) =>
    existsSync(join(folder, "initdb")),
  );
  if (!found) throw new Error("PostgreSQL is not installed: there is no initdb.");
  return found;
}

/** PostgreSQL refuses to run as root. */
async function asPostgres(program: string, parts: string[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const [command, given] = isRoot
    ? ["runuser", ["-u", "postgres", "--", program, ...parts]]
    : [program, parts];
  await run(command, given as string[], { cwd: "/" });
}

const postmasterOf = (data: string) =>
  Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
