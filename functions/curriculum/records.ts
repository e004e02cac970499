import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { CatalogModule } from "./content.ts";
import { SourceFiles } from "./contract.ts";
import { Resource } from "./reference-content.ts";

const padded = (number: number): string => String(number).padStart(4, "0");
const contentPartition = (moduleId: string): string => `CONTENT#${moduleId}`;

/** One edition of a module that the district published: its texts and what they compile to. Never changed. */
export const Edition = z.object({
  moduleId: z.string(),
  number: z.number().int(),
  /** Empty where the district went back to the module as it was shipped. */
  files: SourceFiles,
  /** `ModuleContent` and `ModuleAnswers` as JSON text; a few hundred fields would take ten times as long to read. */
  content: z.string().optional(),
  answers: z.string().optional(),
  publishedAt: z.iso.datetime(),
  publishedById: z.string(),
  publishedBy: z.string(),
  note: z.string(),
});
export type Edition = z.infer<typeof Edition>;

/** Where an edition stands. */
export const editionAddress = (moduleId: string, number: number): Address => ({
  of: contentPartition(moduleId),
  at: `V#${padded(number)}`,
});

export const editions = record({
  type: "edition",
  kind: "fact",
  schema: Edition,
  address: ({ moduleId, number }) => editionAddress(moduleId, number),
});

/** What an administrator is writing. One for each module, so that two people meet in it instead of passing by. */
export const Draft = z.object({
  moduleId: z.string(),
  files: SourceFiles,
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  /** Published or thrown away. The row stays, so that its version never begins again and an old editor is told. */
  isDone: z.boolean().optional(),
});
export type Draft = z.infer<typeof Draft>;

/** Where a module's draft stands. */
export const draftAddress = (moduleId: string): Address => ({ of: contentPartition(moduleId), at: "DRAFT" });

export const drafts = record({ type: "edition-draft", kind: "fact", schema: Draft, address: ({ moduleId }) => draftAddress(moduleId) });

/** What the list of editions says of one. */
const IndexEntry = z.object({
  number: z.number().int(),
  publishOn: z.iso.date(),
  /** What lists need of it; left out where it is the shipped module again. */
  module: CatalogModule.optional(),
  again: z.array(z.string()),
  /** From when those lessons count as changed. */
  againAt: z.iso.datetime(),
});
export type IndexEntry = z.infer<typeof IndexEntry>;

/**
 * Every module the district has a hand in, with its editions: one row, read with each request that needs the catalogue,
 * so it holds no text. `withdrawn` numbers were taken back before their day and are never used again.
 */
export const EditionIndex = z.object({
  modules: z.record(
    z.string(),
    z.object({ title: z.string(), hasDraft: z.boolean(), lastNumber: z.number().int(), editions: z.array(IndexEntry) }),
  ),
});
export type EditionIndex = z.infer<typeof EditionIndex>;

export const editionIndexAddress: Address = { of: "", at: "CONTENT" };

export const editionIndexes = record({ type: "edition-index", kind: "fact", schema: EditionIndex, address: () => editionIndexAddress });

/** A library entry of the district's own. What is taken out stays, marked. */
export const LocalResource = Resource.extend({
  file: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number().int() }).optional(),
  addedAt: z.iso.datetime(),
  isRemoved: z.boolean(),
});
export type LocalResource = z.infer<typeof LocalResource>;

export const libraryPartition = "LIBRARY";

/** Where a library entry stands. */
export const resourceAddress = (id: string): Address => ({ of: libraryPartition, at: `R#${id}` });

export const localResources = record({
  type: "library-entry",
  kind: "fact",
  schema: LocalResource,
  address: ({ id }) => resourceAddress(id),
});

/** A file that was uploaded for the library and waits for its entry. */
export const libraryFiles = record({
  type: "library-file",
  kind: "fact",
  schema: z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number().int(), uploadedAt: z.iso.datetime() }),
  address: ({ id }) => libraryFileAddress(id),
});

/** Where an uploaded library file's row stands. */
export const libraryFileAddress = (id: string): Address => ({ of: libraryPartition, at: `F#${id}` });

/** Where a library file's bytes are kept: under its district. */
export const storedLibraryFileName = (districtId: string, fileId: string): string => `${districtId}/library/${fileId}`;
