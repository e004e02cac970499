import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { ImportCount, ImportReport, RosterDiagnostic } from "../contract.ts";
import { type MergeOptions, staffIdOf } from "../import-rules.ts";
import type { Bundle } from "../one-roster/open-bundle.ts";
import { type ParsedBundle, readBundle } from "../one-roster/read-bundle.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import type { PinnedField } from "../person-contract.ts";
import { listEverySchool, listMembers } from "../queries.ts";
import { importJobs } from "../records.ts";
import { endPerson, landPerson } from "./land-person.ts";
import { landSchools } from "./land-schools.ts";

const width = 16;
/** A report keeps this many diagnostics, errors first; it counts them all. */
const kept = 500;

type Applied = { schools: ImportCount; staff: ImportCount; diagnostics: RosterDiagnostic[] };

/**
 * Imports a whole OneRoster bundle. Good rows land, each person in a transaction of their own; whoever is no longer in it
 * leaves, with all they learned kept. The same bundle again changes nothing. A bundle without usable schools or staff, or
 * one that cannot be read whole, ends nobody; one without its importer, or without most people, changes nothing. An import that was cut short is finished by importing again.
 */
export async function importRoster(
  ctx: Granted<"roster:write">,
  input: Bundle & { source: string; onProgress?: ((progress: { done: number; total: number }) => void) | undefined },
): Promise<ImportReport> {
  const bundle = readBundle(input);
  const notApplied = bundle.notApplied ?? (await refusalOf(ctx, bundle));
  const applied = notApplied === undefined ? await apply(forParts(ctx), bundle, input.onProgress) : nothingApplied();
  const diagnostics = [...bundle.diagnostics, ...applied.diagnostics].toSorted(byUrgency);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const at = ctx.now.toISOString();
  const report: ImportReport = {
    id: ctx.newId("imp"),
    source: input.source.slice(0, 200),
    startedAt: at,
    finishedAt: at,
    oneRosterVersion: bundle.version,
    isApplied: notApplied === undefined,
    ...(notApplied !== undefined && { notApplied }),
    schools: applied.schools,
    staff: applied.staff,
    skipped: bundle.skipped,
    errors,
    warnings: diagnostics.length - errors,
    diagnostics: diagnostics.slice(0, kept),
  };
  return commit(ctx, {
    action: "roster.imported",
    subject: `import:${report.id}`,
    writes: [importJobs.put({ ...report, version: 0 })],
    after: {
      source: report.source,
      isApplied: report.isApplied,
      schools: report.schools,
      staff: report.staff,
      errors,
      warnings: report.warnings,
    },
    result: report,
  });
}

/** A district smaller than this may change as a whole: there is no telling a wrong file from a small one. */
const smallDistrict = 20;

/** Why a bundle that can be read is still not the district's: it would end whoever sent it, or more than half of everyone. */
async function refusalOf(ctx: Granted<"roster:write">, bundle: ParsedBundle): Promise<string | undefined> {
  if (!bundle.isComplete) return undefined;
  const { absent, total } = await absentPeople(ctx, bundle);
  if (ctx.actor.kind === "person" && absent.includes(ctx.actor.staffId))
    return "You are not in this bundle, so importing it would have ended your own access. Nothing was changed. Check that it is your district's whole roster.";
  if (total >= smallDistrict && absent.length > total / 2)
    return `${absent.length} of ${total} people are missing from this bundle and would have left. Nothing was changed. Export the whole roster and try again.`;
  return undefined;
}

function nothingApplied(): Applied {
  const none = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  return { schools: none, staff: none, diagnostics: [] };
}

