import { type CsvCell, toCsv } from "../platform/csv.ts";
import type { FileBody } from "../platform/route.ts";
import type { DistrictPage, DrillPage, Rate, SchoolRate } from "./contract.ts";
import { metricOf } from "./metrics/all.ts";
import { fewestPeople } from "./suppression.ts";

const hiddenWords = `hidden (a group of fewer than ${fewestPeople})`;

const csvFile = (name: string, text: string): FileBody => ({ bytes: text, mediaType: "text/csv; charset=utf-8", fileName: `${name}.csv` });

/** The district page as a file: the same cells, the same hidden ones and the same totals, made from the page itself. */
export function districtCsv(page: DistrictPage): FileBody {
  const header = [
    "School",
    "Level",
    "Active staff",
    ...page.definitions
      .map(({ id }) => metricOf(id).definition.title)
      .flatMap((title) => [`${title}: counted`, `${title}: out of`, `${title}: percent`]),
  ];
  const schools = page.schools.map(({ name, level, activeStaff, metrics }) => [
    name,
    level,
    activeStaff,
    ...page.definitions.flatMap(({ id }) => cellsOf(metrics[id])),
  ]);
  const total = [
    `Total: ${page.districtName}`,
    page.filter.level ?? "all levels",
    undefined,
    ...page.definitions.flatMap(({ id }) => rateCells(page.metrics[id])),
  ];
  return csvFile(`engagement-${page.asOf.slice(0, 10)}`, toCsv(header, [...schools, total]));
}

/** The people behind a figure as a file, in the order of the list. */
export function peopleCsv({ metric, school, rate, people }: DrillPage): FileBody {
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
    one.roles.join("; "),
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
  return csvFile(
    `${metric}-${school.name}`,
    toCsv(header, [...rows, [...total, ...Array.from({ length: header.length - total.length }, () => undefined)]]),
  );
}

function cellsOf(rate: SchoolRate): CsvCell[] {
  return rate.isHidden ? [hiddenWords, hiddenWords, hiddenWords] : rateCells(rate);
}

function rateCells({ numerator, denominator, percent }: Rate): CsvCell[] {
  return [numerator, denominator, percent];
}
