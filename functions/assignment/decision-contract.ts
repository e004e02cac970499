import * as z from "zod";

const Words = z.string().trim().min(3, "Say why in a few words.").max(500);
/** A path or a module. */
export const Which = z.object({ kind: z.enum(["path", "module"]), id: z.string() });

/** Someone is exempt: from a module, whoever asks for it; from a path, as far as that path asks for it. */
export const WaiverInput = z.object({ target: Which, reason: Words, until: z.iso.date().optional() });
export type WaiverInput = z.infer<typeof WaiverInput>;

export const WaiverView = z.object({
  id: z.string(),
  target: Which,
  title: z.string(),
  reason: z.string(),
  byName: z.string(),
  decidedOn: z.iso.date(),
  /** The last day on which it holds; without one it holds until it is taken back. */
  until: z.iso.date().optional(),
});
export type WaiverView = z.infer<typeof WaiverView>;

/** What a waiver would take from someone's path today, and what stays because something else asks for it; nothing is saved. */
export const WaiverPreview = z.object({
  title: z.string(),
  leaving: z.array(z.object({ moduleId: z.string(), title: z.string(), isCompleted: z.boolean() })),
  staying: z.array(
    z.object({ moduleId: z.string(), title: z.string(), by: z.object({ kind: z.enum(["rule", "person"]), name: z.string() }) }),
  ),
});
export type WaiverPreview = z.infer<typeof WaiverPreview>;

/** A learner asks for more time for one module. */
export const ExtensionRequest = z.object({ wishedOn: z.iso.date(), reason: Words });
export type ExtensionRequest = z.infer<typeof ExtensionRequest>;

/** The answer: another date, or no, with words either way. */
export const ExtensionDecision = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("granted"), dueOn: z.iso.date(), words: z.string().trim().max(500).default("") }),
  z.object({ decision: z.literal("declined"), words: Words }),
]);
export type ExtensionDecision = z.infer<typeof ExtensionDecision>;

/** More time given without having been asked for. */
export const ExtensionGift = z.object({ moduleId: z.string(), dueOn: z.iso.date(), words: Words });
export type ExtensionGift = z.infer<typeof ExtensionGift>;

export const ExtensionView = z.object({
  id: z.string(),
  moduleId: z.string(),
  state: z.enum(["waiting", "granted", "declined"]),
  /** What the learner asked for; absent where it was given unasked. */
  wishedOn: z.iso.date().optional(),
  reason: z.string().optional(),
  askedOn: z.iso.date(),
  /** Once it is decided: the date given, the words, by whom and when. */
  dueOn: z.iso.date().optional(),
  words: z.string().optional(),
  byName: z.string().optional(),
  decidedOn: z.iso.date().optional(),
});
export type ExtensionView = z.infer<typeof ExtensionView>;

/**
 * Requests for more time that are the person's to answer who looks, the oldest first, a hundred at most of all there are.
 * `isOwn`: of someone they coach. Otherwise it has come up to them: `nearer` names those who did not answer in the
 * contract days it has waited; nobody is named where nobody is nearer.
 */
export const ExtensionQueue = z.object({
  today: z.iso.date(),
  total: z.number().int(),
  requests: z.array(
    ExtensionView.extend({
      staffId: z.string(),
      personName: z.string(),
      schoolName: z.string().optional(),
      moduleTitle: z.string(),
      isOwn: z.boolean(),
      nearer: z.array(z.string()),
      waitedDays: z.number().int(),
    }),
  ),
});
export type ExtensionQueue = z.infer<typeof ExtensionQueue>;

/** Prior learning that satisfies a module: what it was, seen by whom it is recorded. */
export const EquivalencyInput = z.object({
  moduleId: z.string(),
  evidence: z.string().trim().min(10, "Say what the learning was and what you saw of it.").max(1_000),
  learnedOn: z.iso.date(),
});
export type EquivalencyInput = z.infer<typeof EquivalencyInput>;

export const EquivalencyView = z.object({
  id: z.string(),
  moduleId: z.string(),
  title: z.string(),
  evidence: z.string(),
  learnedOn: z.iso.date(),
  /** The last day on which it counts; without one it counts until it is taken back. */
  until: z.iso.date().optional(),
  byName: z.string(),
  decidedOn: z.iso.date(),
});
export type EquivalencyView = z.infer<typeof EquivalencyView>;
