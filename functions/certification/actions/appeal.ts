import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { localDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import { appealsOf, appealView, currentReviews, deciderProblem, isAppealable } from "../application-rules.ts";
import type { AppealView } from "../contract.ts";
import type { AppealDecision, AppealInput } from "../decision-contract.ts";
import { certificationMail } from "../mail-words.ts";
import { changedWrites, newCertificate, relyingWrites, writesOf } from "../new-certificate.ts";
import { type Candidate, readCandidate, standingOf } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import { type Appeal, appeals, applications } from "../records.ts";
import { certificationProgress } from "../rules.ts";
import { termHandedIn } from "../term-rules.ts";
import { deciderOf, tiesOf } from "../ties.ts";
import { requirementWords } from "../words.ts";

const closed = "The time for an appeal is over: it can be made within 30 days of the decision.";

/** Appeals a returned application or a revocation of one's own, within thirty days; once for each decision. */
export async function fileAppeal(ctx: Granted<"certificate:apply">, input: AppealInput): Promise<AppealView> {
  const staffId = signedInStaffId(ctx);
  const candidate = await readCandidate(ctx, staffId);
  if (!candidate) throw notFound("person");
  const about = input.of === "return" ? returnOf(candidate, input) : revocationOf(candidate, input);
  const id = idFrom("apl", ctx.district.id, staffId, input.of, input.certificationId, String(input.cycle), about.decision);
  const before = candidate.appeals.find((one) => one.id === id);
  if (before) return appealView(before);
  if (!isAppealable(about.decidedOn, ctx.today)) throw new AppError("not-ready", closed);
  const appeal: Appeal = {
    id,
    staffId,
    staffName: fullName(candidate.staff),
    of: input.of,
    certificationId: input.certificationId,
    cycle: input.cycle,
    filedAt: ctx.now.toISOString(),
    reason: input.reason,
    decidersBefore: about.deciders,
    state: "open",
  };
  return commit(ctx, {
    action: "appeal.filed",
    subject: `staff:${staffId}`,
    writes: [appeals.put({ ...appeal, version: 0 })],
    after: { id, of: input.of, certificationId: input.certificationId, cycle: input.cycle },
    result: appealView(appeal),
  });
}

type About = { decidedOn: string | undefined; decision: string; deciders: string[] };

function returnOf({ applications: all }: Candidate, { certificationId, cycle }: AppealInput): About {
  const application = all.find((one) => one.certificationId === certificationId && one.cycle === cycle);
  if (application?.state !== "returned") throw new AppError("not-ready", "There is no returned application to appeal.");
  return {
    decidedOn: application.returnedOn,
    decision: String(application.submission),
    deciders: [...new Set(currentReviews(application).map(({ reviewerId }) => reviewerId))],
  };
}

function revocationOf({ held, appeals: filed }: Candidate, { certificationId, cycle }: AppealInput): About {
  const certificate = held.find((one) => one.certificationId === certificationId && one.cycle === cycle);
  if (certificate?.revokedOn === undefined) throw new AppError("not-ready", "There is no revoked certificate to appeal about.");
  const { revokedOn, revokedBy } = certificate;
  // What was put right and revoked again, maybe on the same day, is another decision.
  const putRight = appealsOf(filed, { of: "revocation", certificationId, cycle }).filter(({ state }) => state === "overturned").length;
  const decision = putRight === 0 ? revokedOn : `${revokedOn}:${putRight}`;
  return { decidedOn: revokedOn, decision, deciders: revokedBy === undefined ? [] : [revokedBy] };
}

/**
 * Decides an appeal, once, by someone who had no part in what is appealed. Overturning a return accepts the application and
 * issues the certificate; overturning a revocation puts the certificate back in force. Both decisions stay on record.
 */
export async function decideAppeal(
  ctx: Granted<"appeal:decide">,
  input: AppealDecision & { staffId: string; appealId: string },
): Promise<AppealView> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("appeals are decided by people");
  const candidate = await readCandidate(ctx, input.staffId);
  const before = candidate?.appeals.find(({ id }) => id === input.appealId);
  if (!candidate || !before) throw notFound("appeal");
  if (before.state !== "open") throw new AppError("conflict", "This appeal was decided a moment ago. Reload to read the decision.");
  const definition = (await readDefinitions(ctx)).find(({ id }) => id === before.certificationId);
  const problem = deciderProblem(before, await deciderOf(ctx, actor.staffId), await tiesOf(ctx, candidate, definition));
  if (problem !== undefined) throw new AppError("not-allowed", problem);
  const after = {
    ...before,
    state: input.decision,
    decidedBy: actor.staffId,
    decidedByName: actor.name,
    decidedAt: ctx.now.toISOString(),
    comment: input.comment,
  };
  const writes =
    input.decision === "upheld"
      ? []
      : before.of === "return"
        ? await accept(ctx, candidate, before)
        : await putBack(ctx, candidate, before);
  return commit(ctx, {
    action: `appeal.${input.decision}`,
    subject: `staff:${input.staffId}`,
    writes: [
      appeals.put(after),
      ...writes,
      ...(isWorking(candidate.staff, ctx.today) ? [enqueue(ctx, messageOf(ctx, candidate, after))] : []),
    ],
    before: { state: before.state },
    after: { id: before.id, of: before.of, certificationId: before.certificationId, cycle: before.cycle, state: after.state },
    result: appealView(after),
  });
}

