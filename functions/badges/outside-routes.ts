import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import { NewOutsideBadge, OutsideBadgeDecision, OutsideBadgeQueue, OutsideBadges, OutsideBadgeView } from "./outside-contract.ts";

const ofStaff = z.object({ staffId: z.string() });
const ofBadge = ofStaff.extend({ badgeId: z.string() });

/** The API of badges that others issued: adding, deciding, looking again. */
export const outsideBadgeRoutes = [
  route({
    method: "get",
    path: "/api/my/outside-badges",
    summary: "List the badges of other issuers that I added",
    permission: "outsideBadge:read",
    response: OutsideBadges,
    run: async (ctx) => (await import("./outside-queries.ts")).readOutsideBadges(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "post",
    path: "/api/my/outside-badges",
    summary: "Add a badge of another issuer to my record",
    permission: "outsideBadge:add",
    body: NewOutsideBadge,
    response: OutsideBadgeView,
    run: async (ctx, { body }) => {
      const { addOutsideBadge } = await import("./actions/add-outside-badge.ts");
      return addOutsideBadge(ctx, { staffId: signedInStaffId(ctx), ...body });
    },
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/outside-badges",
    summary: "List the badges of other issuers on a person's record",
    permission: "outsideBadge:read",
    subject: staffSubject,
    params: ofStaff,
    response: OutsideBadges,
    run: async (ctx, { params }) => (await import("./outside-queries.ts")).readOutsideBadges(ctx, params.staffId),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/outside-badges",
    summary: "Add a badge of another issuer to a person's record",
    permission: "outsideBadge:add",
    subject: staffSubject,
    params: ofStaff,
    body: NewOutsideBadge,
    response: OutsideBadgeView,
    run: async (ctx, { params, body }) => {
      const { addOutsideBadge } = await import("./actions/add-outside-badge.ts");
      return addOutsideBadge(ctx, { ...params, ...body });
    },
  }),
  route({
    method: "get",
    path: "/api/outside-badges",
    summary: "List the badges of other issuers that wait for a decision",
    permission: "outsideBadge:decide",
    subject: () => ({ kind: "district" }),
    response: OutsideBadgeQueue,
    run: async (ctx) => (await import("./outside-queries.ts")).readOutsideBadgeQueue(ctx),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/outside-badges/{badgeId}/decision",
    summary: "Decide for which modules and as which certificates a badge of another issuer counts, or that it does not",
    permission: "outsideBadge:decide",
    subject: staffSubject,
    params: ofBadge,
    body: OutsideBadgeDecision,
    response: OutsideBadgeView,
    run: async (ctx, { params, body }) =>
      (await import("./actions/decide-outside-badge.ts")).decideOutsideBadge(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/outside-badges/{badgeId}/check",
    summary: "Look again at a badge of another issuer: whether it was revoked since",
    permission: "outsideBadge:check",
    subject: staffSubject,
    params: ofBadge,
    response: OutsideBadgeView,
    run: async (ctx, { params }) => (await import("./actions/check-outside-badge.ts")).checkOutsideBadge(ctx, params),
  }),
] as const;
