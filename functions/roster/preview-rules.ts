import { addDays, type LocalDate } from "../platform/dates.ts";
import type { RoleAssignment } from "./contract.ts";
import type { ImportHold, PreviewChange, PreviewKind, PreviewPerson } from "./import-contract.ts";
import type { School, Staff } from "./records.ts";
import { fullName, rolesFrom } from "./rules.ts";

type Names = ReadonlyMap<string, Pick<School, "name">>;

/** More of the staff than this would have to end before an import is held: one in twenty, and never for one person alone. */
const heldShare = 0.05;

/** Whether so many leave at once that a person has to say it is right. */
export function isTooMany(ended: number, active: number): boolean {
  return ended > Math.max(1, active * heldShare);
}

/** Whether a held import may go on: someone gave a reason, and what they were shown was no less than what would happen now. */
export function isCovered(hold: ImportHold, shown: ImportHold | undefined): boolean {
  if (!shown || hold.ended > shown.ended) return false;
  const seen = new Set(shown.administrators.map(({ id }) => id));
  return hold.administrators.every(({ id }) => seen.has(id));
}

/** A person as a preview shows them: where they will be, and each thing that changes. */
export function previewOf(
  before: Staff | undefined,
  after: Staff,
  { schools, today }: { schools: Names; today: LocalDate },
): { kind: PreviewKind | "unchanged"; person: PreviewPerson } {
  const shown = before && isEnd(before, after, today) ? before : after;
  const person: PreviewPerson = {
    staffId: after.id,
    name: fullName(after),
    schools: schoolNames(shown, schools, today),
    roles: jobs(shown, today),
    changes: before && after.status !== "left" ? changesOf(before, after, schools, today) : [],
  };
  return { kind: kindOf(before, after, person, today), person };
}

function kindOf(before: Staff | undefined, after: Staff, { changes }: PreviewPerson, today: LocalDate): PreviewKind | "unchanged" {
  if (!before) return "added";
  if (after.status === "left" && before.status === "left") return "unchanged";
  if (isEnd(before, after, today)) return "ended";
  if (changes.length === 0) return "unchanged";
  const isMove = changes.some(({ field }) => field === "schools") && before.status !== "left" && lasting(before, today).length > 0;
  return isMove ? "moved" : "changed";
}

/** Whether someone would go: they leave, or the last of their jobs is over, which takes their access all the same. */
function isEnd(before: Staff, after: Staff, today: LocalDate): boolean {
  return after.status === "left" || (before.status !== "left" && lasting(before, today).length > 0 && lasting(after, today).length === 0);
}

function changesOf(before: Staff, after: Staff, schools: Names, today: LocalDate): PreviewChange[] {
  const compare = (field: PreviewChange["field"], a: string[], b: string[]): PreviewChange[] =>
    a.join("\n") === b.join("\n") ? [] : [{ field, before: a, after: b }];
  const access = (staff: Staff): string[] => (staff.isDistrictAdministrator ? ["administrator"] : []);
  return [
    ...(before.status === "left" ? [{ field: "returns" as const, before: [], after: [] }] : []),
    ...compare("name", [fullName(before)], [fullName(after)]),
    ...compare("email", [before.email], [after.email]),
    ...compare("schools", schoolNames(before, schools, today), schoolNames(after, schools, today)),
    ...compare("roles", jobs(before, today), jobs(after, today)),
    ...compare("administrator", access(before), access(after)),
    ...compare("dates", dates(before), dates(after)).map(({ field }) => ({ field, before: [], after: [] })),
  ];
}

/** The roles that go on after today: one that ends today is on its way out. */
function lasting(staff: Staff, today: LocalDate): RoleAssignment[] {
  return rolesFrom(staff, addDays(today, 1));
}

function schoolNames(staff: Staff, schools: Names, today: LocalDate): string[] {
  const ids = new Set(lasting(staff, today).map(({ schoolId }) => schoolId));
  return [...ids].map((id) => schools.get(id)?.name ?? id).toSorted((a, b) => a.localeCompare(b));
}

function jobs(staff: Staff, today: LocalDate): PreviewPerson["roles"] {
  return [...new Set(lasting(staff, today).map(({ role }) => role))].toSorted();
}

/** Days that moved while the jobs stayed: of hire, and of each role. */
function dates({ hiredOn, roles }: Staff): string[] {
  const days = roles.map(({ role, schoolId, beginOn, endOn = "", isPrimary }) => [role, schoolId, beginOn, endOn, isPrimary].join(" "));
  return [hiredOn, ...days.toSorted()];
}
