import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that the files of one run share; what many need is made in it once, by whoever needs it first. */
    runFolder: string;
  }
}

let folder: string | undefined;

/** Begins a run: an empty folder for what its files share. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), "throughline-shared-"));
  project.provide("runFolder", folder);
}

/** Ends it. */
export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
