import { unzipSync } from "fflate";

/** A kind of evidence file: its extension, and the media type it is served with. */
export type FileKind = { extension: string; mediaType: string };

const office = "application/vnd.openxmlformats-officedocument";
const pdf = { extension: "pdf", mediaType: "application/pdf" };
const png = { extension: "png", mediaType: "image/png" };
const jpeg = { extension: "jpg", mediaType: "image/jpeg" };
const docx = { extension: "docx", mediaType: `${office}.wordprocessingml.document` };
const pptx = { extension: "pptx", mediaType: `${office}.presentationml.presentation` };

/** What is said of a file that is of no accepted kind. */
export const acceptedFiles =
  "Send a PDF, a PNG or JPEG picture, or a Word or PowerPoint file without macros. Other files can be saved as PDF first.";

/** Whether a name says of a file that it is of no accepted kind; a name that says nothing may be anything. */
export function isNamedOtherwise(name: string): boolean {
  const extension = /\.(\w{1,10})$/.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && !["pdf", "png", "jpg", "jpeg", "jpe", "jfif", "docx", "pptx"].includes(extension);
}

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** What a file is by its own bytes, whatever it is called; undefined for what is not accepted as evidence. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return pdf;
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png;
  if (begins(bytes, [0xff, 0xd8, 0xff])) return jpeg;
  return begins(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeKindOf(bytes) : undefined;
}

/** Word or PowerPoint by what the archive holds; another archive, or a document that carries macros, is neither. */
function officeKindOf(bytes: Uint8Array): FileKind | undefined {
  const names = entryNames(bytes);
  if (!names.includes("[Content_Types].xml") || names.some((name) => /vbaProject\.bin$/i.test(name))) return undefined;
  if (names.includes("word/document.xml")) return docx;
  return names.includes("ppt/presentation.xml") ? pptx : undefined;
}

/** The names in an archive's directory; nothing is unpacked, so a small file cannot grow. */
function entryNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

/** A name safe to store and to offer for download: no folders, no control characters, the extension of what it is. */
export function safeFileName(name: string, { extension }: FileKind): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const stem = base
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .trim()
    .slice(0, 100);
  return `${stem === "" ? "evidence" : stem}.${extension}`;
}
