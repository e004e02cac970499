import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { CoachView } from "./contract.ts";
import { listCaseload, listSchools, schoolView } from "./queries.ts";
import { members } from "./records.ts";

const width = 16;

/** Every coach with their schools and the size of their caseload, by name: one query, and one for each coach. */
export async function readCoaches(ctx: Context): Promise<CoachView[]> {
  const [rows, schools] = await Promise.all([ctx.table.list(members, "COACHES", { index: "index2" }), listSchools(ctx)]);
  const coaches = [...Map.groupBy(rows, ({ staffId }) => staffId)];
  const views: CoachView[] = [];
  await sideBySide(coaches, width, async ([id, at]) => {
    const caseload = (await listCaseload(ctx, id)).length;
    const schoolIds = new Set(at.map(({ schoolId }) => schoolId));
    views.push({ id, name: at[0]?.name ?? "", schools: schools.filter((school) => schoolIds.has(school.id)).map(schoolView), caseload });
  });
  return views.toSorted((a, b) => a.name.localeCompare(b.name));
}
