import { readFileSync } from "node:fs";

/** Whether a process with this number runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, in the kernel's ticks, which tells it from a later one of the same number; undefined where there is no /proc. */
export function startedAt(pid: number): string | undefined {
  try {
    // The program's name, in parentheses, may hold spaces; the time is the twentieth field after it.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
  } catch {
    return undefined;
  }
}
