import fc from "fast-check";
import { addDays } from "../../functions/platform/dates.ts";
import type { School } from "../../functions/roster/records.ts";
import { certified, learned, moduleIds, mustLearn, type Person, person, roleAt, school, type Stage } from "./small-district.ts";

export const today = "2026-11-02";
export const now = "2026-11-02T15:00:00Z";

const levels = ["elementary", "elementary", "middle", "district"] as const;
export const schools: School[] = levels.map((level, i) => school(`sch_${i + 1}`, level));

const daysAgo = fc.integer({ min: -20, max: 200 });
const stage = fc.constantFrom<Stage>("started", "submitted", "accepted", "completed");
/** School days: an assignment with a fixed date keeps it. */
const dueDay = fc.constantFrom(
  "2026-05-04",
  "2026-06-29",
  "2026-07-01",
  "2026-09-14",
  "2026-10-30",
  "2026-11-02",
  "2026-11-03",
  "2027-01-11",
);

const learning = fc.record({
  due: fc.option(dueDay, { nil: undefined }),
  did: fc.option(fc.record({ stage, ago: fc.integer({ min: 1, max: 200 }) }), { nil: undefined }),
});

const role = fc.record({
  school: fc.integer({ min: 0, max: schools.length - 1 }),
  role: fc.constantFrom("teacher" as const, "coach" as const, "paraprofessional" as const),
  endsIn: fc.option(fc.integer({ min: -30, max: 60 }), { nil: undefined, freq: 5 }),
});

/** Someone as a district may have them: at one school or two, away, new or gone, with any learning at any stage. */
export const anyone = fc
  .record({
    roles: fc.uniqueArray(role, { minLength: 1, maxLength: 3, selector: ({ school: at, role: job }) => `${at} ${job}` }),
    hiredAgo: fc.constantFrom(10, 44, 45, 46, 900),
    status: fc.constantFrom(
      "active" as const,
      "active" as const,
      "active" as const,
      "active" as const,
      "suspended" as const,
      "left" as const,
    ),
    leave: fc.option(fc.record({ ago: daysAgo, days: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }) }), {
      nil: undefined,
      freq: 4,
    }),
    learning: fc.tuple(learning, learning, learning),
    certificate: fc.option(fc.record({ ago: daysAgo, opensBefore: fc.constantFrom(0, 90) }), { nil: undefined }),
    hasCoach: fc.boolean(),
    checkPassedAgo: fc.option(daysAgo, { nil: undefined }),
  })
  .map((traits) => (id: string): Person => {
    const roles = traits.roles.map(({ school: at, role: job, endsIn }, i) =>
      roleAt(schools[at]?.id ?? "", job, { isPrimary: i === 0, ...(endsIn !== undefined && { endOn: addDays(today, endsIn) }) }),
    );
    const from = traits.leave && addDays(today, -traits.leave.ago);
    let one = person(id, roles, {
      status: traits.status,
      ...(traits.hasCoach && { coachId: "stf_coach" }),
      hiredOn: addDays(today, -traits.hiredAgo),
      ...(from !== undefined && { leave: { from, ...(traits.leave?.days !== undefined && { to: addDays(from, traits.leave.days) }) } }),
    });
    for (const [i, { due, did }] of traits.learning.entries()) {
      const moduleId = moduleIds[i] ?? "m01";
      if (due !== undefined) one = mustLearn(one, moduleId, due);
      if (did) one = learned(one, moduleId, did.stage, `${addDays(today, -did.ago)}T15:00:00.000Z`);
    }
    if (traits.checkPassedAgo !== undefined) one = passedFirst(one, `${addDays(today, -Math.max(1, traits.checkPassedAgo))}T15:00:00.000Z`);
    if (traits.certificate === undefined) return one;
    const expiresOn = addDays(today, -traits.certificate.ago);
    return certified(one, expiresOn, { renewalOpensOn: addDays(expiresOn, -traits.certificate.opensBefore) });
  });

/** The person with the check of whatever they began first passed at an instant. */
const passedFirst = (one: Person, passedAt: string): Person => ({
  ...one,
  enrollments: one.enrollments.map((each, i) => (i === 0 ? { ...each, check: { ...each.check, passedAt } } : each)),
});

/** A whole small district: enough people for schools above and below the smallest group that may be shown. */
export const everyone = fc
  .array(anyone, { minLength: 1, maxLength: 24 })
  .map((all) => all.map((make, i) => make(`stf_${String(i).padStart(3, "0")}`)));
