import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { keepOptions } from "./contract.ts";

/** Where the district's choice stands. */
export const retentionAddress: Address = { of: "", at: "RETENTION" };

/** How long the district keeps evidence, and who decided it. */
const RetentionPolicy = z.object({
  schoolYears: z.literal(keepOptions).optional(),
  savedBy: z.string(),
  savedByName: z.string(),
  savedAt: z.iso.datetime(),
});
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

export const retentionPolicies = record({
  type: "retention-policy",
  kind: "fact",
  schema: RetentionPolicy,
  address: () => retentionAddress,
});
