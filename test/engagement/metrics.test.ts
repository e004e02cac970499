import { describe, expect, it } from "vitest";
import type { MetricId } from "../../functions/engagement/contract.ts";
import { contributionOf, metricIds, metricOf, metrics } from "../../functions/engagement/metrics/all.ts";
import { benchDepthDefinition } from "../../functions/engagement/metrics/bench-depth.ts";
import { type RoleFigure, roleGapDefinition, roleGapOf } from "../../functions/engagement/metrics/role-gap.ts";
import type { StaffSummary } from "../../functions/engagement/records.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { asOf, standingOn } from "../../functions/engagement/standing.ts";
import { rateOf } from "../../functions/engagement/rate.ts";
import { tallyOf } from "../../functions/engagement/tally.ts";
import { summariesOf } from "../../functions/engagement/summary.ts";
import type { Contact } from "../../functions/assignment/contacts.ts";
import { testDistrict } from "../support/store.ts";
import { certified, learned, moduleIds, mustLearn, type Person, person, roleAt } from "./small-district.ts";

const today = "2026-11-02";
const year = { yearStartsOn: "2026-07-01", yearEndsOn: "2027-06-30", breaks: [] };
const when = asOf(today, year);

const { zone, calendar } = testDistrict;
const day = { today, zone };

function summaryOf(one: Person, changesOn: string[] = [], contacts: Contact[] = []): StaffSummary {
  const assignments = one.sources.map((source) => ({
    moduleId: source.target.id,
    dueOn: source.due.kind === "fixed" ? source.due.on : today,
  }));
  const held = one.certificates.toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn)).at(-1);
  const facts = { ...one, assignments, certifiedUntil: held?.expiresOn, renewalOpensOn: held?.renewalOpensOn, changesOn };
  const [row] = summariesOf({ ...facts, calendar, coreModuleIds: [...moduleIds], contacts, bad: 0 }, day);
  if (!row) throw new Error("the person works nowhere");
  return row;
}

/** What a person adds to a figure today, as "numerator/denominator". */
function adds(metric: MetricId, one: Person): string {
  const { numerator, denominator } = contributionOf(metricOf(metric), standingOn(summaryOf(one), when));
  return `${numerator}/${denominator}`;
}

const teacher = (more: Person["staff"] | object = {}): Person => person("stf_1", [roleAt("sch_1")], more);
const recently = "2026-10-20T15:00:00.000Z";
const longAgo = "2026-10-03T15:00:00.000Z";

describe("transfer", () => {
  it("counts practice due up to and including today, and of it what was accepted", () => {
    let one = mustLearn(mustLearn(mustLearn(teacher(), "m01", "2026-10-01"), "m02", today), "m03", "2026-11-03");
    expect(adds("transfer", one)).toBe("0/2");
    one = learned(one, "m02", "accepted", recently);
    expect(adds("transfer", one)).toBe("1/2");
    expect(adds("transfer", learned(one, "m03", "completed", recently))).toBe("1/2");
  });

  it("does not count what waits for review as accepted", () => {
    expect(adds("transfer", learned(mustLearn(teacher(), "m01", "2026-10-01"), "m01", "submitted", recently))).toBe("0/1");
  });

  it("looks at this school year only", () => {
    expect(adds("transfer", mustLearn(mustLearn(teacher(), "m01", "2026-06-30"), "m02", "2026-07-01"))).toBe("0/1");
  });
});

describe("current", () => {
  it("counts a person once, when everything due is complete, whenever it was due", () => {
    let one = mustLearn(mustLearn(teacher(), "m01", "2026-03-02"), "m02", "2026-10-01");
    expect(adds("current", one)).toBe("0/1");
    one = learned(one, "m02", "completed", recently);
    expect(adds("current", one)).toBe("0/1");
    expect(adds("current", learned(one, "m01", "completed", recently))).toBe("1/1");
  });

  it("says nothing of someone with nothing due yet", () => {
    expect(adds("current", mustLearn(teacher(), "m01", "2026-11-03"))).toBe("0/0");
  });
});

