import { readFileSync } from "node:fs";
import * as z from "zod";
import { servicesFrom } from "./services.ts";
import { createContext } from "../platform/context.ts";
import { District } from "../platform/district.ts";
import { AppError } from "../platform/errors.ts";
import { grant } from "../platform/grant.ts";
import { idFrom } from "../platform/ids.ts";
import { importRoster } from "../roster/actions/import-roster.ts";
import { openDistrict } from "../roster/actions/open-district.ts";

/**
 * Opens a district and lands its first roster: `npm run open-district -- settings.json roster.zip`, with the environment
 * of the deployed functions and an account that may write the table. Running it again changes nothing.
 */
async function main([settingsFile, rosterFile]: string[]): Promise<void> {
  if (settingsFile === undefined) throw new Error("Say which district: npm run open-district -- settings.json [roster.zip]");
  const settings = District.omit({ id: true }).parse(JSON.parse(readFileSync(settingsFile, "utf8")));
  const district: District = { id: idFrom("dst", settings.slug), ...settings };
  const services = servicesFrom(process.env);
  const as = (name: "setup" | "roster-import") =>
    grant(createContext(services, { actor: { kind: "job", name }, district, requestId: "open-district" }), "roster:write", {
      kind: "district",
    });
  await openDistrict(as("setup"), district);
  process.stdout.write(`${district.name} is open; its people sign in at ${services.origin}/auth/sign-in?district=${district.slug}\n`);
  if (rosterFile === undefined) return;
  const report = await importRoster(as("roster-import"), { source: rosterFile, zip: readFileSync(rosterFile) });
  for (const { severity, file, line, message, fix } of report.diagnostics)
    process.stdout.write(`${file}:${line} ${severity}: ${message} ${fix}\n`);
  const { added, changed, unchanged, ended } = report.staff;
  process.stdout.write(
    report.isApplied
      ? `People: ${added} added, ${changed} changed, ${unchanged} as before, ${ended} ended.\n`
      : `Nothing was imported. ${report.notApplied ?? "It is held, because it would end too many people or an administrator: apply it on the Roster page, with a reason."}\n`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exitCode = 1;
});

function wordsFor(error: unknown): string {
  if (error instanceof z.ZodError) return `The settings need correcting:\n${z.prettifyError(error)}`;
  if (error instanceof AppError) return [error.detail, ...error.fields.map(({ path, message }) => `  ${path}: ${message}`)].join("\n");
  return error instanceof Error ? error.message : String(error);
}
