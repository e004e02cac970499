import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { Paper } from "../platform/paper/paper.ts";
import { type PaperFonts, withTypefaces } from "../platform/paper/typefaces.ts";
import type { FileBody } from "../platform/route.ts";
import type { DistrictChange, DistrictPage, MetricDefinition, MetricId } from "./contract.ts";
import { dateIn, numberIn, percentIn, percentOf, rateIn, reasonIn, threeCells, timeIn } from "./report-cells.ts";
import { definitions, leftOut } from "./report-notes.ts";
import { drawSpread, drawTrend } from "./report-drawings.ts";
import { type ReportWords, reportWords } from "./report-words.ts";

/** All that the parts of the report look at: the page and the change as they are shown, the chosen figure, and the words. */
type Report = { paper: Paper; page: DistrictPage; change: DistrictChange; chosen: MetricDefinition; say: ReportWords; zone: string };

const columnsAtOnce = 3;

/**
 * The district's page as a document to print and to hand out: the same figures, hidden where the page hides them, with
 * what each means. It can be read aloud: headings, real tables, and words for every drawing. The same page gives the
 * same bytes.
 */
export async function boardReport(
  ctx: Pick<Context, "content" | "district" | "language">,
  page: DistrictPage,
  change: DistrictChange,
): Promise<FileBody> {
  const say = reportWords(ctx.language);
  const { zone } = ctx.district;
  const chosen = page.definitions.find(({ id }) => id === page.filter.metric);
  if (!chosen) throw new Error(`there is no definition of ${page.filter.metric}`);
  const asOf = say.asOf(timeIn({ say, zone }, page.asOf));
  const bytes = await withTypefaces(ctx.content, async (fonts) => {
    const paper = await openReport(ctx, page, fonts);
    const report: Report = { paper, page, change, chosen, say, zone };
    for (const part of [opening, inShort, figures, spread, schools, support, byRole, trend, leftOut, definitions]) part(report);
    return paper.finish((number, pages) => say.foot(number, pages, page.districtName, asOf));
  });
  return { bytes, mediaType: "application/pdf", fileName: `board-report-${localDate(new Date(page.asOf), zone)}.pdf` };
}

async function openReport({ language }: Pick<Context, "language">, page: DistrictPage, fonts: PaperFonts): Promise<Paper> {
  const say = reportWords(language);
  const title = `${say.title}: ${page.districtName}`;
  const paper = await Paper.open({
    title,
    subject: say.subject,
    author: page.districtName,
    language,
    madeAt: new Date(page.asOf),
    fonts,
  });
  paper.heading(1, title);
  return paper;
}

function opening({ paper, page, say, zone }: Report): void {
  const { level, role } = page.filter;
  paper.paragraph(say.asOf(timeIn({ say, zone }, page.asOf)), "strong");
  if (page.frozen) paper.paragraph(say.frozen(dateIn({ say }, page.frozen.asOf)));
  paper.paragraph(
    say.view(level === undefined ? say.allSchools : say.levels[level], role === undefined ? say.allRoles : say.roles[role]),
    "small",
  );
}

function inShort(report: Report): void {
  const { paper, page, change, chosen, say } = report;
  const { score, level, gap, lower, upper } = page.countOnIt;
  paper.heading(2, say.summary);
  paper.paragraph(say.headline(chosen.title, rateIn(report, page.metrics[chosen.id])), "strong");
  const lines = [chosen.question];
  if (score !== undefined) lines.push(say.score(percentIn(say, score), chosen.isHigherBetter));
  else lines.push(say.noScore);
  if (level !== undefined && gap !== undefined) lines.push(say.levelAndGap(percentIn(say, level), say.points(numberIn(say, gap))));
  if (lower !== undefined && upper !== undefined) lines.push(say.bounds(page.countOnIt, percentIn(say, lower), percentIn(say, upper)));
  const { since, gapThen, gapNow } = change;
  if (since && gapThen !== undefined && gapNow !== undefined) {
    const gaps = [gapThen, gapNow].map((value) => say.points(numberIn(say, value))) as [string, string];
    lines.push(`${say.change(change, dateIn(report, since.asOf), gaps)} ${say.changeRule}`);
  } else lines.push(say.noChange);
  if (chosen.id === "transfer" && page.inReview !== undefined) lines.push(say.inReview(page.inReview));
  lines.push(say.support(page.support.length));
  paper.list(lines);
}

function figures(report: Report): void {
  const { paper, page, say } = report;
  paper.heading(2, say.figures);
  paper.table({
    caption: say.figures,
    columns: [
      { title: say.figure, share: 3 },
      { title: say.share, share: 2, align: "right" },
      { title: say.counted, share: 1.5, align: "right" },
      { title: say.outOf, share: 1.5, align: "right" },
      { title: say.leftOut, share: 3 },
    ],
    rows: page.definitions.map(({ id, title }) => {
      const { people, schools: hidden } = page.leftOut[id];
      return [title, ...threeCells(say, page.metrics[id]), people > 0 ? say.leftOutOf(people, hidden) : "–"];
    }),
  });
}

