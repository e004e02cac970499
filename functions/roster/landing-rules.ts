import { hashOf, type MergeOptions, mergedStaff } from "./import-rules.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { PinnedField } from "./person-contract.ts";
import { asTheRosterSays, withPins } from "./pin-rules.ts";
import type { Staff } from "./records.ts";

/**
 * What a roster row makes of a person. `unchanged`: it says what it said the last time; `stays`: a person ended their
 * employment; `unknown`: a file of changes is about someone nobody knows; `merged`: the account was merged into another,
 * whose own row speaks for both. `kept` names the edits by hand that stand against what the row says.
 */
export type Decision =
  | { outcome: "unchanged" | "stays" | "unknown" }
  | { outcome: "merged"; into: string }
  | { outcome: "lands"; staff: Staff; kept: PinnedField[] };

/** Decides what becomes of one person of a roster file; the same for whoever previews and whoever applies. */
export function decide(before: Staff | undefined, person: ParsedPerson, options: MergeOptions): Decision {
  if (before?.mergedInto !== undefined) return { outcome: "merged", into: before.mergedInto };
  if (before?.rosterHash === hashOf(person) && before.status !== "left" && !before.pins) return { outcome: "unchanged" };
  const { patch } = person;
  if (patch && !before && (!patch.hasDetails || person.roles.length + Number(person.isDistrictAdministrator) === 0))
    return { outcome: "unknown" };
  const merged = mergedStaff(before && asTheRosterSays(before, options.today), person, options);
  if (!merged) return { outcome: "stays" };
  return { outcome: "lands", ...(before ? withPins(merged, before, options.today) : { staff: merged, kept: [] }) };
}
