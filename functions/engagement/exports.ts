import { type CsvCell, toCsv } from "../platform/csv.ts";
import { type LocalDate, localDate } from "../platform/dates.ts";
import type { FileBody } from "../platform/route.ts";
import type { DistrictPage, DrillPage, Rate, SchoolRate } from "./contract.ts";
import { fileNameOf, hiddenWords, levelWords, roleWords, showWords, timeWords } from "./export-words.ts";
import { metricOf } from "./metrics/all.ts";
import type { PeopleBehind } from "./read-people-behind.ts";

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
    ...titled.flatMap(({ title }) => [`${title}: counted`, `${title}: out of`, `${title}: percent`]),
  ];
  const schools = page.schools.map((school) => [
    school.name,
    levelWords[school.level],
    school.activeStaff,
    ...titled.flatMap(({ id }) => cellsOf(school.metrics[id])),
  ]);
  const total = [
    `Total: ${page.districtName}`,
    level === undefined ? "All schools" : levelWords[level],
    undefined,
    ...titled.flatMap(({ id }) => rateCells(page.metrics[id])),
  ];
  const without = titled.filter(({ id }) => page.leftOut[id].people > 0);
  const notes: Note[] = [
    ["As of", timeWords(page.asOf, zone)],
    ["School level", level === undefined ? "All schools" : levelWords[level]],
    ["Role", role === undefined ? "All roles" : roleWords[role]],
    ...without.flatMap(({ id, title }): Note[] => [
      [`Not in the total of ${title}: people in hidden schools`, page.leftOut[id].people],
      [`Not in the total of ${title}: hidden schools`, page.leftOut[id].schools],
    ]),
    ...page.excluded.map(({ reason, count }): Note => [`Left out: ${reason}`, count]),
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
  return rate.isHidden ? [hiddenWords, hiddenWords, hiddenWords] : rateCells(rate);
}

function rateCells({ numerator, denominator, percent }: Rate): CsvCell[] {
  return [numerator, denominator, percent];
}
