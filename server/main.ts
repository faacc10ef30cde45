import { DiskFull, Fault, isDiskFull } from "#data/faults.ts";
import { DirectoryLocked } from "#data/lock.ts";
import { DatabaseUnavailable } from "#data/unavailable.ts";
import { buildPages } from "./build.ts";
import { ConfigurationWrong, readConfiguration } from "./configuration.ts";
import { start } from "./start.ts";

/** `npm start`: builds what is not built, opens the database, loads samples, serves everything. */
try {
  const configuration = readConfiguration(process.env);
  await buildPages(() => say("Building the pages … 正在生成页面（约 10 秒）"));
  const running = await start(configuration, say);
  say(`\n  Getu 格图 is ready · 已就绪\n\n  ➜  ${running.address}\n`);
  say("  Stop with Ctrl C · 按 Ctrl C 停止");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      say("Closing … 正在关闭");
      void running.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  console.log(line);
}

function explain(error: unknown): string {
  if (error instanceof DirectoryLocked || error instanceof DatabaseUnavailable)
    return error.message;
  if (error instanceof ConfigurationWrong || error instanceof Fault) return error.message;
  if (isDiskFull(error)) return new DiskFull("the data").message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return `The port is taken by another program. Choose another: PORT=8788 npm start\n端口已被占用，请换一个：PORT=8788 npm start`;
  }
  if (code === "EACCES" || code === "EROFS") {
    return `${message}\nThe data directory cannot be written. Set GETU_DATA_DIR to one that can.\n数据目录不可写，请用 GETU_DATA_DIR 指定别的目录。`;
  }
  return error instanceof Error ? (error.stack ?? message) : String(error);
}
