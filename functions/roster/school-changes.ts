import { isDeepStrictEqual } from "node:util";
import type { ImportCount } from "./import-contract.ts";
import type { KeptBundle } from "./import-files.ts";
import { schoolFrom, schoolIdOf } from "./import-rules.ts";
import type { School } from "./records.ts";

/** What an import does to schools: how many, those it opens, changes or closes as they are then, and whose level is another. */
export type SchoolChanges = { count: ImportCount; changed: School[]; ofOtherLevel: string[] };

/** Compares a bundle's schools with the district's. */
export function schoolChanges(
  bundle: Pick<KeptBundle, "schools" | "closedSchools" | "closesAbsent">,
  everySchool: readonly (School & { version: number })[],
  districtId: string,
): SchoolChanges {
  const known = new Map(everySchool.map(({ version: _, ...school }) => [school.id, school]));
  const count: ImportCount = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  const changed: School[] = [];
  const ofOtherLevel: string[] = [];
  const wanted = new Set<string>();
  for (const one of bundle.schools) {
    const school = schoolFrom(districtId, one);
    wanted.add(school.id);
    const before = known.get(school.id);
    if (before && isDeepStrictEqual(before, school)) {
      count.unchanged++;
      continue;
    }
    count[before ? "changed" : "added"]++;
    changed.push(school);
    if (before && before.level !== school.level) ofOtherLevel.push(school.id);
  }
  const closed = new Set(bundle.closedSchools.map((sourcedId) => schoolIdOf(districtId, sourcedId)));
  for (const school of known.values()) {
    if (!school.isActive || wanted.has(school.id) || !(closed.has(school.id) || bundle.closesAbsent)) continue;
    count.ended++;
    changed.push({ ...school, isActive: false });
  }
  return { count, changed, ofOtherLevel };
}