describe("reach", () => {
  it("counts everyone active, and of them who opened a lesson this school year", () => {
    expect(adds("reach", teacher())).toBe("0/1");
    expect(adds("reach", learned(teacher(), "m01", "started", recently))).toBe("1/1");
    expect(adds("reach", learned(teacher(), "m01", "completed", "2026-06-30T15:00:00.000Z"))).toBe("0/1");
  });
});

describe("stalled", () => {
  it("counts modules begun and left alone for thirty days, out of those begun and not complete", () => {
    let one = learned(teacher(), "m01", "started", longAgo);
    expect(adds("stalled", one)).toBe("1/1");
    one = learned(learned(one, "m02", "started", "2026-10-04T15:00:00.000Z"), "m03", "completed", longAgo);
    expect(adds("stalled", one)).toBe("1/2");
  });

  it("counts days in the district's zone, not in London's", () => {
    expect(adds("stalled", learned(teacher(), "m01", "started", "2026-10-04T03:30:00.000Z"))).toBe("1/1");
  });
});

describe("certified", () => {
  it("counts a certificate through its last day and not after", () => {
    expect(adds("certified", certified(teacher(), today))).toBe("1/1");
    expect(adds("certified", certified(teacher(), "2026-11-01"))).toBe("0/1");
    expect(adds("certified", teacher())).toBe("0/1");
  });
});

describe("onboarded", () => {
  /** Their 45th day after hire is November 2. */
  const hire = (): Person => teacher({ hiredOn: "2026-09-18" });
  const withCore = (doneAt: string): Person =>
    moduleIds.reduce((one, id) => learned(one, id, "completed", id === "m03" ? doneAt : "2026-10-01T15:00:00.000Z"), hire());

  it("asks about hires from their 45th day on, and counts those who had the core complete by then", () => {
    expect(adds("onboarded", hire())).toBe("0/1");
    expect(adds("onboarded", withCore("2026-11-02T15:00:00.000Z"))).toBe("1/1");
    expect(adds("onboarded", teacher({ hiredOn: "2026-09-19" }))).toBe("0/0");
  });

  it("does not count what was completed a day later", () => {
    const late = withCore("2026-11-02T15:00:00.000Z");
    expect(adds("onboarded", { ...late, staff: { ...late.staff, hiredOn: "2026-09-17" } })).toBe("0/1");
  });

  it("looks at 45th days of this school year only", () => {
    expect(adds("onboarded", teacher({ hiredOn: "2026-05-16" }))).toBe("0/0");
    expect(adds("onboarded", teacher({ hiredOn: "2026-05-17" }))).toBe("0/1");
  });
});

describe("coachingReach", () => {
  const coached = teacher({ coachId: "stf_coach" });
  const reached = (one: Person, contacts: Contact[] = []): string => {
    const { numerator, denominator } = contributionOf(metricOf("coachingReach"), standingOn(summaryOf(one, [], contacts), when));
    return `${numerator}/${denominator}`;
  };
  const message = (byId: string, lastOn: string): Contact[] => [{ staffId: "stf_1", byId, lastOn }];

  it("says nothing of people without a coach", () => {
    expect(reached(learned(teacher(), "m01", "accepted", recently))).toBe("0/0");
  });

  it("counts a review in the last ninety days, today included", () => {
    expect(reached(coached)).toBe("0/1");
    expect(reached(learned(coached, "m01", "accepted", "2026-08-05T15:00:00.000Z"))).toBe("1/1");
    expect(reached(learned(coached, "m01", "accepted", "2026-08-04T15:00:00.000Z"))).toBe("0/1");
    expect(reached(learned(coached, "m01", "submitted", recently))).toBe("0/1");
  });

  it("counts a message of their own coach, and nobody else's", () => {
    expect(reached(coached, message("stf_coach", "2026-10-01"))).toBe("1/1");
    expect(reached(coached, message("stf_other", "2026-10-01"))).toBe("0/1");
  });
});

