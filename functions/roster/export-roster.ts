import type { Context } from "../platform/context.ts";
import type { FileBody } from "../platform/route.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { writeBundle, zipBundle } from "./one-roster/write-bundle.ts";
import { findStaff, listMembers, listSchools } from "./queries.ts";
import type { School, Staff } from "./records.ts";
import { statusOn } from "./rules.ts";

const width = 32;

/** Everyone who works in the district and its open schools, read strongly: a query for each school, a read for each person. */
export async function readWholeRoster(ctx: Context): Promise<{ schools: School[]; people: Staff[] }> {
  const schools = await listSchools(ctx);
  const staffIds = new Set<string>();
  await sideBySide(schools, width, async ({ id }) => {
    for (const { staffId } of await listMembers(ctx, id)) staffIds.add(staffId);
  });
  const people: Staff[] = [];
  await sideBySide([...staffIds], width, async (staffId) => {
    const staff = await findStaff(ctx, staffId);
    if (staff && statusOn(staff, ctx.today) !== "left") people.push(staff);
  });
  const bySourcedId = (a: { sourcedId: string }, b: { sourcedId: string }): number => (a.sourcedId < b.sourcedId ? -1 : 1);
  return { schools: schools.toSorted(bySourcedId), people: people.toSorted(bySourcedId) };
}

/** The roster as a OneRoster 1.2 zip: staff alone, as it is now. */
export async function exportRoster(ctx: Context): Promise<FileBody> {
  const { schools, people } = await readWholeRoster(ctx);
  return {
    bytes: zipBundle(writeBundle(ctx.district, schools, people)),
    mediaType: "application/zip",
    fileName: `oneroster-${ctx.district.slug}-${ctx.today}.zip`,
  };
}
