import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { HistoryImportView, KeptBecause } from "./history-contract.ts";

/** One import of past certificates: who entered how many when, and whether it was taken back. */
export const HistoryImport = z.object({
  id: z.string(),
  enteredAt: z.iso.datetime(),
  enteredOn: z.iso.date(),
  enteredByName: z.string(),
  certificates: z.number().int(),
  state: HistoryImportView.shape.state,
  /** The work that enters it, until it is whole. */
  taskId: z.string().optional(),
  takenBack: z
    .object({
      taskId: z.string(),
      at: z.iso.datetime(),
      byName: z.string(),
      /** Once it is done: how many went, and how many stayed because something came to rest on them. */
      removed: z.number().int().optional(),
      kept: z.number().int().optional(),
    })
    .optional(),
});
export type HistoryImport = z.infer<typeof HistoryImport>;

export const historyImports = record({
  type: "certificate-import",
  kind: "fact",
  schema: HistoryImport,
  address: ({ id }) => historyImportAddress(id),
});

/** Where an import of past certificates stands. */
export const historyImportAddress = (id: string): Address => ({ of: "HISTORY", at: id });

/** One certificate that an import entered, and what became of it when the import was taken back. */
export const HistoryLine = z.object({
  importId: z.string(),
  publicId: z.string(),
  certificateId: z.string(),
  staffId: z.string(),
  holderName: z.string(),
  title: z.string(),
  certificationId: z.string(),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  state: z.enum(["entered", "takenBack", "kept"]),
  keptBecause: KeptBecause.optional(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** Where the lines of an import stand. */
export const historyLinesOf = (importId: string): string => `HISTORY#${importId}`;

/** Written with the certificate: what an import wrote is known to the row. */
export const historyLines = record({
  type: "certificate-import-line",
  kind: "fact",
  schema: HistoryLine,
  address: ({ importId, publicId }) => ({ of: historyLinesOf(importId), at: publicId }),
});
