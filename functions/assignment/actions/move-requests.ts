import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { rowsOf } from "../../platform/district-table.ts";
import { staffFrom } from "../../roster/queries.ts";
import { schoolsOn } from "../../roster/rules.ts";
import { extensions } from "../decision-records.ts";

/** Requests that wait go with their person: to a new coach's queue, to a new school's. Nothing moved costs one read. */
export async function moveRequests(ctx: Granted<"assignment:write">, staffId: string): Promise<void> {
  await retryOnConflict(async () => {
    const items = await ctx.table.collection(`U#${staffId}`);
    const staff = staffFrom(items);
    const schoolId = staff && schoolsOn(staff, ctx.today)[0];
    const moved = rowsOf(extensions, items).filter(
      (one) => one.state === "waiting" && (one.coachId !== staff?.coachId || one.schoolId !== schoolId),
    );
    if (moved.length === 0) return;
    const after = moved.map(({ coachId: _, schoolId: __, ...kept }) => ({
      ...kept,
      ...(staff?.coachId !== undefined && { coachId: staff.coachId }),
      ...(schoolId !== undefined && { schoolId }),
    }));
    await commit(ctx, {
      action: "extension.moved",
      subject: `staff:${staffId}`,
      writes: after.map((one) => extensions.put(one)),
      before: moved,
      after,
      result: null,
    });
  });
}