async function accept(ctx: Granted<"appeal:decide">, candidate: Candidate, appeal: Appeal): Promise<RecordWrite<"fact">[]> {
  const application = candidate.applications.find((one) => one.certificationId === appeal.certificationId && one.cycle === appeal.cycle);
  const definition = (await readDefinitions(ctx)).find(({ id }) => id === appeal.certificationId);
  if (!application || !definition) throw notFound("application");
  if (application.state === "withdrawn")
    throw new AppError("not-ready", "The application was taken back since. This appeal can be upheld as it is.");
  if (application.state !== "returned")
    throw new AppError(
      "not-ready",
      "The application was handed in again since. Its reviewers decide it; this appeal can be upheld as it is.",
    );
  const handedInOn = localDate(new Date(application.submittedAt), ctx.district.zone);
  const term = termHandedIn(candidate.held, definition, { handedInOn, today: ctx.today });
  if (
    !term ||
    !isWorking(candidate.staff, ctx.today) ||
    !certificationProgress(definition, standingOf(ctx, candidate), term, requirementWords.en).isReady
  )
    throw new AppError("not-ready", "Something the certificate asks for is not there, so it cannot be issued. Nothing was decided.");
  return [
    applications.put({ ...application, state: "accepted" }),
    ...writesOf(ctx, candidate.staff, newCertificate(ctx, candidate, { definition, term })),
    ...relyingWrites(candidate, definition),
  ];
}

async function putBack(ctx: Granted<"appeal:decide">, candidate: Candidate, appeal: Appeal): Promise<RecordWrite<"fact">[]> {
  const certificate = candidate.held.find((one) => one.certificationId === appeal.certificationId && one.cycle === appeal.cycle);
  if (certificate?.revokedOn === undefined) throw notFound("certificate");
  const { revokedOn } = certificate;
  const isHeldAgain = candidate.held.some(
    (one) => one.certificationId === appeal.certificationId && one.revokedOn === undefined && one.issuedOn >= revokedOn,
  );
  if (isHeldAgain)
    throw new AppError("not-ready", "This certificate was earned again since. The new one holds; this appeal can be upheld as it is.");
  const { revokedOn: _, revokedBecause: __, revokedBy: ___, ...restored } = certificate;
  return changedWrites(ctx, restored);
}

function messageOf(ctx: Granted<"appeal:decide">, { staff }: Candidate, { id, state, staffName, decidedByName, comment = "" }: Appeal) {
  return {
    key: `appeal-decided:${id}`,
    staffId: staff.id,
    toName: staffName,
    toEmail: staff.email,
    says: certificationMail.appealDecided({
      givenName: staff.givenName,
      isOverturned: state === "overturned",
      decider: decidedByName,
      comment,
      address: `${ctx.origin}/certificates`,
    }),
  };
}
