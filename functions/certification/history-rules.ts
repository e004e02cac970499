import { addDays } from "../platform/dates.ts";
import type { HistoryColumn, HistoryProblem } from "./decision-contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import type { Certificate } from "./records.ts";

type Column = HistoryColumn;

/** What files call each column, in small letters alone, the likeliest first; an address or an id says whose, and hours may be missing. */
const headerWords: Record<Column, readonly string[]> = {
  email: ["email", "workemail", "emailaddress", "workemailaddress", "mail", "holderemail", "employeeemail"],
  "person id": ["personid", "employeeid", "employeenumber", "staffid", "sourcedid", "id"],
  certification: ["certification", "certificate", "certificationname", "certificatename", "credential", "title", "award"],
  "issued on": ["issuedon", "issued", "issuedate", "dateissued", "awardedon", "earnedon", "startdate", "validfrom"],
  "expires on": ["expireson", "expires", "expirationdate", "expirydate", "expiration", "enddate", "validuntil", "validthrough"],
  "clock hours": ["clockhours", "hours", "pdhours", "credithours"],
};
const historyColumns = Object.keys(headerWords) as Column[];

/** Which column of the file each is read from: as it was chosen, or else as its header suggests; no column of the file is read twice. */
export function columnsOf(headers: readonly string[], chosen: Partial<Record<Column, string>> = {}): Partial<Record<Column, number>> {
  const plain = headers.map((header) => header.toLowerCase().replaceAll(/[^a-z]/g, ""));
  const found: Partial<Record<Column, number>> = {};
  const take = (column: Column, at: number): void => {
    if (at >= 0 && !Object.values(found).includes(at)) found[column] = at;
  };
  for (const column of historyColumns) take(column, headers.indexOf(chosen[column] ?? ""));
  for (const column of historyColumns.filter((one) => chosen[one] === undefined))
    for (const word of headerWords[column]) if (found[column] === undefined) take(column, plain.indexOf(word));
  return found;
}

/** The most rows of one file: each is entered with an audit row of its own, and all of them are read while the administrator waits. */
export const mostHistoryRows = 2_000;

/** A row as it was read; `line` is where it begins in the file. */
export type HistoryRow = { line: number; cells: Partial<Record<Column, string>> };

/** A row that says something usable: whose certificate, of which certification, from when until when. */
export type PastCertificate = {
  line: number;
  email: string;
  personId: string;
  definition: CertificationDefinition;
  issuedOn: string;
  expiresOn: string;
  clockHours: number;
};

/** The rows by column, whatever the order of the columns. */
export function historyRows(
  rows: readonly { line: number; cells: readonly string[] }[],
  columns: Partial<Record<Column, number>>,
): HistoryRow[] {
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(Object.entries(columns).map(([name, at]) => [name, (cells[at] ?? "").trim()])),
  }));
}

/** What a row says, or what is wrong with it and how to put it right. */
export function readHistoryRow(
  { line, cells }: HistoryRow,
  { today, definitions }: { today: string; definitions: readonly CertificationDefinition[] },
): PastCertificate | HistoryProblem {
  const problem = (column: Column, message: string): HistoryProblem => ({ line, column, message });
  const { email = "", "person id": personId = "" } = cells;
  if (email === "" && personId === "") return problem("email", "Say whose it is: a work address, or the person's id of the roster.");
  const wanted = plainTitle(cells.certification ?? "");
  const definition = definitions.find(({ id, title }) => plainTitle(id) === wanted || plainTitle(title) === wanted);
  if (!definition)
    return problem("certification", "There is no certification of this name. Take its title or its id from the list of certifications.");
  const issuedOn = dateOf(cells["issued on"]);
  if (issuedOn === undefined) return problem("issued on", "Write the day as 2024-08-15 or 8/15/2024.");
  if (issuedOn > today) return problem("issued on", "This day lies ahead. History ends today.");
  const expiresOn = dateOf(cells["expires on"]);
  if (expiresOn === undefined) return problem("expires on", "Write its last day as 2027-08-15 or 8/15/2027.");
  if (expiresOn <= issuedOn) return problem("expires on", "It ends before it begins. Check the two days.");
  const hours = cells["clock hours"] ?? "";
  const clockHours = hours === "" ? 0 : Number(hours);
  if (!Number.isFinite(clockHours) || clockHours < 0 || clockHours > 1_000 || (clockHours * 4) % 1 !== 0)
    return problem("clock hours", "Write hours in quarters, such as 4.25, or leave the cell empty.");
  return { line, email, personId, definition, issuedOn, expiresOn, clockHours };
}

/** A title without what people write one way or the other: capitals, spaces, hyphens. */
const plainTitle = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

function dateOf(text: string | undefined): string | undefined {
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? "");
  const iso = us ? `${us[3]}-${us[1]?.padStart(2, "0")}-${us[2]?.padStart(2, "0")}` : (text ?? "");
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && addDays(iso, 0) === iso;
  return isDay ? iso : undefined;
}

/** How a past certificate stands to those a person has: new, entered before, or at odds with one of them. */
export function historyStanding(
  {
    definition,
    issuedOn,
    expiresOn,
  }: Pick<PastCertificate, "issuedOn" | "expiresOn"> & {
    definition: Pick<CertificationDefinition, "id" | "validity">;
  },
  held: readonly Certificate[],
): "new" | "known" | "overlaps" {
  const mine = held.filter(({ certificationId }) => certificationId === definition.id);
  if (mine.some((one) => one.issuedOn === issuedOn && one.expiresOn === expiresOn)) return "known";
  // One renewed early begins in the last one's window; one that begins before that is the same term twice.
  return mine.some((one) => issuedOn < one.renewalOpensOn && one.issuedOn < addDays(expiresOn, -definition.validity.windowDays))
    ? "overlaps"
    : "new";
}
