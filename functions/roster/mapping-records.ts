import * as z from "zod";
import { record } from "../platform/record.ts";
import { HrMapping, TitlesLeftOut } from "./mapping-contract.ts";

/** Whom OneRoster files are read without, by title. */
export const titlesLeftOut = record({
  type: "titles-left-out",
  kind: "fact",
  schema: TitlesLeftOut.extend({ savedBy: z.string(), savedAt: z.iso.datetime() }),
  address: () => ({ of: "IMPMAP", at: "LEFTOUT" }),
});

/** How personnel files with the same headers are read. */
export const importMappings = record({
  type: "import-mapping",
  kind: "fact",
  schema: z.object({ signature: z.string(), mapping: HrMapping, savedBy: z.string(), savedAt: z.iso.datetime() }),
  address: ({ signature }) => ({ of: "IMPMAP", at: signature }),
});
