import { parseArgs } from "node:util";
import { checkTable, type Found, type TableCheck } from "../../functions/check/check-table.ts";
import { repairDerived } from "../../functions/check/repair.ts";
import { findingWords } from "../../functions/check/words.ts";
import type { Services } from "../../functions/platform/context.ts";
import { jobContext } from "../../functions/platform/job.ts";
import { openRunning } from "./open-running.ts";
import { scanPages } from "./scan.ts";

/** Checks a whole table and says what it found; the exit code is 1 when there is a finding. */
async function main(): Promise<number> {
  // What the check prints is its own; a line of log between would spoil it for whoever reads it as JSON.
  process.env.LOG_LEVEL ??= "error";
  const { values } = parseArgs({ options: { json: { type: "boolean" }, repair: { type: "boolean" } } });
  const opened = await openRunning(process.env);
  try {
    const startedAt = performance.now();
    let result = await checkTable(opened.services, () => scanPages(opened.client, opened.name));
    let repaired = 0;
    if (values.repair) {
      repaired = await repairAll(opened.services, result.findings);
      if (repaired > 0) result = await checkTable(opened.services, () => scanPages(opened.client, opened.name));
    }
    const measured = {
      seconds: Math.round((performance.now() - startedAt) / 100) / 10,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    process.stdout.write(
      values.json ? `${JSON.stringify({ ...result, repaired, ...measured }, null, 2)}\n` : inWords(result, repaired, measured.seconds),
    );
    return result.findings.length > 0 ? 1 : 0;
  } finally {
    await opened.close();
  }
}

async function repairAll(services: Services, findings: readonly Found[]): Promise<number> {
  let repaired = 0;
  for (const [districtId, own] of Map.groupBy(findings, (one) => one.districtId))
    if (districtId !== "") repaired += await repairDerived(await jobContext(services, "check", districtId, "check"), own);
  return repaired;
}

function inWords({ rows, people, schools, findings, notCovered }: TableCheck, repaired: number, seconds: number): string {
  const looked = `${rows} rows, ${people} people, ${schools} schools in ${seconds} s.`;
  const mended = repaired > 0 ? ` ${repaired} made anew from facts.` : "";
  const older = notCovered.map(
    (one) =>
      `Not covered${one.districtId === "" ? "" : ` in ${one.districtId}`}: ${one.rows} facts were last written before the audit marked what it writes (${Object.entries(
        one.types,
      )
        .map(([type, n]) => `${n} ${type}`)
        .join(", ")}). Whether anyone altered them past the product cannot be told; each is covered from its next change on.\n`,
  );
  if (findings.length === 0) return `All well: ${looked}${mended}\n${older.join("")}`;
  const said = findings.map(({ districtId, kind, row, expected, found }) => {
    const { title, remedy } = findingWords("en", kind);
    return `${title}\n  where     ${districtId === "" ? "" : `${districtId}: `}${row}\n  expected  ${expected}\n  found     ${found}\n  what next ${remedy}\n`;
  });
  return `${said.join("\n")}\n${findings.length} findings: ${looked}${mended}\n${older.join("")}`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}\n`);
  process.exitCode = 2;
}
