import * as z from "zod";
import { record } from "./record.ts";

/** A sign-in that has begun and not ended: bound to one browser, good once, for ten minutes. */
export const loginAttempts = record({
  type: "login-attempt",
  kind: "system",
  scope: "global",
  schema: z.object({
    stateHash: z.string(),
    browserHash: z.string(),
    districtId: z.string(),
    codeVerifier: z.string(),
    nonce: z.string(),
    returnTo: z.string(),
    expiresAt: z.number(),
  }),
  address: ({ stateHash }) => ({ of: `LOGIN#${stateHash}`, at: "S" }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
