import * as z from "zod";
import { record } from "../platform/record.ts";

/**
 * A certificate of another district, known by its badge, that counts as one of ours where a certification asks for that to be held. It is
 * no certificate of ours: it is not renewed, verified or counted in figures here.
 */
export const HeldElsewhere = z.object({
  staffId: z.string(),
  id: z.string(),
  /** The certification of ours that it counts as. */
  certificationId: z.string(),
  /** What its badge says: its evidence. */
  badgeId: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuerHost: z.string().optional(),
  heldSince: z.iso.date(),
  /** The last day on which it counts: never after the badge's own. */
  until: z.iso.date().optional(),
  by: z.object({ staffId: z.string(), name: z.string() }),
  decidedOn: z.iso.date(),
  /** Since when its issuer does not stand behind it. */
  revoked: z.object({ on: z.iso.date() }).optional(),
});
export type HeldElsewhere = z.infer<typeof HeldElsewhere>;

/** What the rows of certificates held elsewhere begin with in their person's partition. */
export const heldElsewherePrefix = "HELD#";

export const heldElsewhere = record({
  type: "held-elsewhere",
  kind: "fact",
  schema: HeldElsewhere,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `${heldElsewherePrefix}${id}` }),
});
