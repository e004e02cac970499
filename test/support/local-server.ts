import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../infra/local/embedded-database.ts";

export type LocalServer = {
  origin: string;
  folder: string;
  port: number;
  process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does; what it kept stays. */
  end(): Promise<void>;
  /** Ends it and removes what it kept. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: nothing is told, nothing is flushed. */
  kill(): Promise<void>;
};

/** Starts the product as `npm start` does, in a folder of its own, and waits for the line that says it is ready. */
export async function startLocalServer(
  options: { folder?: string; port?: number; district?: "small" | "standard" | "large" } = {},
): Promise<LocalServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "throughline-local-"));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, ["infra/local/start.ts", "--district", options.district ?? "small"], {
    env: { ...process.env, PORT: String(port), THROUGHLINE_FOLDER: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const hear = (text: unknown): void => {
      output += String(text);
      if (output.includes("Throughline is ready at")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    void ended.then(() => reject(new Error(`the local server ended before it was ready:\n${output}`)));
  });
  const endBy = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    origin: `http://localhost:${port}`,
    folder,
    port,
    process: child,
    output: () => output,
    end: () => endBy("SIGINT"),
    async stop() {
      await endBy("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => endBy("SIGKILL"),
  };
}
