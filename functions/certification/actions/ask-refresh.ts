import * as z from "zod";
import { readCatalog } from "../../curriculum/queries.ts";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import type { Language } from "../../platform/language.ts";
import { enqueue } from "../../platform/outbox.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { newTask, readTask, taskKind } from "../../platform/task.ts";
import { listEverySchool, staffFrom } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking, schoolsOn, statusOn } from "../../roster/rules.ts";
import { walkMembers, WalkPlace } from "../../roster/walk-members.ts";
import { certificationOf, type CertificationDefinition } from "../ladder-rules.ts";
import { latestTerm } from "../latest-term-rules.ts";
import { certificationMail } from "../mail-words.ts";
import { candidateFrom, standingOf } from "../queries.ts";
import { findDefinition } from "../read-definitions.ts";
import { type Certificate, definitionEditions, refreshes } from "../records.ts";
import { namedAtMost, RefreshOutcome, type RefreshStarted } from "../refresh-contract.ts";
import { changedParts, type Ground, isAsked, openTitles, withParts } from "../refresh-rules.ts";
import { isInForce } from "../status-rules.ts";
import { requirementWords } from "../words.ts";

/** Few at a time, so that whoever learns meanwhile does not notice. */
const width = 6;
const peopleInAStep = 150;
/** Nobody is asked for something by tomorrow, nor so long ahead that it is forgotten. */
const soonest = 1;

const Input = z.object({ certificationId: z.string(), dueOn: z.iso.date(), isTrial: z.boolean() });
type Input = z.infer<typeof Input>;

const Checkpoint = RefreshOutcome.extend(WalkPlace.shape);
type Checkpoint = z.infer<typeof Checkpoint>;

const nobody = { upToDate: 0, asked: 0, exempt: 0, away: 0, leaving: 0 };
const begin: Checkpoint = { school: 0, people: [], toAsk: 0, leftOut: nobody, failed: 0 };

type Writer = Granted<"certificate:issue">;
type Where = Omit<Ground, "waivers"> & { catalog: Awaited<ReturnType<typeof readCatalog>>; schoolIds: string[]; input: Input };

/**
 * Looks at everyone who holds a certificate and asks those alone for whom something of it has changed, for that part alone; or, as a
 * trial, says whom it would ask. Nothing is taken from anyone. A step done twice, and the whole done twice, asks nobody twice.
 */
export const refreshTask = taskKind<"certification", "certificate:issue", Input, Checkpoint, RefreshOutcome>({
  name: "ask-refresh",
  job: "certification",
  permission: "certificate:issue",
  input: Input,
  checkpoint: Checkpoint,
  step: async (ctx, { input, checkpoint = begin }) => {
    const where = await whereOf(ctx, input);
    const { met, next } = await walkMembers(ctx, where.schoolIds, checkpoint, { limit: peopleInAStep });
    const found: Found[] = [];
    await sideBySide(met, width, async (one) => void found.push(await lookAt(ctx, one, where)));
    const { after: _, ...sum } = found.reduce(added, checkpoint);
    if (!next) return { outcome: outcomeOf(sum) };
    return { checkpoint: { ...sum, ...next }, done: next.school, total: where.schoolIds.length };
  },
});

const outcomeOf = ({ people, toAsk, leftOut, failed, mail }: RefreshOutcome): RefreshOutcome => ({
  people: people.toSorted((a, b) => a.name.localeCompare(b.name)),
  toAsk,
  leftOut,
  failed,
  ...(mail && { mail }),
});

async function whereOf(ctx: Writer, input: Input): Promise<Where> {
  const [definition, editions, catalog, schools] = await Promise.all([
    findDefinition(ctx, input.certificationId),
    ctx.table.list(definitionEditions, "CDEF", { prefix: `${input.certificationId}#` }),
    readCatalog(ctx),
    listEverySchool(ctx),
  ]);
  if (!definition) throw notFound("certification");
  const asked = (edition: number | undefined) =>
    edition === 1
      ? certificationOf(input.certificationId)?.requirements
      : editions.find((one) => one.edition === edition)?.choices.requirements;
  return { definition, asked, catalog, schoolIds: schools.map(({ id }) => id).toSorted(), input, say: requirementWords.en };
}

type Asked = { person: RefreshOutcome["people"][number]; mail: RefreshOutcome["mail"] };
type Found = "none" | "failed" | keyof RefreshOutcome["leftOut"] | Asked;

function added(sum: Checkpoint, one: Found): Checkpoint {
  if (one === "none") return sum;
  if (one === "failed") return { ...sum, failed: sum.failed + 1 };
  if (typeof one === "string") return { ...sum, leftOut: { ...sum.leftOut, [one]: sum.leftOut[one] + 1 } };
  const people = sum.people.length < namedAtMost ? [...sum.people, one.person] : sum.people;
  const mail = sum.mail ?? one.mail;
  return { ...sum, people, toAsk: sum.toAsk + 1, ...(mail && { mail }) };
}

