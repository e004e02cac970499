import { saveRule } from "../../../functions/assignment/actions/save-rule.ts";
import { shippedCatalog } from "../../../functions/curriculum/queries.ts";
import { createContext, type Services } from "../../../functions/platform/context.ts";
import { addDays, type LocalDate, localDate, weekday } from "../../../functions/platform/dates.ts";
import type { District } from "../../../functions/platform/district.ts";
import { type Granted, grant } from "../../../functions/platform/grant.ts";
import { idFrom } from "../../../functions/platform/ids.ts";
import { assignCoach } from "../../../functions/roster/actions/assign-coach.ts";
import { importRoster } from "../../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../../functions/roster/actions/open-district.ts";
import { findStaff } from "../../../functions/roster/queries.ts";
import type { Staff } from "../../../functions/roster/records.ts";
import { fullName, jobRolesOn, rolesOn } from "../../../functions/roster/rules.ts";
import { oneRosterBundle } from "./bundle.ts";
import { type DistrictSize, demoOpensAt, demoYearStartsOn, roleStartsOn } from "./district.ts";
import { enter, type HistoryClock, named, personAt, type World } from "./enter.ts";
import { enterSpecials, leaveFrom, leftOn, specialPeople, type Week } from "./specials.ts";
import { busyCoach, coachManner, isPilotSchool, schoolManner } from "./manner.ts";
import { type DemoRoster, makeRoster, personaDiligence, personas } from "./people.ts";
import { planYear, type PlannedPerson } from "./plan-year.ts";
import { seededRandom } from "./random.ts";
import { enterTeams, planTeams, teamsNamedOn } from "./teams.ts";

/** What the surroundings must do as time passes: the stream's reactions, and the schedule's tick. */
export type Surroundings = { settle(): Promise<void>; tick(): Promise<void> };

const sideBySide = 24;
const importAt = "2025-08-11T12:00:00.000Z";

/**
 * Opens one demo district and enters its history through the product's own doors: a OneRoster bundle through the
 * importer, everything else through the actions that people use, in the order and at the times at which it happened.
 */
export async function openDemo(
  services: Services & { clock: HistoryClock },
  options: {
    district: Omit<District, "id">;
    size: DistrictSize;
    seed: number;
    hasHistory?: boolean;
    surroundings: Surroundings;
    report: (done: number, total: number) => void;
  },
): Promise<void> {
  const { clock } = services;
  const random = seededRandom(options.seed);
  const districtId = idFrom("dst", options.district.slug);
  const district: District = { id: districtId, ...options.district };
  const job = (name: "setup" | "roster-import"): Granted<"roster:write"> =>
    grant(createContext(services, { actor: { kind: "job", name }, district, requestId: "history" }), "roster:write", { kind: "district" });

  clock.set(importAt);
  await openDistrict(job("setup"), district);
  const roster = makeRoster(options.size, district.name, `${district.slug}.example`, random);
  await importRoster(job("roster-import"), { source: "demo", files: oneRosterBundle(roster) });
  const world: World = { services, clock, district, staff: await readEveryone(job("setup"), roster) };
  await appointCoaches(world, roster);
  await saveRules(world);
  if (options.hasHistory !== false) await planTeams(world, false, importAt);
  await options.surroundings.settle();

  const catalog = await shippedCatalog(services);
  const deeds = options.hasHistory === false ? [] : planYear(catalog, plannedPeople(world, roster), random);
  let done = 0;
  const until = localDate(new Date(demoOpensAt), district.zone);
  const weeks = deeds[0] ? weeksOf(deeds[0].on, until) : [{ beginsOn: addDays(until, -1), endsOn: until }];
  for (const week of weeks) {
    const due = deeds.slice(done, deeds.findLastIndex(({ on }) => on < week.endsOn) + 1);
    await enterSideBySide(world, due);
    done += due.length;
    await enterSpecials(world, roster, job, week);
    if (week.beginsOn === teamsNamedOn) await enterTeams(world, roster);
    clock.set(week.endsOn >= until ? demoOpensAt : `${week.endsOn}T10:00:00.000Z`);
    if (due.length > 0 || week.endsOn > demoYearStartsOn) await options.surroundings.settle();
    if (week.endsOn > demoYearStartsOn) {
      await options.surroundings.tick();
      await options.surroundings.settle();
    }
    options.report(done, deeds.length);
  }
}

async function readEveryone(ctx: Granted<"roster:write">, roster: DemoRoster): Promise<Map<string, Staff>> {
  const everyone = await Promise.all(roster.staff.map(({ sourcedId }) => findStaff(ctx, idFrom("stf", ctx.district.id, sourcedId))));
  return new Map(everyone.flatMap((one) => (one ? [[one.id, one]] : [])));
}

