import { type Change, commitTogether, retryOnConflict } from "../../platform/commit.ts";
import { addDays } from "../../platform/dates.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom, publicId } from "../../platform/ids.ts";
import type { Versioned } from "../../platform/record.ts";
import { sayIn } from "../../platform/sentences.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { findClaim } from "../../roster/claims.ts";
import { readTable } from "../../roster/hr/read-table.ts";
import { staffIdOf } from "../../roster/import-rules.ts";
import { staffFrom } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { HistoryColumn, type HistoryColumns, type HistoryPreview, type HistoryProblem } from "../decision-contract.ts";
import { columnsOf, historyRows, historyStanding, mostHistoryRows, type PastCertificate, readHistoryRow } from "../history-rules.ts";
import { historyProblemsInSpanish } from "../history-spanish.ts";
import { writesOf } from "../new-certificate.ts";
import { type Candidate, readCandidate } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import { findHistoryImport, listHistoryLines } from "../read-history.ts";
import { historyImports, type HistoryLine, historyLines } from "../history-records.ts";
import type { Certificate } from "../records.ts";
import { certificateStatus } from "../status-rules.ts";

type Writer = Granted<"certification:write">;
type Entry = { past: PastCertificate; staffId: string };

const width = 12;
/** So many cells show what a column holds. */
const mostSamples = 3;
/** Four rows each fit one transaction. */
const together = 24;

/** What a file of past certificates would enter, for whom, and what is wrong with which row; enters nothing. */
export async function previewHistory(ctx: Writer, bytes: Uint8Array, chosen: HistoryColumns = {}): Promise<HistoryPreview> {
  return (await read(ctx, { bytes, chosen })).preview;
}

/**
 * Enters past certificates: each with the dates the file says, a public page and a note that it comes from before, and
 * without a word to anybody. Entered twice, a file enters nothing the second time; cut short, it goes on where it was. What it
 * wrote is put down line by line, so that it can be taken back (take-history-back.ts).
 */
export async function enterHistory(ctx: Writer, bytes: Uint8Array, chosen: HistoryColumns = {}): Promise<HistoryPreview> {
  const { preview, toEnter } = await read(ctx, { bytes, chosen });
  if (toEnter.length === 0) return preview;
  const importId = await begin(ctx, preview.certificates.length);
  await sideBySide(toEnter, width, ({ candidate, fresh }) => enter(ctx, candidate, fresh, importId));
  await end(ctx, importId);
  return { ...preview, importId };
}

/** The import, put down before anything is entered; sent again after a lost answer, it is the same one. */
async function begin(ctx: Writer, certificates: number): Promise<string> {
  const id = idFrom("his", ctx.district.id, ctx.idempotency?.key ?? ctx.newId("his"));
  const before = await findHistoryImport(ctx, id);
  if (before && before.takenBack)
    throw new AppError("conflict", "This import was taken back. Nothing more was entered; choose the file again to enter it anew.");
  if (before) return id;
  const row = { id, enteredAt: ctx.now.toISOString(), enteredOn: ctx.today, enteredByName: ctx.actor.name, certificates };
  await commitTogether(ctx, [
    {
      action: "history.entered",
      subject: `history:${id}`,
      writes: [historyImports.put({ ...row, state: "entering", version: 0 })],
      after: { certificates },
      result: null,
    },
  ]);
  return id;
}

/** The import is whole: from now on it can be taken back. It counts what it wrote itself, whoever entered the same beside it. */
async function end(ctx: Writer, importId: string): Promise<void> {
  await retryOnConflict(async () => {
    const [row, lines] = await Promise.all([findHistoryImport(ctx, importId), listHistoryLines(ctx, importId)]);
    if (!row || row.takenBack) return;
    const after = { ...row, state: "entered" as const, certificates: lines.length };
    const change = { action: "history.whole", subject: `history:${importId}`, writes: [historyImports.put(after)] };
    await commitTogether(ctx, [{ ...change, after: { certificates: lines.length }, result: null }]);
  });
}

type ToEnter = { candidate: Candidate; fresh: PastCertificate[] };

