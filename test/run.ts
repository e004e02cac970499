import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm test`: builds what is shipped, runs every test against it, and ends with one line: `N passed, N failed`.
 * Arguments are handed to vitest (`npm test -- test/roster`).
 */
const folder = mkdtempSync(join(tmpdir(), "throughline-run-"));
const report = join(folder, "report.json");

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}

type Report = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };

const isBuilt = run("node", ["infra/build.ts"]);
const isGreen =
  isBuilt && run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)]);

let passed = 0;
let failed = isBuilt ? 0 : 1;
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  // A file that could not even be loaded holds no failed test, and is one all the same.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  passed = numPassedTests;
  failed += numFailedTests + unloaded;
} catch {
  failed = Math.max(failed, 1);
}
rmSync(folder, { recursive: true, force: true });
if (!isGreen && failed === 0) failed = 1;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
