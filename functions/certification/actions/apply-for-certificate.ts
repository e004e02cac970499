import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { chanceFrom, idFrom } from "../../platform/ids.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import { applicationMeant, applicationView, currentApplication, nextApplicationNumber, reviewersFor } from "../application-rules.ts";
import type { ApplicationView } from "../contract.ts";
import type { ApplyInput } from "../decision-contract.ts";
import { relyingWrites } from "../new-certificate.ts";
import { readCandidate, standingOf } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import { type Application, applications } from "../records.ts";
import { certificationProgress } from "../rules.ts";
import { nextTerm } from "../term-rules.ts";
import { requirementWords } from "../words.ts";

/**
 * Hands in what a person has done for a certificate, once everything it asks for is there; again after a return, with
 * everything that was said before kept. Handing in twice is handing in once. In one of ten a second reviewer is drawn.
 */
export async function applyForCertificate(
  ctx: Granted<"certificate:apply">,
  { certificationId, statement }: ApplyInput & { certificationId: string },
): Promise<ApplicationView> {
  const staffId = signedInStaffId(ctx);
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const definition = definitions.find(({ id }) => id === certificationId);
  if (!candidate || !definition) throw notFound("certification");
  if (definition.reviewers === 0)
    throw new AppError("not-ready", "Nothing is to be handed in for this certificate: it is issued by itself once everything is there.");
  if (!isWorking(candidate.staff, ctx.today))
    throw new AppError("not-ready", "Certificates wait while you are on leave. Hand this in when you are back; nothing is lost.");
  const term = nextTerm(candidate.held, definition, ctx.today);
  if (!term) throw new AppError("not-ready", "Your certificate is in force. You can renew it from the day its renewal window opens.");
  // One that is offered no more can still be renewed by whoever holds it.
  if (!definition.isOffered && term.isRenewal !== true) throw notFound("certification");
  const before = currentApplication(candidate.applications, { held: candidate.held, certificationId });
  if (before?.state === "underReview") return applicationView(before, definition.title, candidate.appeals);
  const { requirements, isReady } = certificationProgress(definition, standingOf(ctx, candidate), term, requirementWords[ctx.language]);
  if (!isReady) {
    const missing = requirements.filter(({ isMet }) => !isMet).map(({ title }) => title);
    throw new AppError("not-ready", `This is still missing: ${missing.join("; ")}. Nothing was handed in.`);
  }
  const cycle = before?.cycle ?? nextApplicationNumber(candidate.applications, { held: candidate.held, certificationId });
  const submission = (before?.submission ?? 0) + 1;
  const after: Application = {
    id: before?.id ?? idFrom("app", ctx.district.id, staffId, definition.id, String(cycle)),
    staffId,
    staffName: fullName(candidate.staff),
    certificationId: definition.id,
    cycle,
    state: "underReview",
    submission,
    submittedAt: ctx.now.toISOString(),
    statement,
    // The draw stands for all submissions of a term: handing in again is no way around a second reviewer.
    reviewers: before?.reviewers ?? reviewersFor(definition, chanceFrom(ctx.newId("draw"))),
    reviews: before?.reviews ?? [],
    earlierStatements: before ? [...before.earlierStatements, before.statement] : [],
  };
  const row = { ...after, version: before?.version ?? 0 };
  return commit(ctx, {
    action: "application.submitted",
    subject: `staff:${staffId}`,
    writes: [applications.put(row), ...relyingWrites(candidate, definition)],
    ...(before && { before: { state: before.state } }),
    after: { certificationId, cycle, submission, state: after.state },
    result: applicationView({ ...row, version: row.version + 1 }, definition.title, candidate.appeals),
  });
}

/** Takes an application back before it is decided; it can be handed in again at any time. */
export async function withdrawApplication(ctx: Granted<"certificate:apply">, certificationId: string): Promise<ApplicationView> {
  const staffId = signedInStaffId(ctx);
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const title = definitions.find(({ id }) => id === certificationId)?.title;
  const before = candidate && applicationMeant(candidate.applications, { held: candidate.held, certificationId });
  if (!candidate || !before || title === undefined) throw notFound("application");
  if (before.state === "withdrawn") return applicationView(before, title, candidate.appeals);
  if (before.state === "accepted") throw new AppError("not-ready", "This application was accepted; its certificate is on your page.");
  const after = { ...before, state: "withdrawn" as const };
  return commit(ctx, {
    action: "application.withdrawn",
    subject: `staff:${staffId}`,
    writes: [applications.put(after)],
    before: { state: before.state },
    after: { certificationId, cycle: before.cycle, state: after.state },
    result: applicationView({ ...after, version: after.version + 1 }, title, candidate.appeals),
  });
}
