/** The names of teams and seats by themselves: a page that lists them need not load the schemas. */

/** The teams that run a tiered system: three in each school and its leadership team, and one for the district. */
export const teamKinds = ["tier1", "tier2", "tier3", "schoolLeadership", "districtLeadership"] as const;

/** What a person does on a team. */
export const seatRoles = [
  "facilitator",
  "dataAnalyst",
  "minuteTaker",
  "tierLead",
  "coach",
  "administrator",
  "executive",
  "specialEducation",
] as const;

/** Where a team belongs: a school's id, or this for the team of the district. */
export const districtTeams = "district";
