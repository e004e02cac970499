import type { Context } from "../platform/context.ts";
import { isoWeek } from "../platform/dates.ts";
import type { JobRole } from "../roster/contract.ts";
import { findStaff, listEverySchool, listMembers } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { isWorking, rolesOn, schoolsOn } from "../roster/rules.ts";
import type { Occasion, PersonNow } from "./kinds/kind.ts";
import type { ReminderSignal } from "./records.ts";

/** Who leads what, read once for many people. */
export type Leaders = {
  ofSchool(schoolId: string): Promise<string[]>;
  coachesAt(schoolId: string): Promise<string[]>;
  ofDistrict(): Promise<string[]>;
  /** A person's coach, where there is one who is here and coaches today. */
  coachOf(person: Pick<Staff, "coachId">): Promise<string | undefined>;
};

/** Leaders by the lists of the schools; the district's are found at schools of that level, where they are listed. */
export function leadersIn(ctx: Context): Leaders {
  const bySchool = new Map<string, Promise<string[]>>();
  const coaches = new Map<string, Promise<string[]>>();
  const people = new Map<string, Promise<Staff | undefined>>();
  const find = (staffId: string): Promise<Staff | undefined> => {
    const known = people.get(staffId) ?? findStaff(ctx, staffId);
    people.set(staffId, known);
    return known;
  };
  // A school's list names those too who are yet to come and, until their record is next written, who have gone: what someone does today
  // follows from their own row.
  const holding = async (schoolId: string, role: JobRole): Promise<string[]> => {
    const named = (await listMembers(ctx, schoolId)).filter(({ roles }) => roles.includes(role)).map(({ staffId }) => staffId);
    const holders = await Promise.all(named.map(find));
    return holders.flatMap((staff) =>
      staff && isWorking(staff, ctx.today) && rolesOn(staff, ctx.today).some((one) => one.role === role && one.schoolId === schoolId)
        ? [staff.id]
        : [],
    );
  };
  let district: Promise<string[]> | undefined;
  const findDistrict = async (): Promise<string[]> => {
    const offices = (await listEverySchool(ctx)).filter(({ level, isActive }) => level === "district" && isActive);
    return [...new Set((await Promise.all(offices.map(({ id }) => holding(id, "districtLeader")))).flat())];
  };
  return {
    ofSchool(schoolId) {
      const known = bySchool.get(schoolId) ?? holding(schoolId, "schoolAdministrator");
      bySchool.set(schoolId, known);
      return known;
    },
    coachesAt(schoolId) {
      const known = coaches.get(schoolId) ?? holding(schoolId, "coach");
      coaches.set(schoolId, known);
      return known;
    },
    ofDistrict: () => (district ??= findDistrict()),
    async coachOf({ coachId }) {
      const coach = coachId === undefined ? undefined : await find(coachId);
      return coach && isWorking(coach, ctx.today) && rolesOn(coach, ctx.today).some(({ role }) => role === "coach") ? coachId : undefined;
    },
  };
}

/**
 * What others are to hear about a person, each hearer by themselves; never the person. A district's leader hears of the
 * school, at most once a week, and not of the person.
 */
export async function signalsFor(person: PersonNow, occasions: readonly Occasion[], leaders: Leaders): Promise<ReminderSignal[]> {
  const { staff, today } = person;
  const schoolId = schoolsOn(staff, today)[0];
  const signals: ReminderSignal[] = [];
  for (const { kind, item, cycle, step, hearer } of occasions) {
    if (hearer === "self" || (kind !== "reviewWaiting" && kind !== "decisionWaiting" && kind !== "peopleOverdue")) continue;
    const atSchool = schoolId === undefined ? [] : await leaders.ofSchool(schoolId);
    const coachId = await leaders.coachOf(staff);
    const coach = coachId === undefined ? (kind === "reviewWaiting" ? atSchool : []) : [coachId];
    const hearers =
      hearer === "reviewer"
        ? await reviewersOf(person, item, leaders)
        : hearer === "coach"
          ? coach
          : hearer === "schoolLeader"
            ? atSchool
            : await leaders.ofDistrict();
    for (const recipientId of hearers) {
      if (recipientId === staff.id) continue;
      const about = hearer === "districtLeader" ? undefined : { item: `${staff.id}.${item}`, cycle, step, staffId: staff.id };
      if (about) signals.push({ recipientId, kind, ...about, on: today, ...(schoolId !== undefined && { schoolId }) });
      else if (schoolId !== undefined)
        signals.push({ recipientId, kind, item: schoolId, cycle: isoWeek(today), step: 1, schoolId, on: today });
    }
  }
  return signals;
}

/**
 * Who is told of work that waits for a word: of a piece, the person's coach, or the district's leaders where there is none; of
 * an application, the district's leaders and the coach, or, where that is not theirs, the other coaches of the person's schools.
 */
async function reviewersOf({ staff, today, waiting }: PersonNow, item: string, leaders: Leaders): Promise<string[]> {
  const work = waiting.find((one) => one.item === item);
  if (!work) return [];
  const coachId = await leaders.coachOf(staff);
  const own = coachId !== undefined && work.ownCoachMay ? [coachId] : [];
  if ("piece" in work.about && own.length > 0) return own;
  const others = work.ownCoachMay ? [] : (await Promise.all(schoolsOn(staff, today).map((id) => leaders.coachesAt(id)))).flat();
  const all = new Set([...own, ...others, ...(await leaders.ofDistrict())]);
  return [...all].filter((id) => !work.except.includes(id) && (work.ownCoachMay || id !== staff.coachId));
}
