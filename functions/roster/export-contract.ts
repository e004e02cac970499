import * as z from "zod";

/** A finished export: the file, and in how many pieces it is fetched. Fetched one after the other and joined, they are the file. */
export const RosterExport = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  people: z.number().int(),
  pieces: z.number().int(),
});
export type RosterExport = z.infer<typeof RosterExport>;

/** How far an export has come: how many people were read, of how many. */
export const ExportCheckpoint = z.object({ done: z.number().int(), total: z.number().int() });
export type ExportCheckpoint = z.infer<typeof ExportCheckpoint>;

/** The task that makes an export, to be followed; its outcome is the finished export. */
export const ExportAsked = z.object({ taskId: z.string() });
