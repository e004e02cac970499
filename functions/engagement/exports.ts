import { type CsvCell, toCsv } from "../platform/csv.ts";
import { type LocalDate, localDate } from "../platform/dates.ts";
import type { FileBody } from "../platform/route.ts";
import type { DistrictPage, Rate, RoleGap, SchoolRate } from "./contract.ts";
import type { DrillPage, PeopleBehind } from "./people-contract.ts";
import { codedWords, extremeWords, fileNameOf, hiddenWords, levelWords, roleWords, showWords, timeWords } from "./export-words.ts";
import { metricOf } from "./metrics/all.ts";
import { roleGapDefinition } from "./metrics/role-gap.ts";

/** A row below the total: what the screen says around the figures, so that the file says it without the screen. */
type Note = [label: string, value: CsvCell];

const csvFile = (fileName: string, header: string[], rows: CsvCell[][], notes: Note[]): FileBody => {
  const filled = [...rows, ...notes].map((row) => [...row, ...Array.from({ length: header.length - row.length }, () => undefined)]);
  return { bytes: toCsv(header, filled), mediaType: "text/csv; charset=utf-8", fileName };
};

const dayOf = (instant: string, zone: string): LocalDate => localDate(new Date(instant), zone);

/**
 * The district page as a file: the same cells, the same hidden ones and the same totals, made from the page itself. Below
 * the total stand when it was true, what was chosen, and who is left out of what.
 */
export function districtCsv(page: DistrictPage, zone: string): FileBody {
  const { level, role } = page.filter;
  const titled = page.definitions.map(({ id }) => ({ id, title: metricOf(id).definition.title }));
  const header = [
    "School",
    "Level",
    "Active staff",
    "Records known",
    "Records in all",
    ...titled.flatMap(({ title }) => [`${title}: counted`, `${title}: out of`, `${title}: percent`]),
    ...gapHeader(page.roleGapDefinition.title),
  ];
  const schools = page.schools.map((school) => [
    school.name,
    levelWords[school.level],
    school.activeStaff,
    school.coverage.known,
    school.coverage.of,
    ...titled.flatMap(({ id }) => cellsOf(school.metrics[id])),
    ...gapCells(school.roleGap),
  ]);
  const total = [
    `Total: ${page.districtName}`,
    level === undefined ? "All schools" : levelWords[level],
    undefined,
    page.coverage.known,
    page.coverage.of,
    ...titled.flatMap(({ id }) => cellsOf(page.metrics[id])),
  ];
  const without = titled.filter(({ id }) => page.leftOut[id].people > 0);
  const notes: Note[] = [
    ["As of", timeWords(page.asOf, zone)],
    ...(page.frozen ? [["Frozen week", page.frozen.week] as Note] : []),
    ["School level", level === undefined ? "All schools" : levelWords[level]],
    ["Role", role === undefined ? "All roles" : roleWords[role]],
    ...without.flatMap(({ id, title }): Note[] => [
      [`Not in the total of ${title}: people in hidden schools`, page.leftOut[id].people],
      [`Not in the total of ${title}: hidden schools`, page.leftOut[id].schools],
    ]),
    ...page.excluded.map(({ reason, count }): Note => [`Left out: ${reason}`, count]),
    ...titled.map(({ id, title }): Note => [`Definition of ${title}`, `version ${metricOf(id).definition.version}`]),
    [`Definition of ${roleGapDefinition.title}`, `version ${roleGapDefinition.version}`],
    [hiddenWords, "Fewer than 5 people, or needed so that such a figure cannot be worked out"],
    [codedWords, "Of fewer than 20 people, nearly all or hardly any: only that much is said"],
  ];
  const name = fileNameOf("engagement", level && levelWords[level], role && roleWords[role], dayOf(page.asOf, zone));
  return csvFile(name, header, [...schools, total], notes);
}

/** The people behind a figure as a file, in the order of the list, with when it was true and what was chosen below the total. */
export function peopleCsv({ metric, school, role, asOf, rate, people }: DrillPage, show: PeopleBehind["show"], zone: string): FileBody {
  const { title } = metricOf(metric).definition;
  const header = [
    "Name",
    "Roles",
    "Schools",
    "Counted",
    "Out of",
    "Assigned",
    "Completed",
    "Overdue",
    "Next due",
    "Last activity",
    "Practice due",
    "Practice accepted",
    "In review",
    "Stalled",
    "Certified",
  ];
  const rows = people.map((one): CsvCell[] => [
    one.name,
    one.roles.map((job) => roleWords[job]).join("; "),
    one.schoolNames.join("; "),
    one.numerator,
    one.denominator,
    one.assigned,
    one.completed,
    one.overdue,
    one.nextDueOn,
    one.lastActivityOn,
    one.practiceDue,
    one.practiceAccepted,
    one.inReview,
    one.isStalled ? "yes" : "no",
    one.isCertified ? "yes" : "no",
  ]);
  const total = ["Total of the figure", undefined, school.name, rate.numerator, rate.denominator];
  const notes: Note[] = [
    ["As of", timeWords(asOf, zone)],
    ["Figure", title],
    ["Role", role === undefined ? "All roles" : roleWords[role]],
    ["Shown", showWords[show]],
  ];
  const name = fileNameOf(title, school.name, role && roleWords[role], show === "all" ? undefined : showWords[show], dayOf(asOf, zone));
  return csvFile(name, header, [...rows, total], notes);
}

function cellsOf(rate: SchoolRate): CsvCell[] {
  if (rate.isHidden) return [hiddenWords, hiddenWords, hiddenWords];
  if ("coded" in rate) return [codedWords, codedWords, extremeWords(rate)];
  return rateCells(rate);
}

const gapHeader = (title: string): string[] => [`${title}: points`, `${title}: highest`, `${title}: lowest`];

function gapCells(gap: RoleGap): CsvCell[] {
  if (gap.state !== "known") return Array.from({ length: 3 }, () => (gap.state === "hidden" ? hiddenWords : undefined));
  return [gap.isAtLeast ? `${gap.points} or more` : gap.points, roleWords[gap.highest.role], roleWords[gap.lowest.role]];
}

function rateCells({ numerator, denominator, percent }: Rate): CsvCell[] {
  return [numerator, denominator, percent];
}
