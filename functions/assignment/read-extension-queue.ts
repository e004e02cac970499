import { readCatalog } from "../curriculum/queries.ts";
import { type Context, signedInStaffId } from "../platform/context.ts";
import { isPermitted } from "../platform/grant.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { findStaff } from "../roster/queries.ts";
import { fullName, subjectOf } from "../roster/rules.ts";
import type { ExtensionQueue } from "./decision-contract.ts";
import { extensions, type Extension } from "./decision-records.ts";
import { extensionView } from "./decision-rules.ts";
import { titleOf } from "./due-rules.ts";

const width = 8;

/**
 * The requests for more time that wait for the person who looks: of those they coach, and of their schools. One query for
 * the caseload and for each school they lead, then the person behind each request.
 */
export async function extensionQueue(ctx: Context): Promise<ExtensionQueue> {
  const { actor } = ctx;
  const grants = actor.kind === "person" ? actor.grants : [];
  const led = grants.flatMap((one) => (one.role === "schoolLeader" ? one.schoolIds : []));
  const lists = await Promise.all([
    ctx.table.list(extensions, `ASKC#${signedInStaffId(ctx)}`, { index: "index2" }),
    ...led.map((schoolId) => ctx.table.list(extensions, `ASKS#${schoolId}`, { index: "index1" })),
  ]);
  const waiting = new Map<string, Extension>(lists.flat().map((one) => [one.id, one]));
  const catalog = await readCatalog(ctx);
  const requests: ExtensionQueue["requests"] = [];
  await sideBySide([...waiting.values()], width, async (one) => {
    const staff = await findStaff(ctx, one.staffId);
    // The index lags, and people move: whom one may decide about follows from their own row.
    if (!staff || !isPermitted(ctx, "extension:decide", subjectOf(staff, ctx.today))) return;
    const moduleTitle = titleOf({ kind: "module", id: one.moduleId }, catalog);
    requests.push({ ...extensionView(one), staffId: one.staffId, personName: fullName(staff), moduleTitle });
  });
  return { today: ctx.today, requests: requests.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn) || a.id.localeCompare(b.id)) };
}
