import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { CoachesPage, CoachView } from "./contract.ts";
import { listCaseload, listMembers, listSchools, schoolView } from "./queries.ts";
import { members } from "./records.ts";

const width = 16;

/**
 * Every coach with their schools and the size of their caseload, by name, and how many people at the schools have none
 * of them: one query, and one for each coach and each school.
 */
export async function readCoaches(ctx: Context): Promise<CoachesPage> {
  const [rows, schools] = await Promise.all([ctx.table.list(members, "COACHES", { index: "index2" }), listSchools(ctx)]);
  const coaches: CoachView[] = [];
  const coached = new Set<string>();
  await sideBySide([...Map.groupBy(rows, ({ staffId }) => staffId)], width, async ([id, at]) => {
    const caseload = await listCaseload(ctx, id);
    for (const person of caseload) coached.add(person.id);
    const schoolIds = new Set(at.map(({ schoolId }) => schoolId));
    coaches.push({
      id,
      name: at[0]?.name ?? "",
      schools: schools.filter((school) => schoolIds.has(school.id)).map(schoolView),
      caseload: caseload.length,
    });
  });
  const everyone = new Set<string>();
  await sideBySide(schools, width, async ({ id }) => {
    for (const { staffId } of await listMembers(ctx, id)) everyone.add(staffId);
  });
  return { coaches: coaches.toSorted((a, b) => a.name.localeCompare(b.name)), withoutCoach: everyone.difference(coached).size };
}
