import { everyoneTask } from "../../roster/everyone-task.ts";
import { issueReady } from "./issue-certificate.ts";

/**
 * Looks at everyone once and issues what is ready: for the changes that no row tells of, such as a leave that ended
 * or a module that lost its last unread lesson. Once a day.
 */
export const issueToEveryone = everyoneTask({
  name: "issue-to-everyone",
  job: "certification",
  permission: "certificate:issue",
  inAStep: 120,
  atOnce: 8,
  prepare: async (ctx) => (staffId) => issueReady(ctx, staffId),
});
