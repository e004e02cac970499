import type { Context } from "../platform/context.ts";
import { assigner } from "./assigner.ts";
import type { WaiverInput } from "./decision-contract.ts";
import type { Waiver } from "./decision-records.ts";

/** The waiver that someone would decide today. */
export function waiverOf(ctx: Context, { staffId, target, reason, until }: WaiverInput & { staffId: string }): Waiver {
  return {
    staffId,
    id: ctx.newId("wvr"),
    target,
    reason,
    ...(until !== undefined && { until }),
    by: assigner(ctx),
    decidedOn: ctx.today,
  };
}
