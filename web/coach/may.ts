import type { Access } from "../app/session.ts";

/** Who coaches or leads: they remind people and give them time; the same roles as `nudge:send` and `extension:decide` have. */
export const maySupport = (access: readonly Access[]): boolean =>
  access.some((one) => one === "coach" || one === "schoolLeader" || one === "districtLeader");

/** Who assigns and takes back what was assigned by hand, as `assignment:write` has it. */
export const mayAssign = (access: readonly Access[]): boolean => maySupport(access) || access.includes("districtAdministrator");

/** Who exempts people and counts prior learning, as `assignment:exempt` has it. */
export const mayExempt = (access: readonly Access[]): boolean =>
  access.some((one) => one === "schoolLeader" || one === "districtLeader" || one === "districtAdministrator");

/** Who observes others at work and reads their portfolios, as `observation:record` and `portfolio:read` have it. */
export const mayObserve = (access: readonly Access[]): boolean => access.includes("coach") || access.includes("districtLeader");

/** Who reaches everyone in the district. */
export const reachesDistrict = (access: readonly Access[]): boolean =>
  access.includes("districtLeader") || access.includes("districtAdministrator");
