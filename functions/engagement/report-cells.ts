import type { LocalDate } from "../platform/dates.ts";
import type { DistrictPage, SchoolRate, SupportReason } from "./contract.ts";
import type { ReportWords } from "./report-words.ts";

type Saying = { say: ReportWords };

/** Share, counted, out of: as far as each may be shown. */
export function threeCells(say: ReportWords, rate: SchoolRate): string[] {
  if (rate.isHidden) return [say.hidden, say.hidden, say.hidden];
  if ("coded" in rate) return [say.coded(rate.coded, percentIn(say, rate.percent)), say.notShown, say.notShown];
  return [
    rate.percent === undefined ? say.nothing : percentIn(say, rate.percent),
    numberIn(say, rate.numerator),
    numberIn(say, rate.denominator),
  ];
}

/** A share with its count, always; or why there is none. */
export function rateIn({ say }: Saying, rate: SchoolRate): string {
  if (rate.isHidden) return say.hidden;
  if ("coded" in rate) return say.coded(rate.coded, percentIn(say, rate.percent));
  if (rate.percent === undefined) return say.nothing;
  return `${percentIn(say, rate.percent)} (${numberIn(say, rate.numerator)}/${numberIn(say, rate.denominator)})`;
}

export const percentOf = (rate: SchoolRate): number | undefined => (rate.isHidden ? undefined : rate.percent);
export const numberIn = ({ locale }: ReportWords, value: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
export const percentIn = (say: ReportWords, value: number): string => `${numberIn(say, value)}%`;
export const timeIn = ({ say, zone }: Saying & { zone: string }, instant: string): string =>
  new Intl.DateTimeFormat(say.locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
export const dateIn = ({ say }: Saying, date: LocalDate): string =>
  new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", dateStyle: "long" }).format(new Date(`${date}T00:00:00Z`));

/** Why a school should be asked first, as the report says it. */
export function reasonIn(report: Saying & { page: DistrictPage }, reason: SupportReason): string {
  const { page, say } = report;
  if (reason.kind === "roleGap") {
    if (reason.gap.state !== "known") return say.hidden;
    const { lowest, highest } = reason.gap;
    return say.gapBetween(say.roles[lowest.role], percentIn(say, lowest.percent), say.roles[highest.role], percentIn(say, highest.percent));
  }
  const title = page.definitions.find(({ id }) => id === reason.metric)?.title ?? reason.metric;
  return say.behind(title, rateIn(report, reason.rate), say.points(numberIn(say, reason.distance)), percentIn(say, reason.level));
}
