import type { JobRole } from "./contract.ts";
import type { PreviewPerson } from "./import-contract.ts";
import type { School, Staff } from "./records.ts";

/** What of a person's record decides what they are asked to learn, by when, and whether they get mail. */
type Deciding = Pick<Staff, "roles" | "hiredOn" | "status" | "lastDayOn" | "email">;

/** A person as an import would leave them, for whoever must say what follows from it. `isNew`: nothing is on record of them. */
export type RosterEffect = { staffId: string; name: string; schools: string[]; roles: JobRole[]; isNew: boolean; after: Deciding };

/** How many files of people there are, and the schools that an import would open, change or close, as they would be then. */
export type EffectsIndex = { chunks: number; people: number; schools: School[] };

/** The effect on a person, or undefined where nothing about them changes that anything follows from. */
export function rosterEffectOf(
  before: Staff | undefined,
  after: Staff,
  { name, schools, roles }: Pick<PreviewPerson, "name" | "schools" | "roles">,
): RosterEffect | undefined {
  if (before && essence(before) === essence(after)) return undefined;
  const { roles: jobs, hiredOn, status, lastDayOn, email } = after;
  const deciding = { roles: jobs, hiredOn, status, email, ...(lastDayOn !== undefined && { lastDayOn }) };
  return { staffId: after.id, name, schools, roles, isNew: !before, after: deciding };
}

/** Which address it is matters to nobody here, only whether there is one. */
function essence({ roles, hiredOn, status, lastDayOn = "", email }: Deciding): string {
  const jobs = roles.map(({ role, schoolId, beginOn, endOn = "", isPrimary }) => [role, schoolId, beginOn, endOn, isPrimary].join(" "));
  return JSON.stringify([jobs.toSorted(), hiredOn, status, lastDayOn, email === ""]);
}

/** The person with what an import makes of them; someone new is no more than that. */
export function staffAfter(before: Staff | undefined, { staffId, after }: Pick<RosterEffect, "staffId" | "after">): Staff {
  if (!before) return { id: staffId, sourcedId: staffId, givenName: "", familyName: "", isDistrictAdministrator: false, ...after };
  const { lastDayOn: _, ...kept } = before;
  return { ...kept, ...after };
}
