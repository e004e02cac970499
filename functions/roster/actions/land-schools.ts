import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { ImportCount } from "../contract.ts";
import { schoolFrom } from "../import-rules.ts";
import type { ParsedBundle } from "../one-roster/read-bundle.ts";
import { findSchool, listEverySchool } from "../queries.ts";
import { type School, schools } from "../records.ts";

const width = 16;

/** Brings the schools to what a bundle says: one that is the same is not written, one that is missing is closed, never removed. */
export async function landSchools(ctx: Granted<"roster:write">, bundle: ParsedBundle): Promise<ImportCount> {
  const count = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  const wanted = new Map(bundle.schools.map((one) => schoolFrom(ctx.district.id, one)).map((school) => [school.id, school]));
  const known = await listEverySchool(ctx);
  await sideBySide([...wanted.values()], width, async (school) => {
    const outcome = await write(ctx, school.id, () => school);
    count[outcome]++;
  });
  const closed = bundle.hasEverySchool && bundle.isComplete ? known.filter(({ id, isActive }) => isActive && !wanted.has(id)) : [];
  await sideBySide(closed, width, async ({ id }) => {
    await write(ctx, id, (school) => school && { ...school, isActive: false });
    count.ended++;
  });
  return count;
}

async function write(
  ctx: Granted<"roster:write">,
  schoolId: string,
  make: (before: School | undefined) => School | undefined,
): Promise<"added" | "changed" | "unchanged"> {
  return retryOnConflict(async () => {
    const before = await findSchool(ctx, schoolId);
    const made = make(before);
    const after = made && { ...made, version: before?.version ?? 0 };
    if (!after || isDeepStrictEqual(before, after)) return "unchanged";
    const outcome = before ? ("changed" as const) : ("added" as const);
    return commit(ctx, {
      action: `school.${outcome}`,
      subject: `school:${schoolId}`,
      writes: [schools.put(after)],
      before,
      after,
      result: outcome,
    });
  });
}
