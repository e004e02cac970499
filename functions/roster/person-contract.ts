import * as z from "zod";
import { RoleAssignment } from "./contract.ts";

/** An edit by hand: who made it, when, and what the roster says instead. */
function pinOf<Schema extends z.ZodType>(value: Schema) {
  return z.object({ by: z.string(), at: z.iso.datetime(), rosterSays: value }).optional();
}

const Name = z.object({ givenName: z.string(), familyName: z.string() });

/** What was edited here and is kept against the roster until the roster says the same, or someone lets go of it. */
export const Pins = z.object({
  name: pinOf(Name),
  email: pinOf(z.string()),
  hiredOn: pinOf(z.iso.date()),
  roles: pinOf(z.array(RoleAssignment)),
});
export type Pins = z.infer<typeof Pins>;

export const PinnedField = z.enum(["name", "email", "hiredOn", "roles"]);
export type PinnedField = z.infer<typeof PinnedField>;
