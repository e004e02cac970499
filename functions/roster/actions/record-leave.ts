import type { Granted } from "../../platform/grant.ts";
import type { Leave } from "../contract.ts";
import type { Staff } from "../records.ts";
import { changePerson } from "./change-person.ts";

/**
 * Records a leave from its first day to its last; without a last day it goes on. Recording one that overlaps the leave
 * on record corrects that one; a leave that was over stays on record, with what it did to dates.
 */
export async function recordLeave(ctx: Granted<"roster:write">, { staffId, ...leave }: Leave & { staffId: string }): Promise<Staff> {
  return changePerson(ctx, { staffId, change: { kind: "leave", ...leave } });
}