/** Each school's people are shared out among the coaches who work there; coaches coach each other, and the office. */
async function appointCoaches(world: World, roster: DemoRoster): Promise<void> {
  const leader = personAt(world, named(world, personas.districtLeader).id, importAt);
  const ctx = grant(leader, "coaching:assign", { kind: "district" });
  const day = leader.today;
  const everyone = [...world.staff.values()];
  const coaches = everyone.filter((one) => jobRolesOn(one, day).includes("coach"));
  const caseloads = new Map<string, string[]>();
  const give = (person: Staff, coach: Staff | undefined): void => {
    if (coach && coach.id !== person.id) caseloads.set(coach.id, [...(caseloads.get(coach.id) ?? []), person.id]);
  };
  for (const school of [...roster.schools, roster.office]) {
    const schoolId = idFrom("sch", world.district.id, school.sourcedId);
    const here = coaches.filter((coach) => rolesOn(coach, day).some((role) => role.schoolId === schoolId));
    const choice = here.length > 0 ? here : coaches;
    // People who join later in the year are given their coach now, too.
    const people = everyone.filter((one) => one.roles.find(({ isPrimary }) => isPrimary)?.schoolId === schoolId && !coaches.includes(one));
    for (const [i, person] of people.entries()) give(person, choice[i % choice.length]);
  }
  for (const [i, coach] of coaches.entries()) give(coach, coaches[(i + 1) % coaches.length]);
  for (const [coachId, staffIds] of caseloads) {
    await assignCoach(ctx, { coachId, staffIds });
    for (const staffId of staffIds) {
      const person = world.staff.get(staffId);
      if (person) world.staff.set(staffId, { ...person, coachId });
    }
  }
}

/** One rule for each role path: everyone in the role gets it, each module by its own date. */
async function saveRules(world: World): Promise<void> {
  const catalog = await shippedCatalog(world.services);
  for (const path of catalog.paths) {
    const ctx = grant(personAt(world, named(world, personas.administrator).id, importAt), "rule:write", { kind: "district" });
    await saveRule(ctx, {
      name: path.title,
      audience: { anyOf: [{ allOf: [{ about: "role", anyOf: [path.role as never] }] }] },
      target: { kind: "path", id: path.id },
      due: { kind: "paced" },
      effectiveFrom: roleStartsOn[path.role] ?? demoYearStartsOn,
    });
  }
}

function plannedPeople(world: World, roster: DemoRoster): PlannedPerson[] {
  const coachIndex = new Map(
    [...new Set([...world.staff.values()].map(({ coachId = "" }) => coachId))]
      .toSorted((a, b) => a.localeCompare(b))
      .map((id, i) => [id, i]),
  );
  const special = specialPeople(world, roster);
  const jordan = named(world, personas.coach).id;
  return roster.staff.flatMap((one) => {
    const person = world.staff.get(idFrom("stf", world.district.id, one.sourcedId));
    const home = one.roles[0];
    if (!person || !home) return [];
    const index = roster.schools.indexOf(home.school);
    const isNamed = Object.values(personas).includes(fullName(person) as never);
    const until = person.id === special.left ? addDays(leftOn, -1) : person.id === special.onLeave ? addDays(leaveFrom, -1) : "2026-04-20";
    const school = index < 0 ? { diligence: 0.85, beginsLateDays: 0 } : schoolManner(index);
    return {
      staffId: person.id,
      roles: person.roles.map(({ role }) => role),
      startsOn: home.beginOn,
      until,
      school,
      diligence: personaDiligence[fullName(person)],
      coach:
        person.coachId === undefined
          ? undefined
          : person.coachId === jordan
            ? busyCoach
            : coachManner(coachIndex.get(person.coachId ?? "") ?? 0),
      isPilot:
        !isNamed &&
        index >= 0 &&
        isPilotSchool(roster.schools, home.school) &&
        home.role === "teacher" &&
        person.hiredOn < "2023-01-01" &&
        Number(one.sourcedId.slice(1)) % 3 === 0,
    };
  });
}

/** The weeks from the first deed to today, Monday to Monday; the last one ends today. */
function weeksOf(first: LocalDate, until: LocalDate): Week[] {
  const weeks: Week[] = [];
  let beginsOn = addDays(first, 1 - weekday(first));
  while (beginsOn < until) {
    const monday = addDays(beginsOn, 7);
    const endsOn = monday > until ? until : monday;
    // Between the pilot and this year nothing happened; the weeks between are not walked one by one.
    if (endsOn > demoYearStartsOn || endsOn < "2023-08-01") weeks.push({ beginsOn, endsOn });
    beginsOn = monday;
  }
  return weeks;
}

/** Enters a week: each person's deeds in order, many people side by side. */
async function enterSideBySide(world: World, deeds: Parameters<typeof enter>[1][]): Promise<void> {
  const queues = [...Map.groupBy(deeds, ({ staffId }) => staffId).values()];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let queue = queues[next++]; queue; queue = queues[next++]) for (const deed of queue) await enter(world, deed);
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
}
