import * as z from "zod";
import { JobRole, SchoolView } from "./contract.ts";
import { hrFields } from "./columns-contract.ts";

/** What a column of a personnel file can be. A full name may stand in for its two parts. */
export const HrField = z.enum(hrFields);
export type HrField = z.infer<typeof HrField>;

/** `ignore`: whoever has this title is none of our business. */
export const TitleMeaning = z.union([JobRole, z.literal("ignore")]);
export type TitleMeaning = z.infer<typeof TitleMeaning>;

/**
 * How the columns of a personnel file are read: kept by the file's headers, so that the next file like it is read without
 * asking. Titles and schools are keyed as the file has them; a school is named by our id, or `ignore`.
 */
export const HrMapping = z.object({
  /** What its people's source is called: only a file of the same source can end them. */
  name: z.string().trim().min(1, "Give the source a name.").max(40),
  columns: z.partialRecord(HrField, z.string()),
  titles: z.record(z.string().max(200), TitleMeaning),
  schools: z.record(z.string().max(200), z.string()),
  /** Whether people of this source who are not in a file have left. */
  endsAbsent: z.boolean(),
});
export type HrMapping = z.infer<typeof HrMapping>;

/**
 * Titles whose people a OneRoster file is read without, substitutes say: as its roles or its column of job titles have them,
 * in any case. A personnel file has its own choice for each of its titles.
 */
export const TitlesLeftOut = z.object({
  titles: z.array(z.string().trim().min(1).max(60)).max(50, "Fifty titles are the most."),
});
export type TitlesLeftOut = z.infer<typeof TitlesLeftOut>;

export const HrColumn = z.object({
  header: z.string(),
  /** The first five values; none of a column that looks like a secret or like private data. */
  samples: z.array(z.string()),
  isPrivate: z.boolean(),
  /** Its different values and how often each occurs, where they are few enough to be titles or schools. */
  values: z.array(z.object({ value: z.string(), count: z.number() })).optional(),
});
export type HrColumn = z.infer<typeof HrColumn>;

/** A personnel file looked at: nothing of it is kept. */
export const HrInspection = z.object({
  signature: z.string(),
  rows: z.number(),
  columns: z.array(HrColumn),
  /** How it would be read: as saved before, completed by guesses. */
  mapping: HrMapping,
  /** Whether a file with these headers was read before. */
  isSaved: z.boolean(),
  /** Titles and schools in it of which nobody has said what they are. */
  unmapped: z.object({ titles: z.array(z.string()), schools: z.array(z.string()) }),
  schools: z.array(SchoolView),
});
export type HrInspection = z.infer<typeof HrInspection>;
