import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Ends an embedded database that an earlier start left behind when it was killed, so that one server has the file. */
export function endStaleDatabase(folder: string): void {
  const file = join(folder, "database.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8"));
  try {
    // The number may belong to another program by now; only our own is ended.
    if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("dynoxide")) process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
  rmSync(file, { force: true });
}

/** Notes which process serves the folder's database. */
export function noteDatabase(folder: string, pid: number | undefined): void {
  if (pid !== undefined) writeFileSync(join(folder, "database.pid"), String(pid));
}

/** The address of the database that serves the folder now; undefined when none does. */
export function runningDatabase(folder: string): string | undefined {
  const file = join(folder, "database.pid");
  if (!existsSync(file)) return undefined;
  try {
    const words = readFileSync(`/proc/${readFileSync(file, "utf8")}/cmdline`, "utf8").split("\0");
    const port = words.includes("serve") ? words[words.indexOf("-p") + 1] : undefined;
    return port === undefined ? undefined : `http://127.0.0.1:${port}`;
  } catch {
    return undefined;
  }
}
