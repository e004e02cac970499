import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBadge } from "../../functions/badges/queries.ts";
import type { Badge } from "../../functions/badges/records.ts";
import { safeFetch } from "../../functions/badges/safe-fetch.ts";
import { readBadgeFile } from "../../functions/badges/verify/read-file.ts";
import type { BadgeReport } from "../../functions/badges/verify/report.ts";
import { verifyBadge } from "../../functions/badges/verify/verify-badge.ts";
import { certificatesFrom } from "../../functions/certification/queries.ts";
import { FolderKeys } from "../../functions/lambda/signing-keys.ts";
import { listDistricts } from "../../functions/platform/district.ts";
import type { Context } from "../../functions/platform/context.ts";
import { jobContext } from "../../functions/platform/job.ts";
import { listEverySchool, listMembers } from "../../functions/roster/queries.ts";
import { readingFrom } from "./issuer-here.ts";
import { openRunning } from "./open-running.ts";

const usage = [
  'npm run badge -- --person "Jordan Ellis"  prints a person\'s badges, as tokens and as JSON',
  "npm run badge -- --check badge.json       checks a badge of anyone: JSON, a token, or a picture it was baked into",
  "    --issuer http://localhost:3000         and reads what is published there, for a badge that the demo on this machine issued",
  "npm run badge -- --new-keys               makes new keys; they sign from six minutes after the next badge on",
].join("\n");

async function main(): Promise<number> {
  process.env.LOG_LEVEL ??= "error";
  const { values } = parseArgs({
    options: { person: { type: "string" }, check: { type: "string" }, issuer: { type: "string" }, "new-keys": { type: "boolean" } },
  });
  if (values.person !== undefined) return printBadges(values.person);
  if (values.check !== undefined) return check(values.check, values.issuer);
  if (values["new-keys"]) return newKeys();
  process.stdout.write(`${usage}\n`);
  return 2;
}

/** Prints every badge of whoever has this name, in every district. */
async function printBadges(name: string): Promise<number> {
  const opened = await openRunning(process.env);
  let found = 0;
  try {
    for (const { districtId } of await listDistricts(opened.services.table)) {
      const ctx = await jobContext(opened.services, "badges", districtId, "badge");
      for (const staffId of await peopleNamed(ctx, name)) {
        for (const { publicId } of certificatesFrom(await ctx.table.collection(`U#${staffId}`, { prefix: "CERT#" }))) {
          const badge = await findBadge(ctx, publicId);
          if (!badge) continue;
          found++;
          process.stdout.write(printed(badge));
        }
      }
    }
  } finally {
    await opened.close();
  }
  if (found === 0) process.stdout.write(`Nobody named ${name} has a badge.\n`);
  return found === 0 ? 1 : 0;
}

async function peopleNamed(ctx: Context, name: string): Promise<string[]> {
  const schools = await listEverySchool(ctx);
  const members = await Promise.all(schools.map(({ id }) => listMembers(ctx, id)));
  const wanted = name.trim().toLowerCase();
  const found = members.flat().filter((member) => member.name.toLowerCase() === wanted);
  return [...new Set(found.map(({ staffId }) => staffId))];
}

function printed({ publicId, credential, signed, isRevoked, isSuspended }: Badge): string {
  const { id, name, validUntil } = JSON.parse(credential) as { id: string; name: string; validUntil: string };
  const standing = isRevoked ? "revoked" : isSuspended ? "suspended" : `good until ${validUntil}`;
  if (!signed) return `${name}, ${id}: not signed yet (${publicId})\n`;
  const json = JSON.stringify({ ...JSON.parse(credential), proof: [JSON.parse(signed.proof)] }, null, 2);
  return `${name}, ${standing}\n${id}\n\nAs a token (JWT):\n${signed.jwt}\n\nAs JSON-LD, with its proof:\n${json}\n\n`;
}

/**
 * Checks a badge as a stranger would: what its issuer publishes is read over the network, from public addresses alone, or from the server
 * on this machine that was named.
 */
async function check(file: string, issuer: string | undefined): Promise<number> {
  const fetchText = issuer === undefined ? safeFetch() : readingFrom(issuer);
  const found = readBadgeFile(readFileSync(file));
  if (!found) {
    process.stdout.write(`There is no badge in ${file}.\n`);
    return 1;
  }
  const report = await verifyBadge(found, { fetchText, now: new Date() });
  process.stdout.write(inWords(report));
  return report.verdict === "valid" ? 0 : 1;
}

function inWords({ verdict, badge, signature, dates, status }: BadgeReport): string {
  const step = (name: string, { outcome, because }: BadgeReport["signature"]): string =>
    `  ${name.padEnd(10)} ${outcome}${because === undefined ? "" : ` (${because})`}`;
  const facts = Object.entries(badge ?? {}).map(([name, value]) => `  ${name.padEnd(10)} ${value}`);
  return [verdict, ...facts, step("signature", signature), step("dates", dates), step("status", status), ""].join("\n");
}

async function newKeys(): Promise<number> {
  const folder = join(process.env.THROUGHLINE_FOLDER ?? ".throughline", "keys");
  const keys = new FolderKeys(folder);
  for (const algorithm of ["RS256", "Ed25519"] as const) await keys.add(algorithm);
  process.stdout.write(
    `New keys lie in ${folder}. They are published with the next badge and sign from six minutes later. What earlier ones signed stays good.\n`,
  );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}\n`);
  process.exitCode = 2;
}
