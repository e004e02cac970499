import * as z from "zod";
import { route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import { PathPage } from "./contract.ts";
import {
  EquivalencyInput,
  ExtensionDecision,
  ExtensionGift,
  ExtensionQueue,
  ExtensionRequest,
  WaiverInput,
  WaiverPreview,
  Which,
} from "./decision-contract.ts";

const ofStaff = z.object({ staffId: z.string() });

/** What people decide about one person beside the rules: waivers, more time, prior learning. */
export const decisionRoutes = [
  route({
    method: "post",
    path: "/api/my/path/{moduleId}/extension",
    summary: "Ask for more time for one of my modules",
    permission: "learning:write",
    params: z.object({ moduleId: z.string() }),
    body: ExtensionRequest,
    response: PathPage,
    run: async (ctx, { params, body }) => (await import("./actions/ask-for-time.ts")).askForTime(ctx, { ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/extensions",
    summary: "List the requests for more time that wait for me",
    permission: "extension:read",
    response: ExtensionQueue,
    run: async (ctx) => (await import("./read-extension-queue.ts")).extensionQueue(ctx),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/extensions/{extensionId}/decision",
    summary: "Grant or decline a request for more time",
    permission: "extension:decide",
    subject: staffSubject,
    params: ofStaff.extend({ extensionId: z.string() }),
    body: ExtensionDecision,
    response: PathPage,
    run: async (ctx, { params, body }) => (await import("./actions/decide-extension.ts")).decideExtension(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/extensions",
    summary: "Give a person more time for a module",
    permission: "extension:decide",
    subject: staffSubject,
    params: ofStaff,
    body: ExtensionGift,
    response: PathPage,
    run: async (ctx, { params, body }) => (await import("./actions/decide-extension.ts")).giveTime(ctx, { ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/waivers/preview",
    summary: "Show what exempting a person from a module or a path would take from their path, before anything is saved",
    permission: "assignment:exempt",
    subject: staffSubject,
    params: ofStaff,
    query: Which,
    response: WaiverPreview,
    run: async (ctx, { params, query }) => (await import("./actions/preview-waiver.ts")).previewWaiver(ctx, { ...params, target: query }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/waivers",
    summary: "Exempt a person from a module or a path",
    permission: "assignment:exempt",
    subject: staffSubject,
    params: ofStaff,
    body: WaiverInput,
    response: PathPage,
    run: async (ctx, { params, body }) => (await import("./actions/waive.ts")).waive(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/equivalencies",
    summary: "Record that prior learning satisfies a module",
    permission: "assignment:exempt",
    subject: staffSubject,
    params: ofStaff,
    body: EquivalencyInput,
    response: PathPage,
    run: async (ctx, { params, body }) => (await import("./actions/record-equivalency.ts")).recordEquivalency(ctx, { ...params, ...body }),
  }),
  route({
    method: "delete",
    path: "/api/staff/{staffId}/decisions/{decisionId}",
    summary: "Take back a waiver or an equivalency",
    permission: "assignment:exempt",
    subject: staffSubject,
    params: ofStaff.extend({ decisionId: z.string() }),
    response: PathPage,
    run: async (ctx, { params }) => (await import("./actions/take-back-decision.ts")).takeBackDecision(ctx, params),
  }),
] as const;
