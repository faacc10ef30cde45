import { DiskFull, Fault, type FaultText, isDiskFull } from "#data/faults.ts";
import { DirectoryLocked } from "#data/lock.ts";
import { DatabaseUnavailable } from "#data/unavailable.ts";
import { ConfigurationWrong } from "../configuration.ts";
import { ServerRefused } from "./ask.ts";
import { FileThere } from "./file.ts";
import { Misused } from "./options.ts";

/** What a person at a terminal reads when a backup or a restore did not come to pass. */
export function explain(error: unknown): FaultText {
  if (error instanceof Fault || error instanceof Misused) return error.text;
  if (isDiskFull(error)) return new DiskFull((error as { path?: string }).path ?? "the file").text;
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (error instanceof FileThere) {
    return {
      en: `${message} is there already. Choose another name, or add --force to replace it.`,
      zh: `${message} 已存在。请换个名字，或加上 --force 覆盖。`,
    };
  }
  if (error instanceof ServerRefused) {
    return {
      en: `The running Getu made no backup: ${message}`,
      zh: `正在运行的格图没有做备份：${message}`,
    };
  }
  if (error instanceof DirectoryLocked) return lockedText(error);
  if (error instanceof DatabaseUnavailable || error instanceof ConfigurationWrong) {
    return { en: message, zh: message };
  }
  if (code === "ENOENT" && path)
    return { en: `No such file or folder: ${path}`, zh: `没有这个文件或文件夹：${path}` };
  if (code === "EISDIR")
    return { en: "That is a folder, not a file.", zh: "这是文件夹，不是文件。" };
  if ((code === "EACCES" || code === "EROFS" || code === "EPERM") && path)
    return { en: `No permission to write or read: ${path}`, zh: `没有读写权限：${path}` };
  if (code === "UND_ERR_SOCKET" || message === "terminated" || message === "fetch failed") {
    return {
      en: "The running Getu broke off. No backup was kept; see its own messages for the reason.",
      zh: "正在运行的格图中断了备份，没有留下备份文件；原因请看它自己的输出。",
    };
  }
  return { en: stack ?? message, zh: stack ?? message };
}

function lockedText({ message, owner }: DirectoryLocked): FaultText {
  return owner.address
    ? {
        en: `${message}\nA restore needs Getu to be stopped.`,
        zh: `${message}\n恢复前请先停止格图。`,
      }
    : {
        en: `${message}\nIt does not serve yet; try again in a minute.`,
        zh: `${message}\n它还没有准备好，请一分钟后再试。`,
      };
}
