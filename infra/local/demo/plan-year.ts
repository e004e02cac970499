import type { Catalog } from "../../../functions/curriculum/content.ts";
import { addDays, type LocalDate } from "../../../functions/platform/dates.ts";
import { demoYearStartsOn, roleStartsOn } from "./district.ts";
import { type CoachManner, type Deed, planModule, type SchoolManner } from "./plan.ts";
import type { Random } from "./random.ts";

/** A person as the plan needs them: what they do, since when, how their school and coach go about it. */
export type PlannedPerson = {
  staffId: string;
  roles: string[];
  startsOn: LocalDate;
  /** The last day of which there is history: today, or the day before they left or went on leave. */
  until: LocalDate;
  school: SchoolManner;
  diligence?: number | undefined;
  /** Absent for someone nobody reviews: what they send stays sent. */
  coach: CoachManner | undefined;
  /** Completed the core in the pilot three years ago. */
  isPilot: boolean;
};

const pilotStartsOn = "2023-03-20";
const coreIds = ["m01", "m02", "m03", "m04", "m05", "m06"];

/** Everything everyone did, in the order in which it happened. */
export function planYear(catalog: Catalog, people: PlannedPerson[], random: Random): Deed[] {
  const deeds = people.flatMap((person) => [
    ...(person.isPilot ? planPilot(catalog, person, random) : []),
    ...planPerson(catalog, person, random),
  ]);
  return deeds.toSorted((a, b) => a.at.localeCompare(b.at));
}

function planPerson(catalog: Catalog, person: PlannedPerson, random: Random): Deed[] {
  // A person differs from their school by up to a quarter, either way, unless the demo says how they are.
  const diligence = person.diligence ?? Math.min(0.98, Math.max(0.08, person.school.diligence + (random.next() - 0.5) * 0.5));
  const deeds: Deed[] = [];
  let hasStopped = false;
  for (const { module, dueDays, anchorOn } of stepsOf(catalog, person)) {
    if (hasStopped) break;
    const planned = planModule({
      random,
      staffId: person.staffId,
      module,
      dueOn: addDays(anchorOn, dueDays + person.school.beginsLateDays),
      notBefore: anchorOn,
      until: person.until,
      diligence,
      stallsOn: person.school.stallsOn,
      coach: person.coach,
    });
    deeds.push(...planned);
    // Whoever leaves a module half-read seldom opens the next one.
    const lessonsRead = planned.filter(({ kind }) => kind === "lesson").length;
    hasStopped = lessonsRead > 0 && lessonsRead < module.lessons.length && random.chance(0.8);
  }
  return deeds;
}

type Step = { module: Catalog["modules"][number]; dueDays: number; anchorOn: LocalDate };

/** The modules of all of a person's paths, each once, from the day the district began with their role. */
function stepsOf(catalog: Catalog, person: PlannedPerson): Step[] {
  const steps = new Map<string, Step>();
  for (const path of catalog.paths.filter(({ role }) => person.roles.includes(role))) {
    const launchOn = roleStartsOn[path.role] ?? demoYearStartsOn;
    const anchorOn = person.startsOn > launchOn ? person.startsOn : launchOn;
    for (const { id, dueDays } of path.modules) {
      const module = catalog.modules.find((one) => one.id === id);
      if (module && !steps.has(id) && !(person.isPilot && coreIds.includes(id))) steps.set(id, { module, dueDays, anchorOn });
    }
  }
  return [...steps.values()];
}

function planPilot(catalog: Catalog, person: PlannedPerson, random: Random): Deed[] {
  return catalog.modules
    .filter(({ id }) => coreIds.includes(id))
    .flatMap((module, i) =>
      planModule({
        random,
        staffId: person.staffId,
        module,
        dueOn: addDays(pilotStartsOn, 7 * (i + 1)),
        notBefore: pilotStartsOn,
        until: "2023-07-15",
        diligence: 1,
        stallsOn: undefined,
        coach: { reviewDays: [1, 4], returnsShare: 0 },
      }),
    );
}