function spread(report: Report): void {
  const { paper, page, chosen, say } = report;
  const values = page.schools.flatMap(({ level, metrics }) =>
    level === "district" && page.filter.level === undefined ? [] : (percentOf(metrics[chosen.id]) ?? []),
  );
  if (values.length === 0) return;
  const [lowest, highest] = [Math.min(...values), Math.max(...values)].map((value) => percentIn(say, value)) as [string, string];
  paper.heading(2, say.even, 230);
  paper.heading(3, say.spreadCaption(chosen.title));
  paper.figure({
    alt: say.spreadAlt(chosen.title, values.length, lowest, highest, page.schools.length - values.length),
    height: 120,
    draw: (box) => drawSpread(box, values, page.countOnIt, { level: say.levelMark, score: say.scoreMark }),
  });
}

/** Every school beside every figure, a few figures at a time, as many as a page is wide. */
function schools(report: Report): void {
  const { paper, page, say } = report;
  paper.heading(2, say.schools);
  const ids = page.definitions.map(({ id }) => id);
  const parts = Array.from({ length: Math.ceil(ids.length / columnsAtOnce) }, (_, i) =>
    ids.slice(i * columnsAtOnce, (i + 1) * columnsAtOnce),
  );
  const titleOf = (id: MetricId): string => page.definitions.find((one) => one.id === id)?.title ?? id;
  for (const [i, part] of parts.entries()) {
    const isFirst = i === 0;
    paper.table({
      caption: say.schoolsCaption(i + 1, parts.length),
      size: 8,
      columns: [
        { title: say.school, share: 3 },
        ...(isFirst
          ? [
              { title: say.level, share: 1.6 },
              { title: say.staff, share: 1.1, align: "right" as const },
              { title: say.known, share: 1.4, align: "right" as const },
            ]
          : []),
        ...part.map((id) => ({ title: titleOf(id), share: 2, align: "right" as const })),
        ...(i === parts.length - 1 ? [{ title: page.roleGapDefinition.title, share: 1.8, align: "right" as const }] : []),
      ],
      rows: page.schools.map((school) => [
        school.name,
        ...(isFirst ? [say.levels[school.level], String(school.activeStaff), say.knownOf(school.coverage)] : []),
        ...part.map((id) => rateIn(report, school.metrics[id])),
        ...(i === parts.length - 1
          ? [
              school.roleGap.state === "known"
                ? say.points(numberIn(say, school.roleGap.points))
                : school.roleGap.state === "hidden"
                  ? say.hidden
                  : "–",
            ]
          : []),
      ]),
    });
  }
}

function support(report: Report): void {
  const { paper, page, say } = report;
  paper.heading(2, say.supportTitle);
  paper.paragraph(page.support.length === 0 ? say.support(0) : say.supportLead);
  if (page.support.length === 0) return;
  paper.table({
    caption: say.supportTitle,
    columns: [
      { title: say.school, share: 2 },
      { title: say.why, share: 5 },
    ],
    rows: page.support.map(({ name, reasons }) => [name, reasons.map((reason) => reasonIn(report, reason)).join("; ")]),
  });
}

function byRole(report: Report): void {
  const { paper, page, chosen, say } = report;
  if (page.byRole.length === 0) return;
  paper.heading(2, say.byRole);
  paper.table({
    caption: `${chosen.title}: ${say.byRole.toLocaleLowerCase(say.locale)}`,
    columns: [
      { title: say.role, share: 3 },
      { title: say.share, share: 2, align: "right" },
      { title: say.counted, share: 1.5, align: "right" },
      { title: say.outOf, share: 1.5, align: "right" },
    ],
    rows: page.byRole.map(({ role, rate }) => [say.roles[role], ...threeCells(say, rate)]),
  });
}

function trend(report: Report): void {
  const { paper, page, chosen, say } = report;
  const weeks = page.trend;
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return;
  paper.heading(2, say.trend, 230);
  paper.figure({
    alt: say.trendAlt(chosen.title, weeks.length, rateIn(report, first.metrics[chosen.id]), rateIn(report, last.metrics[chosen.id])),
    height: 130,
    draw: (box) =>
      drawTrend(
        box,
        weeks.map(({ metrics }) => percentOf(metrics[chosen.id])),
      ),
  });
  paper.table({
    caption: `${chosen.title}: ${say.trend.toLocaleLowerCase(say.locale)}`,
    size: 8,
    columns: [
      { title: say.week, share: 3 },
      { title: say.share, share: 2, align: "right" },
      { title: say.counted, share: 1.5, align: "right" },
      { title: say.outOf, share: 1.5, align: "right" },
      { title: say.countOnIt, share: 2, align: "right" },
    ],
    rows: weeks.map(({ asOf, metrics, countOnIt }) => [
      dateIn(report, asOf),
      ...threeCells(say, metrics[chosen.id]),
      countOnIt.score === undefined ? say.unknown : percentIn(say, countOnIt.score),
    ]),
  });
}
