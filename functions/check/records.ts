import * as z from "zod";
import { record } from "../platform/record.ts";
import { CheckReport } from "./contract.ts";

/** What the last check of a district found. */
export const checkReports = record({
  type: "check-report",
  kind: "derived",
  schema: CheckReport,
  address: () => ({ of: "", at: "CHECK" }),
});

/** The check that was asked for last: what the page follows. */
export const checkRequests = record({
  type: "check-request",
  kind: "fact",
  schema: z.object({ taskId: z.string() }),
  address: () => ({ of: "", at: "CHECKING" }),
});
