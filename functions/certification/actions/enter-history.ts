import { commitTogether } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { sayIn } from "../../platform/sentences.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { GuardFailed } from "../../platform/table.ts";
import { newTask } from "../../platform/task.ts";
import { findClaim } from "../../roster/claims.ts";
import { readTable } from "../../roster/hr/read-table.ts";
import { staffIdOf } from "../../roster/import-rules.ts";
import { staffFrom } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { HistoryColumn, type HistoryColumns, type HistoryPreview, type HistoryProblem } from "../decision-contract.ts";
import { expireHistory, keepHistory, type PastOfPerson } from "../history-files.ts";
import { columnsOf, historyRows, historyStanding, mostHistoryRows, type PastCertificate, readHistoryRow } from "../history-rules.ts";
import { historyProblemsInSpanish } from "../history-spanish.ts";
import { readCandidate } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import { findHistoryImport } from "../read-history.ts";
import { historyImports } from "../history-records.ts";
import { certificateStatus } from "../status-rules.ts";
import { enterHistoryTask, pastCertificate } from "./enter-history-step.ts";

type Writer = Granted<"certification:write">;
type Entry = { past: PastCertificate; staffId: string };

const width = 12;
/** So many cells show what a column holds. */
const mostSamples = 3;

/** What a file of past certificates would enter, for whom, and what is wrong with which row; enters nothing. */
export async function previewHistory(ctx: Writer, bytes: Uint8Array, chosen: HistoryColumns = {}): Promise<HistoryPreview> {
  return (await read(ctx, { bytes, chosen })).preview;
}

/**
 * Begins to enter past certificates, in the background (enter-history-step.ts), from what the file says now. Sent again after a lost
 * answer, it is the same import; another with the same file enters nothing twice.
 */
export async function enterHistory(ctx: Writer, bytes: Uint8Array, chosen: HistoryColumns = {}): Promise<HistoryPreview> {
  const id = idFrom("his", ctx.district.id, ctx.idempotency?.key ?? ctx.newId("his"));
  const [{ preview, toEnter }, before] = await Promise.all([read(ctx, { bytes, chosen }), findHistoryImport(ctx, id)]);
  if (before && before.takenBack)
    throw new AppError("conflict", "This import was taken back. Nothing more was entered; choose the file again to enter it anew.");
  if (before) return { ...preview, importId: id, entering: before.certificates };
  if (toEnter.length === 0) return preview;
  // The file first: what asks for the work never stands without what it needs.
  const kept = await keepHistory(ctx, id, toEnter);
  const entering = await begin(ctx, { id, kept, certificates: preview.certificates.length });
  return { ...preview, importId: id, entering };
}

/** The import and the work of it are put down as one; gives how many certificates it enters. */
async function begin(ctx: Writer, { id, kept, certificates }: { id: string; kept: string; certificates: number }): Promise<number> {
  const { write, view } = newTask(ctx, enterHistoryTask, { id: idFrom("tsk", id, "enter"), input: { importId: id, kept } });
  const row = { id, enteredAt: ctx.now.toISOString(), enteredOn: ctx.today, enteredByName: ctx.actor.name, certificates };
  try {
    await commitTogether(ctx, [
      {
        action: "history.entered",
        subject: `history:${id}`,
        writes: [historyImports.put({ ...row, state: "entering", taskId: view.id, version: 0 }), write],
        after: { certificates },
        result: null,
      },
    ]);
    return certificates;
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    // The same request, sent twice at once, has begun it, and may be done.
    const begun = await findHistoryImport(ctx, id);
    if (begun?.state !== "entering") await expireHistory(ctx, id);
    return begun?.certificates ?? certificates;
  }
}

async function read(
  ctx: Writer,
  { bytes, chosen }: { bytes: Uint8Array; chosen: HistoryColumns },
): Promise<{ preview: HistoryPreview; toEnter: PastOfPerson[] }> {
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
  const toEnter: PastOfPerson[] = [];
  let known = 0;
  await sideBySide([...Map.groupBy(entries, ({ staffId }) => staffId)], width, async ([staffId, theirs]) => {
    const candidate = await readCandidate(ctx, staffId);
    if (!candidate) return;
    const fresh: PastCertificate[] = [];
    for (const { past } of theirs.toSorted((a, b) => a.past.issuedOn.localeCompare(b.past.issuedOn))) {
      const standing = historyStanding(past, [...candidate.held, ...fresh.map((one) => pastCertificate(ctx, candidate, one))]);
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
        const status = certificateStatus(pastCertificate(ctx, candidate, past), ctx.today);
        found.push({ line, name: fullName(candidate.staff), title: definition.title, issuedOn, expiresOn, status });
      }
    }
    if (fresh.length > 0) toEnter.push({ staffId, past: fresh });
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
