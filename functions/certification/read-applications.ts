import { actorId } from "../platform/actor.ts";
import type { Granted } from "../platform/grant.ts";
import { listComparedRatings } from "../portfolio/read-calibration.ts";
import { listGivenReferences } from "../portfolio/read-references.ts";
import type { Reference } from "../portfolio/records.ts";
import { findStaff } from "../roster/queries.ts";
import { appealView, applicationView, deciderProblem, reviewerProblem, stillNeeded } from "./application-rules.ts";
import type { AppealQueue, ApplicationPage, ApplicationQueue } from "./decision-contract.ts";
import { certificationOf } from "./ladder-rules.ts";
import { inLanguage } from "./definitions.ts";
import { readApplication } from "./actions/review-application.ts";
import { standingOf } from "./queries.ts";
import { appeals, applications } from "./records.ts";
import { certificationProgress } from "./rules.ts";
import { nextTerm } from "./term-rules.ts";
import { requirementWords } from "./words.ts";

const readerOf = ({ actor }: Granted<"application:review"> | Granted<"appeal:decide">): string =>
  actor.kind === "person" ? actor.staffId : actorId(actor);

const titleOf = (id: string): string => certificationOf(id)?.title ?? id;

/** The applications that wait, the longest waiting first; what is not for this reader says why. */
export async function readApplicationQueue(ctx: Granted<"application:review">): Promise<ApplicationQueue> {
  const waiting = await ctx.table.list(applications, "APPLICATIONS", { index: "index2" });
  return {
    applications: await Promise.all(
      waiting.map(async (application) => {
        const definition = certificationOf(application.certificationId);
        const [staff, recommended] = await Promise.all([
          definition?.ownCoachMayReview === false ? findStaff(ctx, application.staffId) : undefined,
          definition?.requirements.some(({ kind }) => kind === "references") ? listGivenReferences(ctx, application.staffId) : [],
        ]);
        const problem = reviewerProblem(application, {
          reviewerId: readerOf(ctx),
          coachId: staff?.coachId,
          ownCoachMayReview: definition?.ownCoachMayReview ?? true,
          recommendedBy: recommended.map(({ refereeId }) => refereeId),
        });
        const { staffId, staffName, certificationId, cycle, submittedAt } = application;
        const shown = { staffId, staffName, certificationId, title: titleOf(certificationId), cycle, submittedAt };
        return { ...shown, stillNeeded: stillNeeded(application), ...(problem !== undefined && { problem }) };
      }),
    ),
  };
}

/** The appeals that wait to be decided, the longest waiting first; what is not for this reader says why. */
export async function readAppealQueue(ctx: Granted<"appeal:decide">): Promise<AppealQueue> {
  const open = await ctx.table.list(appeals, "APPEALS", { index: "index2" });
  return {
    appeals: open.map((appeal) => {
      const problem = deciderProblem(appeal, readerOf(ctx));
      const { staffId, staffName, certificationId } = appeal;
      return { staffId, staffName, title: titleOf(certificationId), appeal: appealView(appeal), ...(problem !== undefined && { problem }) };
    }),
  };
}

/** One application as its reviewer reads it: what was handed in, what was said of it, and how each thing asked for was met. */
export async function readApplicationPage(
  ctx: Granted<"application:review">,
  which: { staffId: string; certificationId: string },
): Promise<ApplicationPage> {
  const { candidate, definition, application } = await readApplication(ctx, which);
  const spoken = inLanguage(definition, ctx.language);
  const term = nextTerm(candidate.held, definition, ctx.today);
  const [recommended, rated] = await Promise.all([listGivenReferences(ctx, which.staffId), listComparedRatings(ctx, which.staffId)]);
  const problem = reviewerProblem(application, {
    reviewerId: readerOf(ctx),
    coachId: candidate.staff.coachId,
    ownCoachMayReview: definition.ownCoachMayReview,
    recommendedBy: recommended.map(({ refereeId }) => refereeId),
  });
  // What colleagues wrote is for whoever has to decide, and for no longer than that.
  const isDeciding = application.state === "underReview" && problem === undefined;
  return {
    staffId: which.staffId,
    staffName: application.staffName,
    application: applicationView(application, definition.title, candidate.appeals),
    requirements: term ? certificationProgress(spoken, standingOf(ctx, candidate), term, requirementWords[ctx.language]).requirements : [],
    earlierStatements: application.earlierStatements,
    recommendations: isDeciding ? recommended.map(recommendationOf) : [],
    calibrations: isDeciding ? rated : [],
    ...(problem !== undefined && { problem }),
  };
}

const recommendationOf = ({ id, refereeName, percent = 0, comment = "", answeredOn = "" }: Reference) => ({
  id,
  refereeName,
  percent,
  comment,
  answeredOn,
});
