import type { PurposeTotal } from "../credit/contract.ts";
import { transcriptCredit } from "../credit/queries.ts";
import type { Context } from "../platform/context.ts";
import { localDate, startOfDay, writtenDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import { Paper } from "../platform/paper/paper.ts";
import { type PaperFonts, withTypefaces } from "../platform/paper/typefaces.ts";
import type { FileBody } from "../platform/route.ts";
import { fullName } from "../roster/rules.ts";
import { paperWords } from "./paper-words.ts";
import { type Candidate, readCandidate } from "./queries.ts";
import { clockHours } from "./rules.ts";
import { certificateStatus } from "./status-rules.ts";
import { coursesOnPaper, sharesOnPaper, standardsOnPaper } from "./transcript-credit.ts";

/**
 * Everything a person completed, to hand in: modules with their day and minutes, certificates and where they stand, the
 * clock hours of it all, as of today. It can be read aloud; the same facts on the same day give the same bytes.
 */
export async function transcriptFile(ctx: Context, staffId: string): Promise<FileBody> {
  const candidate = await readCandidate(ctx, staffId);
  if (!candidate) throw notFound("person");
  const credit = await transcriptCredit(ctx, staffId);
  const bytes = await withTypefaces(ctx.content, (fonts) => transcriptPaper(ctx, candidate, credit, fonts));
  return { bytes, mediaType: "application/pdf", fileName: `transcript-${ctx.today}.pdf` };
}

async function transcriptPaper(
  ctx: Context,
  candidate: Candidate,
  { totals, courses }: Awaited<ReturnType<typeof transcriptCredit>>,
  fonts: PaperFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const say = paperWords[ctx.language];
  const { district, today, language } = ctx;
  const name = fullName(candidate.staff);
  const asOf = say.asOf(writtenDate(today, language));
  const paper = await Paper.open({
    title: `${say.transcript}: ${name}`,
    subject: say.transcriptSubject,
    author: district.name,
    language,
    madeAt: startOfDay(today, district.zone),
    fonts,
    id: candidate.staff.id,
  });
  paper.heading(1, say.transcript);
  paper.name(name, say.unprintable);
  paper.paragraph(`${district.name} · ${asOf}`);
  modules(ctx, paper, candidate);
  coursesOnPaper(paper, courses, language);
  purposes(ctx, paper, totals);
  sharesOnPaper(paper, totals, language);
  certificates(ctx, paper, candidate);
  standardsOnPaper(paper, candidate, language);
  return paper.finish((page, pages) => say.foot(page, pages, district.name, asOf));
}

function modules(ctx: Context, paper: Paper, { enrollments, catalog }: Candidate): void {
  const say = paperWords[ctx.language];
  const titles = new Map(catalog.modules.map(({ id, title }) => [id, title]));
  const completed = enrollments
    .flatMap(({ moduleId, completedAt, creditMinutes }) =>
      completedAt === undefined ? [] : { title: titles.get(moduleId) ?? moduleId, completedAt, creditMinutes },
    )
    .toSorted((a, b) => (a.completedAt < b.completedAt ? -1 : 1));
  const minutes = completed.reduce((sum, { creditMinutes }) => sum + creditMinutes, 0);
  const number = new Intl.NumberFormat(ctx.language);
  paper.paragraph(say.total(number.format(clockHours(minutes)), number.format(minutes)), "strong");
  paper.paragraph(say.rounding, "small");
  paper.heading(2, say.modules);
  if (completed.length === 0) {
    paper.paragraph(say.noModules);
    return;
  }
  paper.table({
    caption: say.modules,
    columns: [
      { title: say.module, share: 5 },
      { title: say.completedOn, share: 2.5 },
      { title: say.minutes, share: 1.2, align: "right" },
    ],
    rows: completed.map(({ title, completedAt, creditMinutes }) => [
      title,
      writtenDate(localDate(new Date(completedAt), ctx.district.zone), ctx.language),
      number.format(creditMinutes),
    ]),
    total: [say.sum, "", number.format(minutes)],
  });
}

/** What the hours count for, with courses taken elsewhere that were approved. */
function purposes(ctx: Context, paper: Paper, totals: readonly PurposeTotal[]): void {
  const say = paperWords[ctx.language];
  if (totals.length === 0) return;
  const number = new Intl.NumberFormat(ctx.language);
  paper.heading(2, say.purposes);
  paper.paragraph(say.purposesHow, "small");
  paper.table({
    caption: say.purposes,
    columns: [
      { title: say.purpose, share: 4 },
      { title: say.period, share: 4 },
      { title: say.counted, share: 3, align: "right" },
    ],
    rows: totals.map(({ name, from, until, units, unit, unitsPerCycle }) => [
      name,
      say.cycle(from, until),
      `${say.ofAll(number.format(units), unitsPerCycle === undefined ? undefined : number.format(unitsPerCycle))} ${unit.many}`,
    ]),
  });
}

function certificates(ctx: Context, paper: Paper, { held }: Candidate): void {
  const say = paperWords[ctx.language];
  paper.heading(2, say.certificates);
  if (held.length === 0) {
    paper.paragraph(say.noCertificates);
    return;
  }
  const number = new Intl.NumberFormat(ctx.language);
  paper.table({
    caption: say.certificates,
    columns: [
      { title: say.certificate, share: 3 },
      { title: say.issuedOn, share: 2 },
      { title: say.validUntil, share: 2 },
      { title: say.standing, share: 1.8 },
      { title: say.hours, share: 1.2, align: "right" },
    ],
    rows: held
      .toSorted((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1))
      .map((one) => [
        one.title,
        writtenDate(one.issuedOn, ctx.language),
        writtenDate(one.expiresOn, ctx.language),
        say.status[certificateStatus(one, ctx.today)],
        number.format(one.clockHours),
      ]),
  });
}
