import { strToU8 } from "fflate";
import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { Step } from "../platform/task.ts";
import type { ExportCheckpoint, RosterExport } from "./export-contract.ts";
import { type ExportedPerson, keepExportPart, keepPieces, readExportPart } from "./export-files.ts";
import { bundleHead, personLines, zipBundle } from "./one-roster/write-bundle.ts";
import { findStaff, listMembers, listSchools } from "./queries.ts";
import { statusOn } from "./rules.ts";

const width = 32;
/** So many people are read in one step. */
const peopleInStep = 1_000;

/**
 * Does the next part of an export: first everyone who stands on a school's list, a query for each; then their own records, a
 * read each; at last the file, people and schools in the order of their roster ids. A part that is done again replaces
 * what it kept. Nothing holds more than the lines of the file.
 */
export async function exportStep(
  ctx: Context,
  taskId: string,
  at: ExportCheckpoint | undefined,
): Promise<Step<ExportCheckpoint, RosterExport>> {
  if (!at) {
    const staffIds = new Set<string>();
    await sideBySide(await listSchools(ctx), width, async ({ id }) => {
      for (const { staffId } of await listMembers(ctx, id)) staffIds.add(staffId);
    });
    const ids = [...staffIds].toSorted();
    await keepExportPart(ctx, taskId, "ids", ids);
    return { checkpoint: { done: 0, total: ids.length }, done: 0, total: ids.length };
  }
  const { done, total } = at;
  if (done >= total) return { outcome: await makeFile(ctx, taskId, total) };
  const ids = (await readExportPart(ctx, taskId, "ids")).slice(done, done + peopleInStep);
  await keepExportPart(ctx, taskId, `people-${done / peopleInStep}`, await linesOf(ctx, ids));
  const next = Math.min(done + peopleInStep, total);
  return { checkpoint: { done: next, total }, done: next, total };
}

async function linesOf(ctx: Context, staffIds: readonly string[]): Promise<ExportedPerson[]> {
  const places = new Map((await listSchools(ctx)).map((school) => [school.id, school]));
  const people: ExportedPerson[] = [];
  await sideBySide(staffIds, width, async (staffId) => {
    const staff = await findStaff(ctx, staffId);
    if (staff && statusOn(staff, ctx.today) !== "left") people.push({ sourcedId: staff.sourcedId, ...personLines(staff, places) });
  });
  return people;
}

async function makeFile(ctx: Context, taskId: string, total: number): Promise<RosterExport> {
  const people: ExportedPerson[] = [];
  for (let i = 0; i * peopleInStep < total; i++) people.push(...(await readExportPart(ctx, taskId, `people-${i}`)));
  people.sort(bySourcedId);
  const head = bundleHead(ctx.district, (await listSchools(ctx)).toSorted(bySourcedId));
  const files = {
    "manifest.csv": strToU8(head["manifest.csv"]),
    "orgs.csv": strToU8(head["orgs.csv"]),
    "users.csv": joined(head["users.csv"], people, ({ users }) => users),
    "roles.csv": joined(head["roles.csv"], people, ({ roles }) => roles),
  };
  const file = zipBundle(files, ctx.now);
  const fileName = `oneroster-${ctx.district.slug}-${ctx.today}.zip`;
  return { fileName, bytes: file.length, people: people.length, pieces: await keepPieces(ctx, taskId, file) };
}

const bySourcedId = (a: { sourcedId: string }, b: { sourcedId: string }): number => (a.sourcedId < b.sourcedId ? -1 : 1);

/** A file of people as bytes: never as one long text, which would be held besides. */
function joined(head: string, people: readonly ExportedPerson[], of: (person: ExportedPerson) => string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(head), ...people.map((person) => Buffer.from(of(person)))]));
}
