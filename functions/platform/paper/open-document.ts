import type PDFDocument from "pdfkit";
import type { Language } from "../language.ts";
import { writeEveryScript } from "./every-script.ts";
import type { Drawing } from "./ink.ts";
import type { PaperFonts } from "./typefaces.ts";

/** What a document says of itself, and its typefaces, embedded in it as far as it uses them. `id` tells it from another that says the same. */
export type DocumentOptions = {
  title: string;
  subject: string;
  author: string;
  language: Language;
  madeAt: Date;
  fonts: PaperFonts;
  id?: string;
};

/** A part of a document's structure. */
export type Structure = InstanceType<typeof PDFDocument>["struct"] extends (...args: never[]) => infer Element ? Element : never;

/** An open document, the root of its structure, whether a text can be written in it, and its bytes once it has ended. */
export type OpenDocument = {
  doc: Drawing["doc"];
  root: Structure;
  canWrite: (text: string) => boolean;
  end: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** PDF/UA-1; the published types name only the archival subsets. */
const accessible = { subset: "PDF/UA" as "PDF/A-1" };

/** The language of a document as its tag says it. */
const tagOf = (language: Language): string => (language === "es" ? "es-US" : "en-US");

/** Opens a tagged document. What makes PDFs is loaded only now: few requests need it. */
export async function openDocument(options: DocumentOptions, layout: "portrait" | "landscape", margin: number): Promise<OpenDocument> {
  const { default: Document } = await import("pdfkit");
  const { title, subject, author, language, madeAt, fonts, id } = options;
  const doc = new Document({
    size: "LETTER",
    layout,
    margin,
    pdfVersion: "1.7",
    ...accessible,
    tagged: true,
    lang: tagOf(language),
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Subject: subject,
      Author: author,
      Producer: "Throughline",
      Creator: "Throughline",
      ...(id !== undefined && { Keywords: id }),
      CreationDate: madeAt,
      ModDate: madeAt,
    },
    // No standard font to begin with: none of them can be embedded.
    font: "",
  });
  escapeMetadata(doc);
  doc.registerFont("regular", Buffer.from(fonts.regular));
  doc.registerFont("bold", Buffer.from(fonts.bold));
  doc.font("regular");
  const canWrite = await writeEveryScript(doc, fonts);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on("end", () => resolve()));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const end = async (): Promise<Uint8Array<ArrayBuffer>> => {
    root.end();
    doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  };
  return { doc, root, canWrite, end };
}

/** The document's metadata is XML, into which pdfkit writes titles and names as they stand: an `&` in one would break it. */
function escapeMetadata(doc: Drawing["doc"]): void {
  const inner = doc as unknown as { info: Record<string, unknown>; _addInfo: () => void };
  const { _addInfo: write } = inner;
  const plain = inner.info;
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const escaped = (value: unknown): unknown =>
    value instanceof Date ? value : String(value).replaceAll(/[&<>\p{Cc}]/gu, (sign) => signs[sign] ?? " ");
  Object.assign(inner, {
    _addInfo: () => {
      inner.info = Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, escaped(value)]));
      write.call(inner);
      inner.info = plain;
    },
  });
}