describe("what lapses", () => {
  it("counts certificates that end within ninety days, out of those in force", () => {
    expect(adds("lapsing", certified(teacher(), "2027-01-31"))).toBe("1/1");
    expect(adds("lapsing", certified(teacher(), "2027-02-01"))).toBe("0/1");
    expect(adds("lapsing", certified(teacher(), "2026-11-01"))).toBe("0/0");
  });

  it("does not count one towards whose renewal a check was passed since the window opened", () => {
    const soon = certified(teacher(), "2027-01-15", { renewalOpensOn: "2026-10-17" });
    const passed = (at: string): Person => {
      const one = learned(soon, "m01", "completed", "2024-01-10T15:00:00.000Z");
      return { ...one, enrollments: one.enrollments.map((each) => ({ ...each, check: { ...each.check, lastPassedAt: at } })) };
    };
    expect(adds("lapsing", passed("2026-10-17T15:00:00.000Z"))).toBe("0/1");
    expect(adds("lapsing", passed("2026-10-16T15:00:00.000Z"))).toBe("1/1");
  });

  it("counts as lapsed whose last certificate is over, out of everyone who held one", () => {
    expect(adds("lapsed", certified(teacher(), "2026-11-01"))).toBe("1/1");
    expect(adds("lapsed", certified(teacher(), today))).toBe("0/1");
    expect(adds("lapsed", teacher())).toBe("0/0");
  });
});

describe("the gap between roles", () => {
  const role = (job: JobRole, people: number, percent: number): RoleFigure => ({
    role: job,
    people,
    rate: { isHidden: false, numerator: percent, denominator: 100, percent },
  });

  it("is the highest less the lowest share, over roles of five people and more", () => {
    const roles = [role("teacher", 20, 80), role("paraprofessional", 5, 35.5), role("coach", 4, 0)];
    expect(roleGapOf(roles)).toEqual({
      state: "known",
      points: 44.5,
      highest: { role: "teacher", percent: 80 },
      lowest: { role: "paraprofessional", percent: 35.5 },
    });
  });

  it("needs two such roles, is hidden with any of them, and at least as large where one is said without its count", () => {
    expect(roleGapOf([role("teacher", 20, 80), role("coach", 4, 0)])).toEqual({ state: "few" });
    expect(roleGapOf([role("teacher", 20, 80), { role: "coach", people: 6, rate: { isHidden: true } }])).toEqual({ state: "hidden" });
    const coded = { role: "coach", people: 6, rate: { isHidden: false, coded: "atMost", percent: 5 } } as const;
    expect(roleGapOf([role("teacher", 20, 80), coded])).toMatchObject({ points: 75, isAtLeast: true });
  });
});

