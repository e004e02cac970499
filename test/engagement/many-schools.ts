import type { SchoolFigures } from "../../functions/engagement/records.ts";
import type { JobRole } from "../../functions/roster/contract.ts";

/** Job roles of a school of a hundred, and how many hold each. */
const staffing: [JobRole, number][] = [
  ["teacher", 62],
  ["paraprofessional", 14],
  ["specialEducator", 9],
  ["interventionist", 5],
  ["counselor", 4],
  ["schoolAdministrator", 3],
  ["psychologist", 2],
  ["coach", 1],
];
const levels = ["elementary", "elementary", "elementary", "middle", "high"] as const;

/** The counts of so many people, of whom a share has done most things; every number as large as it would be. */
function counts(people: number, share: number): string {
  const of = (n: number): number[] => [Math.round(n * share), n, Math.min(n, people)];
  const hires = Math.ceil(people / 12);
  const held = Math.ceil(people / 2);
  const first = [...of(people * 3), ...of(people), ...of(people), ...of(people * 2), ...of(people)];
  return [people, Math.ceil(people / 10), 1, 0, 2, ...first, 0, 0, ...of(hires), ...of(people), ...of(held), ...of(held)].join(" ");
}

/** A district of so many schools of a hundred as its roll-ups have it; in every fifth, someone works elsewhere too. */
export function manySchools(many: number, asOfDay: string, shift = 0): SchoolFigures[] {
  return Array.from({ length: many }, (_, i) => {
    const share = Math.min(1, 0.25 + ((i * 37) % 70) / 100 + shift);
    const byRole = Object.fromEntries(staffing.map(([role, people]) => [role, counts(people, share)]));
    const whole = { total: counts(100, share), byRole };
    const home = { total: counts(99, share), byRole: { ...byRole, teacher: counts(61, share) } };
    return {
      schoolId: `sch_${String(i).padStart(26, "0")}`,
      name: `Number ${String(i).padStart(4, "0")} Elementary School`,
      level: levels[i % levels.length] ?? "middle",
      asOfDay,
      rolledAt: `${asOfDay}T05:00:00.000Z`,
      ...whole,
      ...(i % 5 === 0 && { home }),
      bad: 0,
    };
  });
}
