import * as z from "zod";
import { record } from "../platform/record.ts";
import { EquivalencyInput, ExtensionView, WaiverInput } from "./decision-contract.ts";

const By = z.object({ staffId: z.string(), name: z.string() });
/** When it was taken back, and by whom. What was decided stays on record. */
const Revocation = z.object({ on: z.iso.date(), by: By });

export const Waiver = WaiverInput.extend({
  staffId: z.string(),
  id: z.string(),
  by: By,
  decidedOn: z.iso.date(),
  revoked: Revocation.optional(),
});
export type Waiver = z.infer<typeof Waiver>;

/** Beside the ledger's lines in the person's own partition: no run of the rules touches it. */
export const waivers = record({
  type: "waiver",
  kind: "fact",
  schema: Waiver,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `AW#${id}` }),
});

export const Extension = ExtensionView.omit({ byName: true }).extend({
  staffId: z.string(),
  by: By.optional(),
  /** Who would decide today: kept up with the person's profile, while it waits. */
  coachId: z.string().optional(),
  schoolId: z.string().optional(),
});
export type Extension = z.infer<typeof Extension>;

/** The requests of a district that wait for an answer. */
export const waitingAsks = "ASK";

/** What those of a school begin with there; someone without a school stands in front of them all. */
export const asksOfSchool = (schoolId: string | undefined): string => `${schoolId ?? "-"}#`;

/** More time for one module of one person: asked for, granted or declined. */
export const extensions = record({
  type: "extension",
  kind: "fact",
  schema: Extension,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `AX#${id}` }),
  // Sparse: only what waits. The district's queue is read whole, a school's as the part of it that begins with its id.
  index1: ({ state, schoolId, askedOn, id }) =>
    state === "waiting" ? { of: waitingAsks, at: `${asksOfSchool(schoolId)}${askedOn}#${id}` } : undefined,
  index2: ({ state, coachId, askedOn, id }) =>
    state === "waiting" && coachId !== undefined ? { of: `ASKC#${coachId}`, at: `${askedOn}#${id}` } : undefined,
});

export const Equivalency = EquivalencyInput.extend({
  staffId: z.string(),
  id: z.string(),
  by: By,
  decidedOn: z.iso.date(),
  /** The last day on which it counts; without one it counts until it is taken back. */
  until: z.iso.date().optional(),
  /** The badge of another issuer that is its evidence. */
  badgeId: z.string().optional(),
  revoked: Revocation.optional(),
});
export type Equivalency = z.infer<typeof Equivalency>;

/** Prior learning that counts for a module: no completion of ours, no credit. */
export const equivalencies = record({
  type: "equivalency",
  kind: "fact",
  schema: Equivalency,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `AQ#${id}` }),
});