describe("who is in the figures", () => {
  const busy = (more: object): Person => learned(mustLearn(teacher(more), "m01", "2026-10-01"), "m01", "started", longAgo);

  it.each([
    ["on a leave of more than twenty school days", { leave: { from: "2026-11-02", to: "2026-12-04" } }],
    ["on leave without an end", { leave: { from: "2026-01-01" } }],
    ["suspended", { status: "suspended" }],
    ["gone", { status: "left" }],
  ])("leaves someone %s out of every figure, above and below the line", (_, more) => {
    expect(metricIds.map((id) => adds(id, busy(more)))).toEqual(metricIds.map(() => "0/0"));
  });

  it("names the reason for which someone is left out", () => {
    expect(tallyOf(summaryOf(busy({ status: "left" })), when).slice(0, 5)).toEqual([0, 0, 1, 0, 0]);
    expect(tallyOf(summaryOf(busy({ status: "suspended" })), when).slice(0, 5)).toEqual([0, 0, 0, 1, 0]);
    expect(tallyOf(summaryOf(busy({ leave: { from: "2026-01-01" } })), when).slice(0, 5)).toEqual([0, 0, 0, 0, 1]);
  });

  it("keeps someone on a leave of twenty school days or fewer, whose dates wait for them", () => {
    const away = { leave: { from: "2026-11-02", to: "2026-11-27" } };
    expect(adds("reach", busy(away))).toBe("1/1");
    expect(tallyOf(summaryOf(busy(away)), when).slice(0, 5)).toEqual([1, 0, 0, 0, 0]);
  });

  it("counts someone again on the day after their leave", () => {
    expect(adds("reach", busy({ leave: { from: "2026-09-01", to: "2026-11-01" } }))).toBe("1/1");
  });

  it("asks nothing of a newcomer for 45 days, but counts them among those to reach", () => {
    const newcomer = busy({ hiredOn: "2026-09-19" });
    expect(metricIds.slice(0, 5).map((id) => adds(id, newcomer))).toEqual(["0/0", "0/0", "1/1", "1/1", "0/1"]);
    expect(adds("transfer", busy({ hiredOn: "2026-09-18" }))).toBe("0/1");
  });
});

describe("definitions", () => {
  it("say in words what is counted, out of what, when, and who is left out", () => {
    for (const definition of [...metrics.map((metric) => metric.definition), roleGapDefinition, benchDepthDefinition])
      for (const words of [
        definition.title,
        definition.question,
        definition.numerator,
        definition.denominator,
        definition.window,
        definition.excluded,
        definition.missing,
      ])
        expect(words.length).toBeGreaterThan(4);
    expect(new Set(metricIds).size).toBe(metrics.length);
  });

  it("give no percent where there is nothing to count", () => {
    expect(rateOf({ numerator: 0, denominator: 0 })).toEqual({ numerator: 0, denominator: 0 });
    expect(rateOf({ numerator: 1, denominator: 3 })).toEqual({ numerator: 1, denominator: 3, percent: 33.3 });
  });
});

describe("a summary row", () => {
  it("stands in every school the person works at today, the primary one as home with every role", () => {
    const roles = [
      roleAt("sch_2", "coach", { isPrimary: false }),
      roleAt("sch_1"),
      roleAt("sch_3", "teacher", { endOn: "2026-11-01", isPrimary: false }),
      roleAt("sch_4", "teacher", { beginOn: "2026-11-10", isPrimary: false }),
    ];
    const one = person("stf_1", roles);
    const rows = summariesOf(
      {
        ...one,
        assignments: [],
        calendar,
        certifiedUntil: undefined,
        renewalOpensOn: undefined,
        coreModuleIds: [],
        contacts: [],
        changesOn: [],
        bad: 0,
      },
      day,
    );
    expect(rows.map(({ schoolId, isHome, roles: here, districtRoles }) => ({ schoolId, isHome, here, districtRoles }))).toEqual([
      { schoolId: "sch_1", isHome: true, here: ["teacher"], districtRoles: ["teacher", "coach"] },
      { schoolId: "sch_2", isHome: false, here: ["coach"], districtRoles: [] },
    ]);
    expect(rows[0]?.recheckOn).toBe(asOf("2026-11-10", year).day);
  });

  it("is made anew on the first day on which a role or an assignment changes by itself", () => {
    expect(summaryOf(teacher()).recheckOn).toBeUndefined();
    expect(summaryOf(person("stf_1", [roleAt("sch_1", "teacher", { endOn: today })])).recheckOn).toBe(when.day + 1);
    expect(summaryOf(teacher(), ["2026-11-20"]).recheckOn).toBe(when.day + 18);
  });

  it("belongs to the school year that its day lies in, also when the calendar is already the next year's", () => {
    expect(asOf("2026-06-30", year)).toEqual({ day: when.day - 125, yearStart: when.yearStart - 365 });
  });
});
