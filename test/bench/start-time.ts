import { readFileSync } from "node:fs";
import { rounded } from "./figures.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";

/** Seconds of the first start (history entered) and of a later one, and the memory of the whole stack at rest, in MB. */
export async function measureStart(): Promise<{ server: LocalServer; startSeconds: number; restartSeconds: number; memoryMB: number }> {
  const first = await timed(() => startLocalServer({ district: "standard" }));
  const { folder, port } = first.result;
  await first.result.end();
  const second = await timed(() => startLocalServer({ folder, port, district: "standard" }));
  return { server: second.result, startSeconds: first.seconds, restartSeconds: second.seconds, memoryMB: memoryOf(second.result) };
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, seconds: rounded((performance.now() - startedAt) / 1000) };
}

/** Resident memory of the server and of its database. */
export function memoryOf(server: LocalServer): number {
  const pids = [server.process.pid, Number(readFileSync(`${server.folder}/database.pid`, "utf8"))];
  const kB = pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0));
  return Math.round(kB.reduce((sum, one) => sum + one, 0) / 1000);
}