async function apply(
  ctx: Granted<"roster:write">,
  bundle: ParsedBundle,
  onProgress: ((progress: { done: number; total: number }) => void) | undefined,
): Promise<Applied> {
  const everySchool = await listEverySchool(ctx);
  const { id: districtId, calendar } = ctx.district;
  const hasAdministrator = bundle.people.some(({ isDistrictAdministrator }) => isDistrictAdministrator);
  const options: MergeOptions = {
    districtId,
    today: ctx.today,
    yearStartsOn: calendar.yearStartsOn,
    isFirstImport: everySchool.length === 0,
    isComplete: bundle.isComplete,
    keepsAdministrators: !hasAdministrator,
  };
  const schools = await landSchools(ctx, bundle);
  const staff = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  const diagnostics: RosterDiagnostic[] = hasAdministrator ? [] : [noAdministrator(bundle)];
  const waiting: ParsedPerson[] = [];
  const unclaimed: ParsedPerson[] = [];
  /** Whoever is in the bundle by the row of an account that was merged into theirs. */
  const mergedInto = new Set<string>();
  const total = bundle.people.length;
  let done = 0;
  const land = async (person: ParsedPerson, mayWait: boolean): Promise<void> => {
    const landing = await landPerson(ctx, person, { ...options, mayWait });
    if (landing.outcome === "waits") return void waiting.push(person);
    if (landing.outcome === "stays") {
      diagnostics.push(endedHere(person));
      staff.unchanged++;
    } else if (landing.outcome === "merged") {
      mergedInto.add(landing.into);
      staff.unchanged++;
    } else {
      if (landing.isUnclaimed) unclaimed.push(person);
      if (landing.kept.length > 0) diagnostics.push(keptByHand(person, landing.kept));
      staff[landing.outcome]++;
    }
    onProgress?.({ done: ++done, total });
  };
  // One after the other where two share an address, so that it is always the first of them who has it.
  await sideBySide(bundle.people, width, async (person) => (person.isEmailShared ? void waiting.push(person) : land(person, true)));
  const absent = bundle.isComplete ? (await absentPeople(ctx, bundle)).absent : [];
  await sideBySide(absent, width, async (staffId) => {
    if (!mergedInto.has(staffId) && (await endPerson(ctx, staffId))) staff.ended++;
  });
  for (const person of waiting.toSorted((a, b) => a.line - b.line)) await land(person, false);
  // By now everyone has let go of the address they gave up: two people may have swapped theirs.
  for (const person of unclaimed) {
    const landing = await landPerson(ctx, person, { ...options, mayWait: false });
    if ("isUnclaimed" in landing && landing.isUnclaimed && !person.isEmailShared) diagnostics.push(addressTaken(person));
  }
  return { schools, staff, diagnostics };
}

/** Everyone on a school's list who is in the bundle no more; someone whose row has an error is still in it. */
async function absentPeople(ctx: Granted<"roster:write">, bundle: ParsedBundle): Promise<{ absent: string[]; total: number }> {
  const present = new Set(
    [...bundle.people.map(({ sourcedId }) => sourcedId), ...bundle.keptBack].map((sourcedId) => staffIdOf(ctx.district.id, sourcedId)),
  );
  const everyone = new Set<string>();
  await sideBySide(await listEverySchool(ctx), width, async ({ id }) => {
    for (const { staffId } of await listMembers(ctx, id)) everyone.add(staffId);
  });
  return { absent: [...everyone].filter((staffId) => !present.has(staffId)), total: everyone.size };
}

function addressTaken({ line }: ParsedPerson): RosterDiagnostic {
  return {
    severity: "warning",
    file: "users.csv",
    line,
    column: "email",
    message: "Someone else on the roster has this e-mail address. This person was imported, but cannot sign in by it.",
    fix: "Give everyone an address of their own.",
  };
}

function endedHere({ line }: ParsedPerson): RosterDiagnostic {
  return {
    severity: "warning",
    file: "users.csv",
    line,
    message: "This person's employment was ended in Throughline, so they were not brought back.",
    fix: "Take the row out; or, if they are back, give them a role with the day it began.",
  };
}

const fieldWords: Record<PinnedField, string> = {
  name: "name",
  email: "e-mail address",
  hiredOn: "day of hire",
  roles: "roles and schools",
};

function keptByHand({ line }: ParsedPerson, fields: PinnedField[]): RosterDiagnostic {
  return {
    severity: "warning",
    file: "users.csv",
    line,
    message: `Kept your edit: this person's ${fields.map((field) => fieldWords[field]).join(", ")} was changed in Throughline and stays so.`,
    fix: "Nothing, if the edit is right. Otherwise choose “Use the roster's value again” on the person's page.",
  };
}

function noAdministrator({ version }: ParsedBundle): RosterDiagnostic {
  return {
    severity: "warning",
    file: version === "1.1" ? "users.csv" : "roles.csv",
    line: 1,
    column: "role",
    message: "Nobody in the bundle administers Throughline. Those who do now keep that access.",
    fix: "Give at least one person the role systemAdministrator.",
  };
}

function byUrgency(a: RosterDiagnostic, b: RosterDiagnostic): number {
  return a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file) || a.line - b.line;
}
