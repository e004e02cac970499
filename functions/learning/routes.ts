import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { fileRoute, route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import { completeLesson } from "./actions/complete-lesson.ts";
import { openLesson } from "./actions/open-lesson.ts";
import {
  Answers,
  AttemptPage,
  AttemptResult,
  AttemptView,
  EnrollmentView,
  EvidenceView,
  FileToUpload,
  ModulePage,
  PlaceForFile,
  PurgedEvidence,
  PurgeEvidence,
  ReviewDecision,
  ReviewPage,
  SubmitPractice,
  UploadedFile,
} from "./contract.ts";
import { EvaluationAnswers, EvaluationKept, EvaluationPage } from "./evaluation-contract.ts";
import { evidenceFile, evidenceList, modulePage, reviewPage } from "./queries.ts";

const inModule = z.object({ moduleId: z.string() });
const inLesson = inModule.extend({ lessonId: z.string() });
const count = z.coerce.number<string | number>().int().min(1).max(9_999);
const inAttempt = inModule.extend({ number: count });
const ofStaff = inModule.extend({ staffId: z.string() });
const ofSubmission = ofStaff.extend({ submission: count });

export const learningRoutes = [
  route({
    method: "get",
    path: "/api/modules/{moduleId}",
    summary: "Read a module and where I stand in it",
    permission: "learning:read",
    params: inModule,
    response: ModulePage,
    run: (ctx, { params }) => modulePage(ctx, signedInStaffId(ctx), params.moduleId),
  }),
  route({
    method: "put",
    path: "/api/modules/{moduleId}/place",
    summary: "Keep my place: the lesson I opened",
    permission: "learning:write",
    params: inModule,
    body: z.object({ lessonId: z.string() }),
    response: EnrollmentView,
    run: (ctx, { params, body }) => openLesson(ctx, { staffId: signedInStaffId(ctx), ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/modules/{moduleId}/lessons/{lessonId}/completion",
    summary: "Record that I finished a lesson",
    permission: "learning:write",
    params: inLesson,
    body: z.object({ doneAt: z.iso.datetime().optional() }),
    response: EnrollmentView,
    run: (ctx, { params, body }) => completeLesson(ctx, { staffId: signedInStaffId(ctx), ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/modules/{moduleId}/attempts",
    summary: "Open my attempt at the knowledge check, or go on with the one that is open",
    permission: "learning:write",
    params: inModule,
    response: AttemptView,
    run: async (ctx, { params }) =>
      (await import("./actions/open-attempt.ts")).openAttempt(ctx, { staffId: signedInStaffId(ctx), ...params }),
  }),
  route({
    method: "get",
    path: "/api/modules/{moduleId}/attempts/{number}",
    summary: "Read my attempt: its questions while it is open, its result once it is submitted",
    permission: "learning:read",
    params: inAttempt,
    response: AttemptPage,
    run: async (ctx, { params }) =>
      (await import("./read-attempt.ts")).attemptPage(ctx, signedInStaffId(ctx), params.moduleId, params.number),
  }),
  route({
    method: "put",
    path: "/api/modules/{moduleId}/attempts/{number}/answers",
    summary: "Keep answers of my open attempt as I go",
    permission: "learning:write",
    params: inAttempt,
    body: z.object({ answers: Answers }),
    response: AttemptView,
    run: async (ctx, { params, body }) =>
      (await import("./actions/save-answers.ts")).saveAnswers(ctx, { staffId: signedInStaffId(ctx), ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/modules/{moduleId}/attempts/{number}/submission",
    summary: "Submit my attempt and see its result",
    permission: "learning:write",
    params: inAttempt,
    body: z.object({ answers: Answers }),
    response: AttemptResult,
    run: async (ctx, { params, body }) =>
      (await import("./actions/submit-attempt.ts")).submitAttempt(ctx, { staffId: signedInStaffId(ctx), ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/evidence-files",
    summary: "Ask where to put a file that I will hand in with practice evidence or a piece of my work",
    permission: "learning:write",
    body: FileToUpload,
    response: PlaceForFile,
    run: async (ctx, { body }) =>
      (await import("./actions/announce-upload.ts")).announceUpload(ctx, { staffId: signedInStaffId(ctx), ...body }),
    answer: async (ctx, { body }) =>
      (await import("./actions/announce-upload.ts")).placeForUpload(ctx, { staffId: signedInStaffId(ctx), ...body }),
  }),
  route({
    method: "post",
    path: "/api/evidence-files/{fileId}/arrival",
    summary: "Have my file looked at, now that it has arrived",
    permission: "learning:write",
    params: z.object({ fileId: z.string() }),
    response: UploadedFile,
    run: async (ctx, { params }) =>
      (await import("./actions/accept-upload.ts")).acceptUpload(ctx, { staffId: signedInStaffId(ctx), ...params }),
  }),
  route({
    method: "get",
    path: "/api/modules/{moduleId}/practice",
    summary: "List my practice evidence for a module, with its reviews",
    permission: "learning:read",
    params: inModule,
    response: z.array(EvidenceView),
    run: (ctx, { params }) => evidenceList(ctx, signedInStaffId(ctx), params.moduleId),
  }),
  route({
    method: "post",
    path: "/api/modules/{moduleId}/practice",
    summary: "Hand my practice evidence to my coach",
    permission: "learning:write",
    params: inModule,
    body: SubmitPractice,
    response: EvidenceView,
    run: async (ctx, { params, body }) =>
      (await import("./actions/submit-practice.ts")).submitPractice(ctx, { staffId: signedInStaffId(ctx), ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/modules/{moduleId}/evaluation",
    summary: "Read what I said of a module, and until when I can change it; nobody else reads it",
    permission: "learning:read",
    params: inModule,
    response: EvaluationPage,
    run: async (ctx, { params }) => (await import("./read-evaluation.ts")).evaluationPage(ctx, signedInStaffId(ctx), params.moduleId),
  }),
  route({
    method: "put",
    path: "/api/modules/{moduleId}/evaluation",
    summary: "Say how a module was that I completed, or change what I said until it is counted",
    permission: "learning:write",
    params: inModule,
    body: EvaluationAnswers,
    response: EvaluationKept,
    run: async (ctx, { params, body }) =>
      (await import("./actions/evaluate-module.ts")).evaluateModule(ctx, { staffId: signedInStaffId(ctx), ...params, answers: body }),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/evidence/{moduleId}",
    summary: "List a person's practice evidence for a module",
    permission: "evidence:read",
    subject: staffSubject,
    params: ofStaff,
    response: z.array(EvidenceView),
    run: (ctx, { params }) => evidenceList(ctx, params.staffId, params.moduleId),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/evidence/{moduleId}/{submission}",
    summary: "Read one submission with what was asked, the rubric and the tries before it",
    permission: "evidence:read",
    subject: staffSubject,
    params: ofSubmission,
    response: ReviewPage,
    run: (ctx, { params }) => reviewPage(ctx, params.staffId, params.moduleId, params.submission),
  }),
  fileRoute({
    method: "get",
    path: "/api/staff/{staffId}/evidence/{moduleId}/{submission}/file",
    summary: "Download the file of one submission",
    permission: "evidence:read",
    subject: staffSubject,
    params: ofSubmission,
    run: (ctx, { params }) => evidenceFile(ctx, params.staffId, params.moduleId, params.submission),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/evidence/{moduleId}/{submission}/review",
    summary: "Accept or return a person's practice evidence",
    permission: "evidence:review",
    subject: staffSubject,
    params: ofSubmission,
    body: ReviewDecision,
    response: EvidenceView,
    run: async (ctx, { params, body }) => (await import("./actions/review-evidence.ts")).reviewEvidence(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/evidence/{moduleId}/{submission}/purge",
    summary: "Empty evidence in which a student can be recognized, its file with it, for good",
    permission: "evidence:review",
    subject: staffSubject,
    params: ofSubmission,
    body: PurgeEvidence,
    response: PurgedEvidence,
    run: async (ctx, { params, body }) => (await import("./actions/purge-evidence.ts")).purgeEvidence(ctx, { ...params, ...body }),
  }),
] as const;
