import * as z from "zod";

/** Why a certificate stays when the import that entered it is taken back. */
export const KeptBecause = z.enum(["reliedOn", "decided", "asked", "moved"]);
export type KeptBecause = z.infer<typeof KeptBecause>;

/** An import of past certificates as its page shows it. */
export const HistoryImportView = z.object({
  id: z.string(),
  enteredOn: z.iso.date(),
  enteredByName: z.string(),
  certificates: z.number().int(),
  state: z.enum(["entering", "entered", "takingBack", "takenBack"]),
  /** The last day on which it can be taken back; absent once it is over or taken back. */
  undoUntil: z.iso.date().optional(),
  /** The work that enters it or takes it back, as long as it is at it. */
  taskId: z.string().optional(),
  takenBackByName: z.string().optional(),
  removed: z.number().int().optional(),
  kept: z.number().int().optional(),
});
export type HistoryImportView = z.infer<typeof HistoryImportView>;

/** The imports of past certificates, the latest first. */
export const HistoryImports = z.object({ imports: z.array(HistoryImportView) });
export type HistoryImports = z.infer<typeof HistoryImports>;

const Line = z.object({ id: z.string(), name: z.string(), title: z.string(), issuedOn: z.iso.date(), expiresOn: z.iso.date() });

/** What taking an import back would do, or has done: how many certificates go, and which stay and why. */
export const HistoryUndo = z.object({
  import: HistoryImportView,
  removes: z.number().int(),
  /** The first of them, by name. */
  firstRemoved: z.array(Line),
  keeps: z.number().int(),
  firstKept: z.array(Line.extend({ because: KeptBecause })),
});
export type HistoryUndo = z.infer<typeof HistoryUndo>;
