import type { Granted } from "../../platform/grant.ts";
import { listMembers, listSchools } from "../../roster/queries.ts";
import { issueReady } from "./issue-certificate.ts";

/** How many people are looked at side by side. */
const width = 16;

/**
 * Looks at everyone once and issues what is ready: for the changes that no row tells of, such as a leave that ended
 * or a module that lost its last unread lesson. Nightly; doing it again, or from the middle, changes nothing.
 */
export async function issueAllReady(ctx: Granted<"certificate:issue">): Promise<{ issued: number }> {
  let issued = 0;
  for (const school of await listSchools(ctx)) {
    const members = await listMembers(ctx, school.id);
    for (let first = 0; first < members.length; first += width) {
      const work = members.slice(first, first + width).map(({ staffId }) => issueReady(ctx, staffId));
      for (const done of await Promise.all(work)) issued += done.issued;
    }
  }
  return { issued };
}
