import * as z from "zod";
import { JobRole } from "./contract.ts";

/** The largest roster file, in bytes. */
export const maxBundleBytes = 20_000_000;

/** One thing about one row of a roster file: where it is and what to do. */
export const RosterDiagnostic = z.object({
  severity: z.enum(["error", "warning"]),
  file: z.string(),
  line: z.number().int(),
  column: z.string().optional(),
  message: z.string(),
  fix: z.string(),
});
export type RosterDiagnostic = z.infer<typeof RosterDiagnostic>;

/**
 * `previewing`: what it would change is being worked out; `previewed`: someone may apply it; `held`: it would end so many
 * people, or such people, that someone must say why; `notApplicable`: the file cannot be used at all.
 */
export const ImportState = z.enum(["previewing", "previewed", "held", "applying", "applied", "discarded", "notApplicable"]);
export type ImportState = z.infer<typeof ImportState>;

/** `ended`: people who left or would be left without a job, schools that closed. */
export const ImportCount = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), ended: z.number() });
export type ImportCount = z.infer<typeof ImportCount>;

/** The same for people; `moved` are those who change schools, and are not among `changed`. */
export const StaffCount = ImportCount.extend({ moved: z.number().default(0) });
export type StaffCount = z.infer<typeof StaffCount>;

/** Why an import waits for a person's word. */
export const ImportHold = z.object({
  /** People on the roster now, and how many of them would leave or be left without a job. */
  active: z.number(),
  ended: z.number(),
  /** More than one in twenty would end. */
  isTooMany: z.boolean(),
  /** Administrators who would end or lose that access. */
  administrators: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ImportHold = z.infer<typeof ImportHold>;

/** Who applied an import and, where it was held, why and what they had been shown. */
const ImportConfirmation = z.object({
  by: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  reason: z.string().optional(),
  hold: ImportHold.optional(),
});

/** An import: what it came from, where it stands, and what it would change or did. */
export const ImportRecord = z.object({
  id: z.string(),
  source: z.string(),
  /** `hr`: a supplement from a personnel system, with the name its people are kept under. */
  format: z.enum(["oneRoster", "hr"]).default("oneRoster"),
  sourceName: z.string().optional(),
  oneRosterVersion: z.enum(["1.1", "1.2"]).optional(),
  /** The file holds what changed alone: whoever is not in it stays as they are. */
  isDelta: z.boolean().default(false),
  state: ImportState.default("applied"),
  startedAt: z.iso.datetime(),
  startedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  finishedAt: z.iso.datetime().optional(),
  /** The day its changes are dated to, from the moment it was applied. */
  appliesOn: z.iso.date().optional(),
  notApplied: z.string().optional(),
  /** When it was worked out what it changes: what is shown of it was so then. */
  plannedAt: z.iso.datetime().optional(),
  schools: ImportCount,
  staff: StaffCount,
  /** Rows of students and families: counted, never kept. */
  skipped: z.number(),
  /** Rows that the district's own choice leaves out, by their title or, in an HR file, by their place. */
  leftOut: z.number().default(0),
  /** People of an HR file who come with the OneRoster roster already: left as they are. */
  covered: z.number().default(0),
  errors: z.number(),
  warnings: z.number(),
  hold: ImportHold.optional(),
  confirmation: ImportConfirmation.optional(),
  /** The background work that is at it. */
  taskId: z.string().optional(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** An import as pages show it. `endsYou`: applying it would end the access of whoever looks at it. */
export const ImportView = ImportRecord.extend({
  endsYou: z.boolean(),
  /** The last day on which its lists can be read, and whether they are gone: whom it changes, what follows, which rows need someone. */
  filesUntil: z.iso.date(),
  areFilesGone: z.boolean(),
});
export type ImportView = z.infer<typeof ImportView>;

/** The word that applies an import. A held one needs the reason; one that ends one's own access needs that said, too. */
export const ApplyImport = z.object({
  reason: z.string().trim().max(1_000).optional(),
  endsMyAccess: z.boolean().optional(),
});
export type ApplyImport = z.infer<typeof ApplyImport>;

export const PreviewKind = z.enum(["added", "changed", "moved", "ended"]);
export type PreviewKind = z.infer<typeof PreviewKind>;

/** One thing that changes about a person; job roles by their code, schools by their name. */
export const PreviewChange = z.object({
  field: z.enum(["name", "email", "roles", "schools", "dates", "administrator", "returns"]),
  before: z.array(z.string()),
  after: z.array(z.string()),
});
export type PreviewChange = z.infer<typeof PreviewChange>;

/** A person whom an import changes. */
export const PreviewPerson = z.object({
  staffId: z.string(),
  name: z.string(),
  schools: z.array(z.string()),
  roles: z.array(JobRole),
  changes: z.array(PreviewChange),
});
export type PreviewPerson = z.infer<typeof PreviewPerson>;

const from = z.coerce.number().int().min(0).default(0);

export const PreviewQuery = z.object({ kind: PreviewKind, name: z.string().trim().max(100).optional(), from });
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** A page of a list: which part of how many. */
export const PreviewPage = z.object({ people: z.array(PreviewPerson), from: z.number(), total: z.number() });
export type PreviewPage = z.infer<typeof PreviewPage>;

export const DiagnosticsQuery = z.object({ severity: RosterDiagnostic.shape.severity.optional(), from });
export type DiagnosticsQuery = z.infer<typeof DiagnosticsQuery>;

export const DiagnosticsPage = z.object({ diagnostics: z.array(RosterDiagnostic), from: z.number(), total: z.number() });
export type DiagnosticsPage = z.infer<typeof DiagnosticsPage>;
