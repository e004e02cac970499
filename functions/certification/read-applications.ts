import { actorId } from "../platform/actor.ts";
import type { Context } from "../platform/context.ts";
import { sayIn } from "../platform/sentences.ts";
import { localDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import type { FileAddress } from "../platform/route.ts";
import { listComparedRatings } from "../portfolio/read-calibration.ts";
import { listGivenReferences } from "../portfolio/read-references.ts";
import { pieceFile, portfolioPage } from "../portfolio/queries.ts";
import { findStaff } from "../roster/queries.ts";
import { subjectOf } from "../roster/rules.ts";
import { appealView, applicationView, type Decider, deciderProblem, reviewerProblem, stillNeeded } from "./application-rules.ts";
import type { Requirement } from "./contract.ts";
import type { AppealQueue, ApplicationPage, ApplicationQueue, Grounds } from "./decision-contract.ts";
import { certificationOf } from "./ladder-rules.ts";
import { inLanguage } from "./definitions.ts";
import { readApplication } from "./actions/review-application.ts";
import { standingOf } from "./queries.ts";
import { readDefinitions } from "./read-definitions.ts";
import { appeals, applications } from "./records.ts";
import { certificationProgress } from "./rules.ts";
import { certificationSpanish } from "./spanish.ts";
import { termHandedIn } from "./term-rules.ts";
import { deciderOf, refereesFor, tiesOf } from "./ties.ts";
import { requirementWords } from "./words.ts";

const readerOf = (ctx: Granted<"application:review"> | Granted<"appeal:decide">): Promise<Decider> =>
  deciderOf(ctx, ctx.actor.kind === "person" ? ctx.actor.staffId : actorId(ctx.actor));

const titleOf = (id: string): string => certificationOf(id)?.title ?? id;

/** The applications that wait, the longest waiting first; what is not for this reader says why. */
export async function readApplicationQueue(ctx: Granted<"application:review">): Promise<ApplicationQueue> {
  const [waiting, definitions, reviewer] = await Promise.all([
    ctx.table.list(applications, "APPLICATIONS", { index: "index2" }),
    readDefinitions(ctx),
    readerOf(ctx),
  ]);
  return {
    applications: await Promise.all(
      waiting.map(async (application) => {
        const definition = definitions.find(({ id }) => id === application.certificationId);
        const [staff, recommendedBy] = await Promise.all([
          definition?.ownCoachMayReview === false ? findStaff(ctx, application.staffId) : undefined,
          refereesFor(ctx, definition, application.staffId),
        ]);
        const problem = reviewerProblem(application, {
          reviewer,
          coachId: staff?.coachId,
          ownCoachMayReview: definition?.ownCoachMayReview ?? true,
          recommendedBy,
        });
        const { staffId, staffName, certificationId, cycle, submittedAt } = application;
        const shown = { staffId, staffName, certificationId, title: titleOf(certificationId), cycle, submittedAt };
        return {
          ...shown,
          stillNeeded: stillNeeded(application),
          ...(problem !== undefined && { problem: sayIn(ctx.language, problem, certificationSpanish) }),
        };
      }),
    ),
  };
}

/** The appeals that wait to be decided, the longest waiting first; what is not for this reader says why. */
export async function readAppealQueue(ctx: Granted<"appeal:decide">): Promise<AppealQueue> {
  const [open, definitions, decider] = await Promise.all([
    ctx.table.list(appeals, "APPEALS", { index: "index2" }),
    readDefinitions(ctx),
    readerOf(ctx),
  ]);
  const shown = await Promise.all(
    open.map(async (appeal) => {
      const { staffId, staffName, certificationId } = appeal;
      const staff = await findStaff(ctx, staffId);
      const definition = definitions.find(({ id }) => id === certificationId);
      const problem = staff && deciderProblem(appeal, decider, await tiesOf(ctx, { staff }, definition));
      return {
        staffId,
        staffName,
        title: titleOf(certificationId),
        appeal: appealView(appeal),
        ...(problem !== undefined && { problem: sayIn(ctx.language, problem, certificationSpanish) }),
      };
    }),
  );
  return { appeals: shown };
}

/** One application as its reviewer reads it: what was handed in, what was said of it, and how each thing asked for was met. */
export async function readApplicationPage(
  ctx: Granted<"application:review">,
  which: { staffId: string; certificationId: string },
): Promise<ApplicationPage> {
  const { candidate, definition, application } = await readApplication(ctx, which);
  const spoken = inLanguage(definition, ctx.language);
  const handedInOn = localDate(new Date(application.submittedAt), ctx.district.zone);
  const term = termHandedIn(candidate.held, definition, { handedInOn, today: ctx.today });
  const problem = reviewerProblem(application, { reviewer: await readerOf(ctx), ...(await tiesOf(ctx, candidate, definition)) });
  // What it rests on is for whoever has to decide, and for no longer than that.
  const isDeciding = application.state === "underReview" && problem === undefined;
  const requirements = term
    ? certificationProgress(spoken, standingOf(ctx, candidate), term, requirementWords[ctx.language]).requirements
    : [];
  return {
    staffId: which.staffId,
    staffName: application.staffName,
    isOpenToReader: isPermitted(ctx, "progress:read", subjectOf(candidate.staff, ctx.today)),
    application: applicationView(application, definition.title, candidate.appeals),
    requirements,
    earlierStatements: application.earlierStatements,
    ...(isDeciding && { restsOn: await readGrounds(ctx, which.staffId, requirements) }),
    ...(problem !== undefined && { problem: sayIn(ctx.language, problem, certificationSpanish) }),
  };
}

/** A file of what an application rests on, for whoever reads the piece there. */
export async function readGroundsFile(
  ctx: Granted<"application:review">,
  which: { staffId: string; certificationId: string; pieceId: string; submission: number },
): Promise<FileAddress> {
  const { restsOn } = await readApplicationPage(ctx, which);
  if (restsOn?.pieces.some(({ id }) => id === which.pieceId) !== true) throw notFound("file");
  return pieceFile(ctx, which);
}

/** What of a portfolio an application rests on, as far as its certification asks for such things. */
async function readGrounds(ctx: Context, staffId: string, requirements: readonly Requirement[]): Promise<Grounds> {
  const isAsked = (kind: Requirement["kind"]): boolean => requirements.some((one) => one.kind === kind);
  const [portfolio, recommended, rated] = await Promise.all([
    portfolioPage(ctx, staffId),
    isAsked("references") ? listGivenReferences(ctx, staffId) : [],
    isAsked("calibration") ? listComparedRatings(ctx, staffId) : [],
  ]);
  return {
    observations: isAsked("observations") ? portfolio.observations.filter(({ takenBack }) => takenBack === undefined) : [],
    pieces: portfolio.pieces.filter(({ kind, state }) => state === "accepted" && requirements.some(({ piece }) => piece === kind)),
    recommendations: recommended.map(({ id, refereeName, percent = 0, comment = "", answeredOn = "", purged }) => ({
      id,
      refereeName,
      percent,
      comment,
      answeredOn,
      isPurged: purged !== undefined,
    })),
    calibrations: rated,
  };
}
