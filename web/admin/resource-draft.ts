import type { maxLibraryFileBytes, ResourceInput } from "../../functions/curriculum/contract.ts";
import type { ResourceKind } from "../../functions/curriculum/reference-content.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { libraryWords } from "../strings/en-library.ts";

const say = libraryWords.form;
// Only the type of the API's limit is imported, so that its schemas stay out of the bundle and the two cannot differ.
const maxBytes: typeof maxLibraryFileBytes = 4_000_000;

/** What the form holds: texts as typed. */
export type ResourceDraft = {
  title: string;
  publisher: string;
  about: string;
  kind: ResourceKind;
  minutes: string;
  source: "url" | "file";
  url: string;
  file: File | undefined;
  hasCaptions: boolean;
  transcriptUrl: string;
  roles: JobRole[];
  tiers: string[];
  modules: string[];
  elements: string[];
};

/** A form that nobody has filled in. */
export const emptyResource: ResourceDraft = {
  title: "",
  publisher: "",
  about: "",
  kind: "guide",
  minutes: "",
  source: "url",
  url: "",
  file: undefined,
  hasCaptions: false,
  transcriptUrl: "",
  roles: [],
  tiers: [],
  modules: [],
  elements: [],
};

export type ResourceProblems = Partial<
  Record<"title" | "publisher" | "about" | "minutes" | "url" | "fileId" | "hasCaptions" | "transcriptUrl", string>
>;

const isAddress = (text: string): boolean => /^https:\/\/[^\s/]+\.\S+$/.test(text.trim());

/** What is missing or wrong, by field, before it is sent. */
export function problemsIn(draft: ResourceDraft): ResourceProblems {
  const minutes = Number(draft.minutes);
  const isRecording = draft.kind === "recording";
  return {
    ...(draft.title.trim().length < 3 && { title: say.titleNeeded }),
    ...(draft.publisher.trim().length < 2 && { publisher: say.publisherNeeded }),
    ...(draft.about.trim().length < 10 && { about: say.aboutNeeded }),
    ...(!(Number.isInteger(minutes) && minutes >= 1 && minutes <= 600) && { minutes: say.minutesNeeded }),
    ...(draft.source === "url" && !isAddress(draft.url) && { url: say.urlNeeded }),
    ...(draft.source === "file" && !draft.file && { fileId: say.fileNeeded }),
    ...(draft.source === "file" && draft.file && draft.file.size > maxBytes && { fileId: say.fileTooLarge }),
    ...(isRecording && !draft.hasCaptions && { hasCaptions: say.captionsNeeded }),
    ...(isRecording && !isAddress(draft.transcriptUrl) && { transcriptUrl: say.transcriptNeeded }),
  };
}

/** What is sent of a form without problems; a file is named once it is uploaded. */
export function inputFrom(draft: ResourceDraft): ResourceInput {
  const { title, publisher, about, kind, minutes, source, url, hasCaptions, transcriptUrl, roles, tiers, modules, elements } = draft;
  return {
    title: title.trim(),
    publisher: publisher.trim(),
    about: about.trim(),
    kind,
    minutes: Number(minutes),
    ...(source === "url" && { url: url.trim() }),
    roles,
    tiers: tiers.map(Number),
    modules,
    elements,
    hasCaptions: kind === "recording" && hasCaptions,
    ...(kind === "recording" && { transcriptUrl: transcriptUrl.trim() }),
  };
}
