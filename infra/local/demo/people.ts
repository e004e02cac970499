import type { DistrictSize } from "./district.ts";
import { familyNames, givenNames, schoolNames } from "./names.ts";
import type { Random } from "./random.ts";

export type DemoSchool = { sourcedId: string; name: string; level: "elementary" | "middle" | "high" | "district" };
export type DemoRole = { role: string; school: DemoSchool; isPrimary: boolean; beginOn: string };
export type DemoStaff = { sourcedId: string; givenName: string; familyName: string; email: string; hiredOn: string; roles: DemoRole[] };
export type DemoRoster = { districtName: string; office: DemoSchool; schools: DemoSchool[]; staff: DemoStaff[] };

/** People whom the README and the sign-in page name, one for each way of using the product. */
export const personas = {
  teacher: "Maya Torres",
  paraprofessional: "Denise Walker",
  coach: "Jordan Ellis",
  schoolLeader: "Priya Raman",
  /** Leads at one school and teaches at another: sees only the first. */
  twoSchools: "Marcus Hill",
  districtLeader: "Elena Brooks",
  administrator: "Sam Whitfield",
} as const;

/** How the named people go about their own learning; the others follow their school. */
export const personaDiligence: Partial<Record<string, number>> = {
  [personas.teacher]: 0.93,
  [personas.paraprofessional]: 0.9,
  [personas.coach]: 0.97,
  [personas.schoolLeader]: 0.97,
  [personas.twoSchools]: 0.72,
  [personas.districtLeader]: 0.97,
};

/** Makes the district's people: named personas first, then each school's staff, some of them at two schools. */
export function makeRoster(size: DistrictSize, districtName: string, domain: string, random: Random): DemoRoster {
  const { schools: counts, teachersPerSchool } = size;
  const office: DemoSchool = { sourcedId: "district", name: districtName, level: "district" };
  const schools = (["elementary", "middle", "high"] as const).flatMap((level) =>
    Array.from({ length: counts[level] }, (_, i): DemoSchool => {
      const names = schoolNames[level];
      const round = Math.floor(i / names.length);
      const suffix = { elementary: "Elementary", middle: "Middle", high: "High" }[level];
      return {
        sourcedId: `${level.slice(0, 1)}${i + 1}`,
        name: `${names[i % names.length]}${round ? ` ${["North", "South", "East", "West"][round - 1]}` : ""} ${suffix}`,
        level,
      };
    }),
  );
  const staff: DemoStaff[] = [];
  const taken = new Set<string>(Object.values(personas));
  const add = (roles: { role: string; school: DemoSchool }[], options: { name?: string; hiredOn?: string } = {}): DemoStaff => {
    const name = options.name ?? unusedName(taken, random);
    const [givenName = "", familyName = ""] = name.split(" ");
    const hiredOn = options.hiredOn ?? "2019-08-12";
    const sourcedId = `p${String(staff.length + 1).padStart(4, "0")}`;
    const person = {
      sourcedId,
      givenName,
      familyName,
      email: `${givenName}.${familyName}@${domain}`.toLowerCase(),
      hiredOn,
      roles: roles.map(({ role, school }, i) => ({ role, school, isPrimary: i === 0, beginOn: hiredOn })),
    };
    staff.push(person);
    return person;
  };
  const at = (i: number): DemoSchool => schools[i % schools.length] ?? office;
  const hired = (): string =>
    random.chance(0.06) ? random.pick(["2025-10-06", "2025-11-10", "2026-01-12", "2026-03-16", "2026-03-30"]) : "2019-08-12";

  add([{ role: "ext:districtLeader", school: office }], { name: personas.districtLeader });
  add([{ role: "systemAdministrator", school: office }], { name: personas.administrator });
  add([{ role: "ext:districtLeader", school: office }]);
  add([{ role: "ext:dataCoordinator", school: office }]);
  add([{ role: "principal", school: at(0) }], { name: personas.schoolLeader });
  add([{ role: "teacher", school: at(0) }], { name: personas.teacher });
  add([{ role: "aide", school: at(0) }], { name: personas.paraprofessional });
  add(
    [
      { role: "ext:coach", school: at(0) },
      { role: "ext:coach", school: at(1) },
    ],
    { name: personas.coach },
  );
  add(
    [
      { role: "principal", school: at(1) },
      { role: "teacher", school: at(2) },
    ],
    { name: personas.twoSchools },
  );

  const coaches = Math.max(1, Math.round((schools.length * 2) / 3));
  for (let i = 1; i < coaches; i++) {
    const first = Math.floor((i * schools.length) / coaches);
    const second = first + 1 < Math.floor(((i + 1) * schools.length) / coaches) ? first + 1 : undefined;
    add([{ role: "ext:coach", school: at(first) }, ...(second === undefined ? [] : [{ role: "ext:coach", school: at(second) }])]);
  }
  for (const [i, school] of schools.entries()) {
    if (i > 1) add([{ role: "principal", school }]);
    if (school.level === "high") add([{ role: "principal", school }]);
    for (let n = random.between(-3, 3) + teachersPerSchool; n > 0; n--) add([{ role: "teacher", school }], { hiredOn: hired() });
    for (let n = Math.ceil(teachersPerSchool / 10); n > 0; n--) add([{ role: "ext:interventionist", school }], { hiredOn: hired() });
    for (let n = Math.ceil(teachersPerSchool / 8); n > 0; n--) add([{ role: "ext:specialEducator", school }]);
    for (let n = Math.ceil(teachersPerSchool / 5); n > 0; n--) add([{ role: "aide", school }], { hiredOn: hired() });
    add([{ role: "counselor", school }, ...(i % 4 === 1 ? [{ role: "counselor", school: at(i + 1) }] : [])]);
    if (i % 2 === 0)
      add([
        { role: "ext:psychologist", school },
        { role: "ext:psychologist", school: at(i + 1) },
      ]);
  }
  return { districtName, office, schools, staff };
}

function unusedName(taken: Set<string>, random: Random): string {
  for (let attempt = 0; ; attempt++) {
    const name = `${random.pick(givenNames)} ${random.pick(familyNames)}${attempt > 200 ? "-" + random.pick(familyNames) : ""}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
