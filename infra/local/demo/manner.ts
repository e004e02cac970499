import type { CoachManner, SchoolManner } from "./plan.ts";
import type { DemoSchool } from "./people.ts";

const manners: Record<string, SchoolManner> = {
  strong: { diligence: 0.9, beginsLateDays: 0 },
  steady: { diligence: 0.72, beginsLateDays: 0 },
  mixed: { diligence: 0.58, beginsLateDays: 10 },
  late: { diligence: 0.62, beginsLateDays: 60 },
  weak: { diligence: 0.38, beginsLateDays: 25 },
  stalled: { diligence: 0.7, beginsLateDays: 0, stallsOn: "2025-12-19" },
};

const order = ["strong", "steady", "mixed", "stalled", "steady", "weak", "steady", "mixed", "strong", "late", "steady", "weak"] as const;

/** How the n-th school of the demo goes about its training: uneven, as districts are. */
export function schoolManner(index: number): SchoolManner {
  const manner = manners[order[index % order.length] ?? "steady"];
  if (!manner) throw new Error("every school has a manner");
  return manner;
}

/** How the n-th coach reviews: most within the week, one with a backlog. */
export function coachManner(index: number): CoachManner {
  if (index % 8 === 3) return { reviewDays: [9, 26], returnsShare: 0.1 };
  return index % 2 === 0 ? { reviewDays: [2, 11], returnsShare: 0.18 } : { reviewDays: [3, 14], returnsShare: 0.12 };
}

/** Whether a school is one of the two that piloted the core three years earlier; their certificates lapse soon. */
export const isPilotSchool = (schools: DemoSchool[], school: DemoSchool): boolean => schools.indexOf(school) < 2;

/** A coach who has evidence waiting today, so that there is something to review. */
export const busyCoach: CoachManner = { reviewDays: [6, 24], returnsShare: 0.15 };
