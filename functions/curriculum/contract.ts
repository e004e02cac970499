import * as z from "zod";
import { CatalogModule, ModuleAnswers, ModuleContent } from "./content.ts";
import { Resource } from "./reference-content.ts";

/** The catalogue that pickers and lists show. */
export const CatalogView = z.object({
  modules: z.array(CatalogModule),
  paths: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: z.string(),
      summary: z.string(),
      minutes: z.number(),
      /** In order; due a number of calendar days after the path starts for a person. */
      modules: z.array(z.object({ id: z.string(), dueDays: z.number() })),
    }),
  ),
});
export type CatalogView = z.infer<typeof CatalogView>;

/** A module's source files by name: `module.yaml`, `1-….md`, `check.yaml`, `job-aid.md`. */
export const SourceFiles = z.record(
  z.string().regex(/^(module\.yaml|check\.yaml|job-aid\.md|\d-[a-z0-9-]{1,60}\.md)$/, "This is not the name of a module's file."),
  z.string().max(60_000, "A file may have at most 60,000 characters."),
);
export type SourceFiles = z.infer<typeof SourceFiles>;

/** What is wrong in a source text, where, and what to do about it. */
export const SourceProblem = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  fix: z.string(),
});
export type SourceProblem = z.infer<typeof SourceProblem>;

/** How an edition stands on a day. */
const EditionState = z.enum(["inForce", "scheduled", "past"]);

/** One edition of a module that the district published. Its texts are read one at a time. */
export const EditionView = z.object({
  number: z.number().int(),
  state: EditionState,
  /** The shipped module again: the district's own text was taken back. */
  isOriginal: z.boolean(),
  publishOn: z.iso.date(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  note: z.string(),
  /** The lessons that those who had read them are asked to read again. */
  again: z.array(z.string()),
});
export type EditionView = z.infer<typeof EditionView>;

/** One line of the list of modules that an administrator may adapt or write. */
export const AuthoringModule = z.object({
  moduleId: z.string(),
  title: z.string(),
  minutes: z.number(),
  isLocal: z.boolean(),
  hasDraft: z.boolean(),
  /** The number of the district's edition in force, if there is one. */
  edition: z.number().int().optional(),
  scheduledOn: z.iso.date().optional(),
});
export type AuthoringModule = z.infer<typeof AuthoringModule>;

export const AuthoringList = z.object({ modules: z.array(AuthoringModule) });

/** All that an administrator needs to adapt a module. `version` guards the draft against two editors. */
export const AuthoringPage = z.object({
  moduleId: z.string(),
  isLocal: z.boolean(),
  /** The module as it was shipped; empty for a local one. */
  shipped: SourceFiles,
  /** What is in force today. */
  current: SourceFiles,
  draft: z.object({ files: SourceFiles, savedAt: z.iso.datetime(), savedBy: z.string() }).optional(),
  version: z.number(),
  editions: z.array(EditionView),
});
export type AuthoringPage = z.infer<typeof AuthoringPage>;

export const EditionTexts = z.object({ number: z.number().int(), files: SourceFiles });

/** What a text compiles to. The module is there when nothing is wrong with it. */
export const CompiledPreview = z.object({
  problems: z.array(SourceProblem),
  module: ModuleContent.optional(),
  answers: ModuleAnswers.optional(),
});
export type CompiledPreview = z.infer<typeof CompiledPreview>;

export const SaveDraft = z.object({ files: SourceFiles, version: z.number() });

export const Publish = z.object({
  /** The draft's version that was looked at; another one is a conflict. */
  version: z.number(),
  publishOn: z.iso.date(),
  note: z.string().trim().min(3, "Say in a few words what changes, for those who look back later.").max(500),
  again: z.array(z.string()).max(5),
});

/** Goes back: to an earlier edition, or to the module as it was shipped where `number` is left out. */
export const Restore = z.object({ number: z.number().int().optional(), note: Publish.shape.note, again: Publish.shape.again });

export const NewModule = z.object({ title: z.string().trim().min(3, "Give the module a title.").max(120) });

/** A library entry as staff see it; `isLocal` ones are the district's own. */
export const ResourceView = Resource.extend({ isLocal: z.boolean(), file: z.object({ name: z.string(), bytes: z.number() }).optional() });
export type ResourceView = z.infer<typeof ResourceView>;

/** The district's own entries as their administrator sees them, those taken out included. */
export const OwnLibrary = z.object({ resources: z.array(ResourceView.extend({ isRemoved: z.boolean() })) });
export type OwnLibrary = z.infer<typeof OwnLibrary>;

export const LibraryView = z.object({ resources: z.array(ResourceView) });
export type LibraryView = z.infer<typeof LibraryView>;

/** A file that waits to become a library entry. */
export const LibraryFile = z.object({ id: z.string(), name: z.string(), bytes: z.number() });
export type LibraryFile = z.infer<typeof LibraryFile>;

/** The largest file a library entry may hold, in bytes; larger ones are given by their address. */
export const maxLibraryFileBytes = 4_000_000;

const address = z.string().regex(/^https:\/\/[^\s/]+\.\S+$/, "Write the full address, beginning with https://.");

export const ResourceInput = Resource.omit({ id: true, url: true })
  .extend({
    title: z.string().trim().min(3, "Give it a title.").max(160),
    publisher: z.string().trim().min(2, "Say who made it.").max(120),
    about: z.string().trim().min(10, "Say in a sentence who gains what from it.").max(600),
    minutes: z.number().int().min(1, "Say how long someone needs with it.").max(600),
    /** Where it is; left out when it is a file. */
    url: address.optional(),
    fileId: z.string().optional(),
    transcriptUrl: address.optional(),
  })
  .refine(({ url, fileId }) => (url === undefined) !== (fileId === undefined), {
    path: ["url"],
    message: "Give an address, or attach a file; one of the two.",
  })
  .refine(({ kind, hasCaptions, transcriptUrl }) => kind !== "recording" || (hasCaptions && transcriptUrl !== undefined), {
    path: ["transcriptUrl"],
    message: "A recording needs captions and the address of a transcript, so that everyone can use it.",
  });
export type ResourceInput = z.infer<typeof ResourceInput>;
