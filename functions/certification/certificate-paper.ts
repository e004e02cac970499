import type { Context } from "../platform/context.ts";
import { writtenDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import { ink } from "../platform/paper/ink.ts";
import { qrCode } from "../platform/paper/qr-code.ts";
import { Sheet } from "../platform/paper/sheet.ts";
import { type PaperFonts, withTypefaces } from "../platform/paper/typefaces.ts";
import type { FileBody } from "../platform/route.ts";
import { claimOf } from "./definitions.ts";
import { paperWords } from "./paper-words.ts";
import { readCandidate, verifyUrl } from "./queries.ts";
import { readDefinitions } from "./read-definitions.ts";
import type { Certificate } from "./records.ts";
import { certificateStatus } from "./status-rules.ts";
import { verificationWords } from "./verification-words.ts";

type PaperContext = Pick<Context, "content" | "language" | "origin" | "today">;

const side = 72;
const colors = { accent: "#084952", thread: "#c8750a", bad: "#7a1a1e", line: "#0b5f6b" } as const;

/** One certificate of a person, to print and to hand in; `not-found` when they have none with this id. */
export async function certificateFile(ctx: Context, staffId: string, certificateId: string): Promise<FileBody> {
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const certificate = candidate?.held.find(({ id }) => id === certificateId);
  if (!certificate) throw notFound("certificate");
  const found = definitions.find(({ id }) => id === certificate.certificationId);
  const bytes = await certificatePaper(ctx, certificate, found && claimOf(certificate, found, ctx.language));
  return { bytes, mediaType: "application/pdf", fileName: `certificate-${certificate.issuedOn}.pdf` };
}

/**
 * A certificate as a sheet of paper that can be read aloud, with the code of the page where it is checked. It knows no
 * time but that of its issue: the same certificate gives the same bytes, until it is out of force, which it then says.
 */
export function certificatePaper(
  ctx: PaperContext,
  certificate: Certificate,
  meaning: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  return withTypefaces(ctx.content, (fonts) => draw(ctx, certificate, meaning, fonts));
}

async function draw(
  ctx: PaperContext,
  certificate: Certificate,
  meaning: string | undefined,
  fonts: PaperFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const say = paperWords[ctx.language];
  const { title, holderName, districtName, issuedAt, publicId } = certificate;
  const sheet = await Sheet.open({
    title: `${say.certificate}: ${title}, ${holderName}`,
    subject: say.subject,
    author: districtName,
    language: ctx.language,
    madeAt: new Date(issuedAt),
    fonts,
    id: publicId,
    otherwise: say.unprintable,
  });
  const width = sheet.width - 2 * side;
  frame(sheet);
  standing(ctx, sheet, certificate);
  const line = { x: side, width, align: "center" } as const;
  // Titles and names are the district's own and stand in its language, whatever the language of the rest.
  sheet.text(districtName, { ...line, y: 92, height: 26, size: 16, font: "bold", color: colors.accent });
  sheet.text(say.certifies, { ...line, y: 128, height: 18, size: 11, color: ink.muted });
  sheet.text(holderName, { ...line, y: 148, height: 64, size: 34, font: "bold" });
  sheet.text(certificate.origin === undefined ? say.hasMet : say.holds, { ...line, y: 218, height: 18, size: 11, color: ink.muted });
  const english = ctx.language === "en" ? {} : { language: "en-US" };
  sheet.text(title, { ...line, ...english, tag: "H1", y: 238, height: 54, size: 26, font: "bold", color: colors.accent });
  facts(ctx, sheet, certificate);
  const left = { x: side, width: width - 160 };
  sheet.text(say.meaning, { ...left, tag: "H2", y: 366, height: 18, size: 12, font: "bold", color: colors.accent });
  if (meaning !== undefined) sheet.text(meaning, { ...left, y: 385, height: 66, size: 11, isProse: true });
  sheet.text(verificationWords[ctx.language].districtIssued, { ...left, y: 458, height: 30, size: 11, font: "bold", isProse: true });
  check(ctx, sheet, certificate, left);
  return sheet.finish();
}

/** The thread enters at the top, makes its knot around the mark, and goes on: decoration. */
function frame(sheet: Sheet): void {
  sheet.decorate((doc) => {
    doc
      .rect(24, 24, sheet.width - 48, sheet.height - 48)
      .lineWidth(2)
      .stroke(colors.line);
    doc
      .rect(30, 30, sheet.width - 60, sheet.height - 60)
      .lineWidth(0.5)
      .stroke(colors.thread);
    const middle = sheet.width / 2;
    doc.circle(middle, 70, 15).lineWidth(1.5).stroke(colors.thread);
    doc
      .path(`M ${middle - 7} 70 l 5 5 l 9 -11`)
      .lineWidth(2)
      .stroke(colors.line);
  });
}

/** Across the page, and first for who listens: that it is not in force. */
function standing(ctx: PaperContext, sheet: Sheet, certificate: Certificate): void {
  const status = certificateStatus(certificate, ctx.today);
  if (status === "active" || status === "renewalDue") return;
  const words = paperWords[ctx.language].notInForce(certificate)[status === "inGrace" ? "lapsed" : status];
  const band = { x: 24, y: 24, width: sheet.width - 48, height: 28 };
  sheet.decorate((doc) => doc.rect(band.x, band.y, band.width, band.height).fill(colors.bad));
  sheet.text(words, {
    ...band,
    x: 40,
    y: 30,
    width: band.width - 32,
    height: 20,
    size: 14,
    font: "bold",
    color: "#ffffff",
    align: "center",
  });
}

function facts(ctx: PaperContext, sheet: Sheet, { issuedOn, expiresOn, clockHours, publicId }: Certificate): void {
  const say = paperWords[ctx.language];
  const all: [string, string, number][] = [
    [say.issuedOn, writtenDate(issuedOn, ctx.language), 150],
    [say.validUntil, writtenDate(expiresOn, ctx.language), 150],
    // Many a certificate rests on work rather than on hours: it states none instead of nought.
    ...(clockHours > 0 ? [[say.clockHours, new Intl.NumberFormat(ctx.language).format(clockHours), 90] as [string, string, number]] : []),
    [say.number, publicId, 250],
  ];
  let x = side;
  for (const [name, value, width] of all) {
    sheet.text(name, { x, y: 312, width: width - 8, height: 14, size: 9, color: ink.muted });
    sheet.text(value, { x, y: 326, width: width - 8, height: 18, size: 12, font: "bold" });
    x += width;
  }
  sheet.decorate((doc) => {
    for (const y of [302, 352])
      doc
        .moveTo(side, y)
        .lineTo(sheet.width - side, y)
        .lineWidth(0.5)
        .stroke(ink.rule);
  });
}

function check(ctx: PaperContext, sheet: Sheet, { publicId, isWithheld }: Certificate, left: { x: number; width: number }): void {
  const say = paperWords[ctx.language];
  // The page of a certificate that its holder keeps to themselves looks like no certificate's: nobody is sent there.
  if (isWithheld === true) {
    sheet.text(say.withheld, { ...left, y: 500, height: 44, size: 11, isProse: true });
    return;
  }
  const address = verifyUrl(ctx, publicId);
  sheet.text(say.check, { ...left, y: 500, height: 16, size: 11 });
  sheet.text(address, { ...left, y: 517, height: 32, size: 11, color: colors.accent, link: address });
  const code = qrCode(address);
  sheet.figure({
    alt: say.qrAlt(address),
    x: sheet.width - side - 140,
    y: 376,
    width: 140,
    height: 140,
    draw: ({ doc, x, y, width }) => {
      // Four modules of white around it, as scanners want it.
      const module = width / (code.length + 8);
      for (const [row, cells] of code.entries())
        for (const [column, isDark] of cells.entries())
          if (isDark) doc.rect(x + (column + 4) * module, y + (row + 4) * module, module, module);
      doc.fill("#000000");
    },
  });
}