/** One person: what they are asked, or why not. One whose rows cannot be read does not keep the others waiting. */
async function lookAt(ctx: Writer, { staffId, schoolId }: { staffId: string; schoolId: string }, where: Where): Promise<Found> {
  try {
    return await retryOnConflict(() => askOne(ctx, staffId, schoolId, where));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log("error", "a person could not be asked for what has changed", { districtId: ctx.district.id, staffId, error: text });
    return "failed";
  }
}

async function askOne(ctx: Writer, staffId: string, schoolId: string, where: Where): Promise<Found> {
  const { definition, catalog, input } = where;
  const items = await ctx.table.collection(`U#${staffId}`);
  const staff = staffFrom(items);
  // Who works at several schools is counted at the first of them.
  if (!staff || schoolsOn(staff, ctx.today).toSorted()[0] !== schoolId) return "none";
  const candidate = candidateFrom(ctx, { staff, items, catalog });
  const certificate = latestOf(candidate.held, definition.id);
  if (!certificate || certificate.origin === "history" || !isInForce(certificate, ctx.today)) return "none";
  const standing = standingOf(ctx, candidate);
  const { parts, isExempt } = changedParts(certificate, standing, {
    ...where,
    waivers: candidate.waivers,
  });
  if (isExempt) return "exempt";
  if (parts.length === 0) return "upToDate";
  if (statusOn(staff, input.dueOn) === "left" || schoolsOn(staff, input.dueOn).length === 0) return "leaving";
  if (!isWorking(staff, ctx.today)) return "away";
  const before = candidate.refreshes.find(({ certificateId }) => certificateId === certificate.id);
  if (before && isAsked(parts, before.parts)) return "asked";
  const refresh = {
    staffId,
    certificateId: certificate.id,
    certificationId: definition.id,
    definitionVersion: definition.version,
    parts: withParts(before?.parts ?? [], parts),
    askedOn: ctx.today,
    dueOn: input.dueOn,
    times: (before?.times ?? 0) + 1,
  };
  const titles = { en: openTitles(parts, standing, requirementWords.en), es: openTitles(parts, standing, requirementWords.es) };
  const message = messageOf(ctx, { staff, certificate, titles, dueOn: input.dueOn, times: refresh.times });
  const found: Asked = {
    person: { staffId, name: fullName(staff), parts: titles.en },
    mail: message.says.en,
  };
  if (input.isTrial) return found;
  return commit(ctx, {
    action: "certificate.refreshAsked",
    subject: `staff:${staffId}`,
    writes: [refreshes.put({ ...refresh, version: before?.version ?? 0 }), enqueue(ctx, message)],
    ...(before && { before: { parts: before.parts, dueOn: before.dueOn } }),
    after: refresh,
    result: found,
  });
}

function latestOf(held: readonly Certificate[], certificationId: string): Certificate | undefined {
  return latestTerm(held.filter((one) => one.certificationId === certificationId));
}

type Told = { staff: Staff; certificate: Certificate; titles: Record<Language, string[]>; dueOn: LocalDate; times: number };

function messageOf(ctx: Writer, { staff, certificate, titles, dueOn, times }: Told) {
  return {
    key: `refresh-asked:${certificate.id}:${times}`,
    staffId: staff.id,
    toName: fullName(staff),
    toEmail: staff.email,
    says: certificationMail.changed({
      givenName: staff.givenName,
      title: certificate.title,
      district: ctx.district.name,
      expiresOn: certificate.expiresOn,
      dueOn,
      parts: titles,
      address: `${ctx.origin}/certificates`,
    }),
  };
}

/**
 * Looks, in the background, at whom a change concerns (`isTrial`), or asks them. Pressed twice it is two pieces of work, of which the
 * second finds that everyone was asked.
 */
export async function startRefresh(ctx: Granted<"certification:write">, input: Input): Promise<RefreshStarted> {
  const definition = await findDefinition(ctx, input.certificationId);
  if (!definition) throw notFound("certification");
  requireDay(ctx.today, input.dueOn, definition);
  const { write, view } = newTask(ctx, refreshTask, { input });
  return commit(ctx, {
    action: input.isTrial ? "certification.refreshTried" : "certification.refreshAsked",
    subject: `certification:${input.certificationId}`,
    writes: [write],
    after: input,
    result: { taskId: view.id },
  });
}

function requireDay(today: LocalDate, dueOn: LocalDate, { validity }: CertificationDefinition): void {
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  if (days >= soonest && days <= validity.years * 366) return;
  throw new AppError("invalid-input", "Choose a day after today and within a term of the certificate. Nobody was asked.", {
    fields: [{ path: "json.dueOn", message: "Choose a day after today and within a term of the certificate." }],
  });
}

/** What looking at a change, or asking, found; `not-ready` while it is at it. */
export async function readRefresh(ctx: Granted<"certification:write">, taskId: string): Promise<RefreshOutcome> {
  const task = await readTask(ctx, taskId);
  if (task.kind !== refreshTask.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This is still being worked out. Look again in a moment.");
  return RefreshOutcome.parse(task.outcome);
}
