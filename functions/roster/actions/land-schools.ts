import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { KeptBundle } from "../import-files.ts";
import { schoolFrom, schoolIdOf } from "../import-rules.ts";
import { findSchool, listEverySchool } from "../queries.ts";
import { type School, schools } from "../records.ts";

const width = 16;

/** Brings the schools to what a bundle says: one that is the same is not written, one that is missing is closed, never removed. */
export async function landSchools(ctx: Granted<"roster:write">, bundle: KeptBundle): Promise<void> {
  const wanted = new Map(bundle.schools.map((one) => schoolFrom(ctx.district.id, one)).map((school) => [school.id, school]));
  const known = new Map((await listEverySchool(ctx)).map((school) => [school.id, school]));
  const changed = [...wanted.values()].filter((school) => !isSame(known.get(school.id), school));
  await sideBySide(changed, width, (school) => write(ctx, school.id, () => school));
  const gone = new Set(bundle.closedSchools.map((sourcedId) => schoolIdOf(ctx.district.id, sourcedId)));
  const closed = [...known.values()].filter(({ id, isActive }) => isActive && !wanted.has(id) && (gone.has(id) || bundle.closesAbsent));
  await sideBySide(closed, width, ({ id }) => write(ctx, id, (school) => school && { ...school, isActive: false }));
}

function isSame(known: (School & { version: number }) | undefined, school: School): boolean {
  return known !== undefined && isDeepStrictEqual(known, { ...school, version: known.version });
}

async function write(
  ctx: Granted<"roster:write">,
  schoolId: string,
  make: (before: School | undefined) => School | undefined,
): Promise<void> {
  await retryOnConflict(async () => {
    const before = await findSchool(ctx, schoolId);
    const made = make(before);
    const after = made && { ...made, version: before?.version ?? 0 };
    if (!after || isDeepStrictEqual(before, after)) return;
    const outcome = before ? "changed" : "added";
    await commit(ctx, {
      action: `school.${outcome}`,
      subject: `school:${schoolId}`,
      writes: [schools.put(after)],
      before,
      after,
      result: undefined,
    });
  });
}
