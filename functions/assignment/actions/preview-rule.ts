import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { listEverySchool, listMembers } from "../../roster/queries.ts";
import type { RuleInput, RulePreview } from "../contract.ts";
import { isInAudience } from "../membership-rules.ts";
import { readRule } from "../queries.ts";

const width = 16;
/** How many names a preview lists; its totals count everyone. */
const listed = 500;

type Named = { id: string; name: string; schoolNames: string[] };

/**
 * Names who a rule would add and remove if it were saved now; writes nothing, mails nobody. Worked out from the schools'
 * lists of people: one query for each school, however many people there are.
 */
export async function previewRule(
  ctx: Granted<"rule:write">,
  input: RuleInput & { id?: string | undefined; isActive?: boolean | undefined },
): Promise<RulePreview> {
  const saved = input.id === undefined ? undefined : await readRule(ctx, input.id);
  const schools = new Map((await listEverySchool(ctx)).map((school) => [school.id, school]));
  const before = new Map<string, Named>();
  const after = new Map<string, Named>();
  await sideBySide([...schools.values()], width, async ({ id: schoolId, name: schoolName }) => {
    for (const { staffId, name, roles } of await listMembers(ctx, schoolId)) {
      const holdsOneIn = (audience: RuleInput["audience"]): boolean =>
        roles.some((role) => isInAudience(audience, { role, schoolId }, schools));
      if (saved?.isActive && holdsOneIn(saved.audience)) add(before, staffId, name, schoolName);
      if (input.isActive !== false && holdsOneIn(input.audience)) add(after, staffId, name, schoolName);
    }
  });
  const added = [...after.values()].filter(({ id }) => !before.has(id)).toSorted(byName);
  const removed = [...before.values()].filter(({ id }) => !after.has(id)).toSorted(byName);
  return {
    added: { total: added.length, people: added.slice(0, listed) },
    removed: { total: removed.length, people: removed.slice(0, listed) },
    unchanged: after.size - added.length,
  };
}

function add(people: Map<string, Named>, id: string, name: string, schoolName: string): void {
  people.set(id, { id, name, schoolNames: [...(people.get(id)?.schoolNames ?? []), schoolName].toSorted() });
}

function byName(a: Named, b: Named): number {
  return a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}
