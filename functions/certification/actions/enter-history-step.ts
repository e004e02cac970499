import * as z from "zod";
import { type Change, commit, commitTogether, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { addDays, type LocalDate } from "../../platform/dates.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom, publicId } from "../../platform/ids.ts";
import type { Versioned } from "../../platform/record.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { taskKind } from "../../platform/task.ts";
import { fullName } from "../../roster/rules.ts";
import { expireHistory, type Past, type PastOfPerson, readKeptHistory } from "../history-files.ts";
import { type HistoryImport, historyImports, type HistoryLine, historyLines } from "../history-records.ts";
import { historyStanding } from "../history-rules.ts";
import { writesOf } from "../new-certificate.ts";
import { type Candidate, readCandidate } from "../queries.ts";
import { findHistoryImport, listHistoryLines } from "../read-history.ts";
import type { Certificate } from "../records.ts";

type Worker = Granted<"certificate:issue">;

const Input = z.object({
  importId: z.string(),
  /** Under which name it is kept what it enters. */
  kept: z.string().default("history"),
});
const Checkpoint = z.object({ people: z.number().int(), certificates: z.number().int() });
const peopleInAStep = 50;
/** Few at a time, so that whoever learns meanwhile does not notice. */
const width = 6;
/** Four rows each fit one transaction. */
const together = 24;

/**
 * Enters the past certificates of an import, each with the dates the file says, a public page and a note that it comes from before, and
 * without a word to anybody. What it wrote is put down line by line, so that it can be taken back (take-history-back.ts); a step done
 * twice enters nothing twice, and whatever ends it, it goes on by itself.
 */
export const enterHistoryTask = taskKind<
  "certification",
  "certificate:issue",
  z.infer<typeof Input>,
  z.infer<typeof Checkpoint>,
  { certificates: number }
>({
  name: "enter-history",
  job: "certification",
  permission: "certificate:issue",
  input: Input,
  checkpoint: Checkpoint,
  step: async (ctx, { input: { importId, kept: name }, checkpoint = { people: 0, certificates: 0 } }) => {
    const one = await findHistoryImport(ctx, importId);
    if (!one) throw notFound("import");
    if (one.state !== "entering") return { outcome: await finish(ctx, importId) };
    const kept = await readKeptHistory(ctx, importId, name);
    // It was stopped for so long that what it was to enter is no longer kept: it ends with what it has, which its page says.
    if (!kept) return { outcome: await finish(ctx, importId) };
    const theirs = kept.slice(checkpoint.people, checkpoint.people + peopleInAStep);
    await sideBySide(theirs, width, (person) => enter(ctx, person, one));
    const people = checkpoint.people + theirs.length;
    if (people >= kept.length) return { outcome: await finish(ctx, importId) };
    const certificates = checkpoint.certificates + theirs.flatMap(({ past }) => past).length;
    return { checkpoint: { people, certificates }, done: certificates, total: one.certificates };
  },
});

/** The import is whole. It counts what it wrote itself, whoever entered the same beside it; what was kept for it goes. */
async function finish(ctx: Worker, importId: string): Promise<{ certificates: number }> {
  return retryOnConflict(async () => {
    const [row, lines] = await Promise.all([findHistoryImport(ctx, importId), listHistoryLines(ctx, importId)]);
    const certificates = lines.length;
    if (row?.state === "entering") {
      const { taskId: _, ...whole } = row;
      await commit(ctx, {
        action: "history.whole",
        subject: `history:${importId}`,
        writes: [historyImports.put({ ...whole, state: "entered", certificates })],
        after: { certificates },
        result: null,
      });
    }
    await expireHistory(ctx, importId);
    return { certificates };
  });
}

/** A past certificate of a person, as it is put down. */
export function pastCertificate(
  ctx: Context,
  { staff }: Pick<Candidate, "staff">,
  { definition, issuedOn, expiresOn, clockHours }: Past,
  { cycle = 0, enteredOn = ctx.today }: { cycle?: number; enteredOn?: LocalDate } = {},
): Certificate {
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
    enteredOn,
    clockHours,
    modules: {},
    practice: [],
  };
}

async function enter(
  ctx: Worker,
  { staffId, past: all }: PastOfPerson,
  { id: importId, enteredOn, enteredByName }: HistoryImport,
): Promise<void> {
  await retryOnConflict(async () => {
    const [found, now] = await Promise.all([readCandidate(ctx, staffId), findHistoryImport(ctx, importId)]);
    // Their account may have become another since the file was read.
    const keptId = found?.staff.mergedInto;
    const known = keptId === undefined ? found : await readCandidate(ctx, keptId);
    if (!known || now?.state !== "entering") return;
    const cycles = new Map<string, number>();
    const changes = all
      .filter((past) => historyStanding(past, known.held) === "new")
      .map((past): Change<null> => {
        const last =
          cycles.get(past.definition.id) ??
          Math.max(0, ...known.held.filter((one) => one.certificationId === past.definition.id).map((one) => one.cycle));
        cycles.set(past.definition.id, last + 1);
        const certificate = { ...pastCertificate(ctx, known, past, { cycle: last + 1, enteredOn }), enteredWith: importId };
        const { id, certificationId, cycle, issuedOn, expiresOn } = certificate;
        return {
          action: "certificate.entered",
          subject: `staff:${known.staff.id}`,
          writes: [...writesOf(ctx, known.staff, certificate, { isTold: false }), historyLines.put(lineOf(certificate, importId))],
          after: { id, certificationId, cycle, issuedOn, expiresOn, importId, by: enteredByName },
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
