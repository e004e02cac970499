import * as z from "zod";
import { route } from "../platform/route.ts";
import {
  ColleagueQuery,
  Colleagues,
  MyReferences,
  ReferenceAnswer,
  ReferenceOutcome,
  ReferenceRequest,
  ReferenceRequests,
  ReferenceToGive,
  ReferenceView,
} from "./reference-contract.ts";

const ofReference = z.object({ referenceId: z.string() });

/** The API of recommendations: asking a colleague, and answering one. */
export const referenceRoutes = [
  route({
    method: "get",
    path: "/api/my/colleagues",
    summary: "Find colleagues by name whom I may ask for a recommendation",
    permission: "reference:ask",
    query: ColleagueQuery,
    response: Colleagues,
    run: async (ctx, { query }) => (await import("./read-references.ts")).findColleagues(ctx, query.name),
  }),
  route({
    method: "get",
    path: "/api/my/references",
    summary: "Read the recommendations I asked for",
    permission: "reference:ask",
    response: MyReferences,
    run: async (ctx) => (await import("./read-references.ts")).myReferences(ctx),
  }),
  route({
    method: "post",
    path: "/api/my/references",
    summary: "Ask a colleague for a recommendation",
    permission: "reference:ask",
    body: ReferenceRequest,
    response: ReferenceView,
    run: async (ctx, { body }) => (await import("./actions/ask-for-reference.ts")).askForReference(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/my/references/{referenceId}/withdrawal",
    summary: "Take back a request for a recommendation",
    permission: "reference:ask",
    params: ofReference,
    response: ReferenceView,
    run: async (ctx, { params }) => (await import("./actions/ask-for-reference.ts")).withdrawReference(ctx, params.referenceId),
  }),
  route({
    method: "get",
    path: "/api/my/reference-requests",
    summary: "List the recommendations that colleagues ask me for",
    permission: "reference:give",
    response: ReferenceRequests,
    run: async (ctx) => (await import("./read-references.ts")).requestsForMe(ctx),
  }),
  route({
    method: "get",
    path: "/api/my/reference-requests/{referenceId}",
    summary: "Read a recommendation that I am asked for, with its form",
    permission: "reference:give",
    params: ofReference,
    response: ReferenceToGive,
    run: async (ctx, { params }) => (await import("./read-references.ts")).referenceToGive(ctx, params.referenceId),
  }),
  route({
    method: "post",
    path: "/api/my/reference-requests/{referenceId}/answer",
    summary: "Recommend a colleague who asked me",
    permission: "reference:give",
    params: ofReference,
    body: ReferenceAnswer,
    response: ReferenceOutcome,
    run: async (ctx, { params, body }) => (await import("./actions/answer-reference.ts")).giveReference(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/my/reference-requests/{referenceId}/refusal",
    summary: "Decline to recommend a colleague",
    permission: "reference:give",
    params: ofReference,
    response: ReferenceOutcome,
    run: async (ctx, { params }) => (await import("./actions/answer-reference.ts")).declineReference(ctx, params.referenceId),
  }),
] as const;
