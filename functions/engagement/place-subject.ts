import type { Subject } from "../platform/grant.ts";
import { districtTeams } from "../roster/seats-contract.ts";

/** Whom a team's page is about: a school, or the whole district. */
export function placeSubject(place: string): Subject {
  return place === districtTeams ? { kind: "district" } : { kind: "school", schoolId: place };
}
