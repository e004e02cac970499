import { readCatalog } from "../curriculum/queries.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { listSchools } from "../roster/queries.ts";
import type { ModulePeople } from "./people-contract.ts";
import { readSummaries } from "./queries.ts";
import { itemFlags } from "./records.ts";

const width = 8;
const mostNames = 200;

/**
 * Who has a module on their path today and how far they are with it: whom a new edition would meet. Each person once, by
 * their primary school. Counts are exact; names stop at 200. It reads every school's summary rows, so it is for the one
 * who is about to publish and for no page that is opened often.
 */
export async function readModulePeople(ctx: Granted<"content:write">, moduleId: string): Promise<ModulePeople> {
  const { modules } = await readCatalog(ctx);
  if (!modules.some(({ id }) => id === moduleId)) throw notFound("module");
  const schools = await listSchools(ctx);
  const counts = { completed: 0, begun: 0, ahead: 0 };
  const people: ModulePeople["people"] = [];
  await sideBySide(schools, width, async (school) => {
    const { rows } = await readSummaries(ctx, school.id);
    for (const { isHome, status, items, open, staffId, name } of rows) {
      const item = items.find(([id]) => id === moduleId);
      if (!isHome || status !== "active" || !item) continue;
      const stage = item[2] & itemFlags.completed ? "completed" : open.some(([id]) => id === moduleId) ? "begun" : "ahead";
      counts[stage] += 1;
      people.push({ staffId, name, schoolName: school.name, stage });
    }
  });
  const inOrder = people.toSorted((a, b) => a.name.localeCompare(b.name) || a.staffId.localeCompare(b.staffId));
  return { moduleId, ...counts, people: inOrder.slice(0, mostNames), isCut: people.length > mostNames };
}