async function read(
  ctx: Writer,
  { bytes, chosen }: { bytes: Uint8Array; chosen: HistoryColumns },
): Promise<{ preview: HistoryPreview; toEnter: ToEnter[] }> {
  const table = readTable(bytes);
  const columns = columnsOf(table.headers, byName(chosen));
  const rows = historyRows(table.rows, columns);
  if (rows.length > mostHistoryRows)
    throw new AppError(
      "invalid-input",
      `The file has ${rows.length} rows. Enter at most ${mostHistoryRows} at a time. Nothing was entered.`,
    );
  const definitions = await readDefinitions(ctx);
  const problems: HistoryProblem[] = [];
  const entries: Entry[] = [];
  await sideBySide(rows, width, async (row) => {
    const past = readHistoryRow(row, { today: ctx.today, definitions });
    if ("message" in past) return void problems.push(past);
    const staffId = await personOf(ctx, past);
    if (staffId === undefined)
      return void problems.push({ line: past.line, column: "email", message: "Nobody on the roster has this address or id." });
    entries.push({ past, staffId });
  });
  const found: HistoryPreview["certificates"] = [];
  const toEnter: ToEnter[] = [];
  let known = 0;
  await sideBySide([...Map.groupBy(entries, ({ staffId }) => staffId)], width, async ([staffId, theirs]) => {
    const candidate = await readCandidate(ctx, staffId);
    if (!candidate) return;
    const fresh: PastCertificate[] = [];
    for (const { past } of theirs.toSorted((a, b) => a.past.issuedOn.localeCompare(b.past.issuedOn))) {
      const standing = historyStanding(past, [...candidate.held, ...fresh.map((one) => entered(ctx, candidate, one, 0))]);
      if (standing === "known") known++;
      else if (standing === "overlaps")
        problems.push({
          line: past.line,
          column: "issued on",
          message: "This person has a certificate of the same certification for that time.",
        });
      else {
        fresh.push(past);
        const { line, definition, issuedOn, expiresOn } = past;
        const status = certificateStatus(entered(ctx, candidate, past, 0), ctx.today);
        found.push({ line, name: fullName(candidate.staff), title: definition.title, issuedOn, expiresOn, status });
      }
    }
    if (fresh.length > 0) toEnter.push({ candidate, fresh });
  });
  const preview = {
    headers: [...table.headers],
    columns: HistoryColumn.options.map((column) => {
      const at = columns[column];
      const samples = rows.flatMap(({ cells }) => cells[column] || []);
      return { column, ...(at !== undefined && { header: table.headers[at] ?? "" }), samples: samples.slice(0, mostSamples) };
    }),
    certificates: found.toSorted((a, b) => a.line - b.line),
    known,
    problems: problems
      .map((one) => ({ ...one, message: sayIn(ctx.language, one.message, historyProblemsInSpanish) }))
      .toSorted((a, b) => a.line - b.line),
  };
  return { preview, toEnter };
}

function byName({ email, personId, certification, issuedOn, expiresOn, clockHours }: HistoryColumns) {
  const chosen = {
    email,
    "person id": personId,
    certification,
    "issued on": issuedOn,
    "expires on": expiresOn,
    "clock hours": clockHours,
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, header]) => header !== undefined)) as Partial<Record<HistoryColumn, string>>;
}

async function personOf(ctx: Writer, { email, personId }: PastCertificate): Promise<string | undefined> {
  if (email !== "") {
    const claim = await findClaim(ctx, email);
    if (claim) return claim.staffId;
  }
  if (personId === "") return undefined;
  const staffId = personId.startsWith("stf_") ? personId : staffIdOf(ctx.district.id, personId);
  const staff = staffFrom(await ctx.table.collection(`U#${staffId}`, { from: "PROFILE", to: "PROFILE" }));
  // Of an account that was merged, everything is the kept one's.
  return staff?.mergedInto ?? staff?.id;
}

function entered(ctx: Writer, { staff }: Candidate, past: PastCertificate, cycle: number): Certificate {
  const { definition, issuedOn, expiresOn, clockHours } = past;
  const { windowDays, graceDays } = definition.validity;
  return {
    id: idFrom("crt", ctx.district.id, staff.id, definition.id, "history", issuedOn, expiresOn),
    publicId: publicId(),
    staffId: staff.id,
    certificationId: definition.id,
    cycle,
    title: definition.title,
    holderName: fullName(staff),
    districtName: ctx.district.name,
    issuedOn,
    issuedAt: `${issuedOn}T17:00:00.000Z`,
    renewalOpensOn: addDays(expiresOn, -windowDays),
    expiresOn,
    graceEndsOn: addDays(expiresOn, graceDays),
    anchorDay: expiresOn.slice(5),
    origin: "history",
    enteredOn: ctx.today,
    clockHours,
    modules: {},
    practice: [],
  };
}

async function enter(ctx: Writer, first: Candidate, all: PastCertificate[], importId: string): Promise<void> {
  let candidate: Candidate | undefined = first;
  await retryOnConflict(async () => {
    candidate ??= await readCandidate(ctx, first.staff.id);
    if (!candidate) return;
    const known = candidate;
    candidate = undefined;
    const cycles = new Map<string, number>();
    const changes = all
      .filter((past) => historyStanding(past, known.held) === "new")
      .map((past): Change<null> => {
        const last =
          cycles.get(past.definition.id) ??
          Math.max(0, ...known.held.filter((one) => one.certificationId === past.definition.id).map((one) => one.cycle));
        cycles.set(past.definition.id, last + 1);
        const certificate = { ...entered(ctx, known, past, last + 1), enteredWith: importId };
        const { id, certificationId, cycle, issuedOn, expiresOn } = certificate;
        return {
          action: "certificate.entered",
          subject: `staff:${known.staff.id}`,
          writes: [...writesOf(ctx, known.staff, certificate, { isTold: false }), historyLines.put(lineOf(certificate, importId))],
          after: { id, certificationId, cycle, issuedOn, expiresOn },
          result: null,
        };
      });
    for (let i = 0; i < changes.length; i += together) await commitTogether(ctx, changes.slice(i, i + together));
  });
}

function lineOf(certificate: Certificate, importId: string): HistoryLine & Versioned {
  const { publicId: id, id: certificateId, staffId, holderName, title, certificationId, issuedOn, expiresOn } = certificate;
  const about = { certificateId, staffId, holderName, title, certificationId, issuedOn, expiresOn };
  return { importId, publicId: id, ...about, state: "entered", version: 0 };
}
