import type { LocalDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Staff } from "../records.ts";
import { changePerson } from "./change-person.ts";

/**
 * Ends someone's employment; `on` is their last day. Their roles end with it and their access ends at once, unless the
 * day is still to come: then they keep both until it. What they learned and hold stays. Doing it twice changes nothing.
 */
export async function endEmployment(ctx: Granted<"roster:write">, { staffId, on }: { staffId: string; on: LocalDate }): Promise<Staff> {
  return changePerson(ctx, { staffId, change: { kind: "end", on } });
}
