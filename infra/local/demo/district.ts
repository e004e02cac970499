import type { District, SchoolYear } from "../../../functions/platform/district.ts";

/** The instant at which the demo district's clock stands when it is first opened: a Tuesday in April, eight months in. */
export const demoOpensAt = "2026-04-21T13:30:00Z";

/** The first day of the demo's school year; its history begins here. */
export const demoYearStartsOn = "2025-08-18";

const breaks = [
  { name: "fall break", from: "2025-10-13", to: "2025-10-14" },
  { name: "Thanksgiving break", from: "2025-11-26", to: "2025-11-28" },
  { name: "winter break", from: "2025-12-22", to: "2026-01-02" },
  { name: "mid-winter break", from: "2026-02-16", to: "2026-02-20" },
  { name: "spring break", from: "2026-04-06", to: "2026-04-10" },
];

/** The year before, as it was entered then. */
const lastYear: SchoolYear = {
  yearStartsOn: "2024-08-19",
  yearEndsOn: "2025-06-13",
  breaks: [
    { name: "Thanksgiving break", from: "2024-11-27", to: "2024-11-29" },
    { name: "winter break", from: "2024-12-23", to: "2025-01-03" },
    { name: "spring break", from: "2025-04-07", to: "2025-04-11" },
  ],
};

/** Principals and the district office work through the summer and in most breaks. */
const twelveMonths: SchoolYear = {
  yearStartsOn: "2025-07-01",
  yearEndsOn: "2026-06-30",
  breaks: [
    { name: "Thanksgiving", from: "2025-11-27", to: "2025-11-28" },
    { name: "winter holidays", from: "2025-12-24", to: "2026-01-02" },
    { name: "spring break", from: "2026-04-06", to: "2026-04-10" },
  ],
};

/** Paraprofessionals do not work on the days when teachers are trained. */
const paraprofessionals: SchoolYear = {
  yearStartsOn: "2025-08-25",
  yearEndsOn: "2026-06-11",
  breaks: [
    ...breaks,
    { name: "staff day", from: "2026-03-13", to: "2026-03-13" },
    { name: "staff day", from: "2026-05-01", to: "2026-05-01" },
  ],
};

/** The local provider's client secrets by name; they protect nothing but a laptop. */
export const demoSecrets: Record<string, string> = { "maple-valley": "local-maple-valley", "cedar-ridge": "local-cedar-ridge" };

function district(slug: string, name: string, issuer: string): Omit<District, "id"> {
  return {
    slug,
    name,
    zone: "America/New_York",
    calendar: {
      yearStartsOn: demoYearStartsOn,
      yearEndsOn: "2026-06-12",
      breaks,
      otherYears: [lastYear],
    },
    employeeGroups: {
      groups: [
        { id: "twelve-month", name: "Twelve-month staff", calendar: twelveMonths },
        { id: "paraprofessionals", name: "Paraprofessionals", calendar: paraprofessionals },
      ],
      groupOfRole: { schoolAdministrator: "twelve-month", districtLeader: "twelve-month", paraprofessional: "paraprofessionals" },
    },
    identityProvider: { issuer, clientId: slug, clientSecretName: slug, match: "verifiedEmail" },
  };
}

/** The two demo districts; the second is there to show that neither can see the other. */
export const demoDistricts = (issuer: string) => [
  district("maple-valley", "Maple Valley Schools", issuer),
  district("cedar-ridge", "Cedar Ridge Schools", issuer),
];

/** How many schools of each level, and about how many teachers at each. */
export type DistrictSize = { schools: { elementary: number; middle: number; high: number }; teachersPerSchool: number };

/** How big the demo is. */
export const demoSizes = {
  tiny: { schools: { elementary: 1, middle: 1, high: 0 }, teachersPerSchool: 5 },
  small: { schools: { elementary: 2, middle: 1, high: 1 }, teachersPerSchool: 9 },
  standard: { schools: { elementary: 6, middle: 3, high: 3 }, teachersPerSchool: 21 },
  large: { schools: { elementary: 24, middle: 8, high: 8 }, teachersPerSchool: 30 },
} as const satisfies Record<string, DistrictSize>;
export type DemoSize = keyof typeof demoSizes;

/**
 * When the district began with each role: leaders and coaches first, the people they support after them. A rollout of
 * a whole year is why there is something going on in every week of the history, and today.
 */
export const roleStartsOn: Record<string, string> = {
  districtLeader: "2025-08-18",
  coach: "2025-08-18",
  schoolAdministrator: "2025-08-25",
  dataCoordinator: "2025-09-08",
  psychologist: "2025-09-22",
  counselor: "2025-10-06",
  interventionist: "2025-10-20",
  specialEducator: "2025-11-03",
  teacher: "2025-12-01",
  paraprofessional: "2026-02-09",
};
