import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, inject } from "vitest";
import { openBrowser } from "./browser.ts";
import { type LocalServer, startLocalServer } from "./local-server.ts";

/** A small demo district of a file's own and a browser beside it; both end with the file. */
export async function demoInBrowser(): Promise<{ server: LocalServer; browser: Browser }> {
  const [server, browser] = await Promise.all([startDemo(), openBrowser()]);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return { server, browser };
}

/** Starts the product on a copy of the run's demo district: nobody else sees what happens there. */
async function startDemo(): Promise<LocalServer> {
  const filled = await filledFolder();
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  cpSync(filled, folder, { recursive: true });
  return startLocalServer({ folder });
}

/**
 * The folder that a first start leaves behind, made once in a run by whoever needs it first; the others wait. Nothing
 * runs in it any more, so its database is whole as it lies there. Its clock is left out: each copy's day begins anew.
 */
async function filledFolder(): Promise<string> {
  const [filled, draft, lock] = ["demo", "demo-draft", "demo-lock"].map((name) => join(inject("runFolder"), name)) as [
    string,
    string,
    string,
  ];
  while (!existsSync(filled)) {
    try {
      mkdirSync(lock);
    } catch {
      await delay(100);
      continue;
    }
    try {
      rmSync(draft, { recursive: true, force: true });
      const first = await startLocalServer({ folder: draft });
      await first.end();
      rmSync(join(draft, "clock.json"));
      renameSync(draft, filled);
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
  return filled;
}
