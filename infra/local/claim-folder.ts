import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endStaleDatabase } from "./database-process.ts";
import { isAlive, startedAt } from "./process-identity.ts";

type Lock = { pid: number; port: number; startedAt?: string | undefined };

const lockName = "running.json";

/** Takes the folder for this process and returns how to let go of it; throws a sentence while another start has it. */
export function claimFolder(folder: string, port: number): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, lockName);
  const lock: Lock = { pid: process.pid, port, startedAt: startedAt(process.pid) };
  for (;;) {
    try {
      // Creating fails when the file is there, so of two starts at once only one gets the folder.
      writeFileSync(file, JSON.stringify(lock), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = readLock(file);
    if (other && isHeld(other))
      throw new Error(
        [
          `A Throughline with its data in ${folder} is already running: http://localhost:${other.port}`,
          "Use that one, or end it with Ctrl-C. A second one at the same time needs a folder of its own:",
          `  THROUGHLINE_FOLDER=${folder}-2 PORT=${port === other.port ? port + 1 : port} npm start`,
        ].join("\n"),
      );
    rmSync(file, { force: true });
  }
}

/** Empties a claimed folder, so that everything begins again. */
export function emptyFolder(folder: string): void {
  endStaleDatabase(folder);
  for (const name of readdirSync(folder)) if (name !== lockName) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The lock as it stands, or undefined when it is no longer there or says nothing. */
function readLock(file: string): Lock | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Lock;
  } catch {
    return undefined;
  }
}

/** Whether the process that wrote the lock still runs. Its number may belong to another program by now. */
function isHeld({ pid, startedAt: since }: Lock): boolean {
  return isAlive(pid) && startedAt(pid) === since;
}
