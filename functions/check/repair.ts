import { rollUpSchool } from "../engagement/actions/roll-up-school.ts";
import { summarizeStaff } from "../engagement/actions/summarize-staff.ts";
import type { Context } from "../platform/context.ts";
import type { Finding } from "./contract.ts";

/** Makes anew what the findings say is not as the facts have it: people's rows, then schools' figures. Facts stay as they are. */
export async function repairDerived(ctx: Context, findings: readonly Finding[]): Promise<number> {
  let repaired = 0;
  const schoolIds = new Set<string>();
  for (const { repair } of findings) {
    if (repair?.kind !== "summary") continue;
    await summarizeStaff(ctx, repair.staffId, repair.schoolIds);
    for (const schoolId of repair.schoolIds) schoolIds.add(schoolId);
    repaired++;
  }
  for (const { repair } of findings) {
    if (repair?.kind !== "rollUp") continue;
    schoolIds.add(repair.schoolId);
    repaired++;
  }
  for (const schoolId of schoolIds) await rollUpSchool(ctx, schoolId);
  return repaired;
}
