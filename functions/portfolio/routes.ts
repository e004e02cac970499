import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import {
  NewPiece,
  ObservationForm,
  ObservationInput,
  ObservationView,
  PieceAgain,
  PieceDecision,
  PieceOutcome,
  PieceQueue,
  PieceView,
  PortfolioPage,
  PurgeInput,
  TakeBackInput,
} from "./contract.ts";
import { observationForms } from "./forms.ts";
import { pieceQueue, pieceToReview, portfolioPage } from "./queries.ts";

const ofStaff = z.object({ staffId: z.string() });
const ofPiece = z.object({ pieceId: z.string() });
const ofTheirPiece = ofStaff.extend(ofPiece.shape);

/** The API of portfolios: what was seen and made beside the modules. */
export const portfolioRoutes = [
  route({
    method: "get",
    path: "/api/my/portfolio",
    summary: "Read my portfolio: observations of my work and what I handed in",
    permission: "portfolio:read",
    response: PortfolioPage,
    run: (ctx) => portfolioPage(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/portfolio",
    summary: "Read a person's portfolio",
    permission: "portfolio:read",
    subject: staffSubject,
    params: ofStaff,
    response: PortfolioPage,
    run: (ctx, { params }) => portfolioPage(ctx, params.staffId),
  }),
  route({
    method: "get",
    path: "/api/observation-forms",
    summary: "Read the forms on which people are observed at work",
    permission: "portfolio:read",
    response: z.array(ObservationForm),
    run: async (ctx) => observationForms(ctx.language),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/observations",
    summary: "Record an observation of a person at work",
    permission: "observation:record",
    subject: staffSubject,
    params: ofStaff,
    body: ObservationInput,
    response: ObservationView,
    run: async (ctx, { params, body }) => (await import("./actions/record-observation.ts")).recordObservation(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/observations/{observationId}/taking-back",
    summary: "Take an observation back, with the reason",
    permission: "observation:takeBack",
    subject: staffSubject,
    params: ofStaff.extend({ observationId: z.string() }),
    body: TakeBackInput,
    response: ObservationView,
    run: async (ctx, { params, body }) =>
      (await import("./actions/record-observation.ts")).takeBackObservation(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/my/pieces",
    summary: "Hand in a piece of my own work",
    permission: "portfolio:write",
    body: NewPiece,
    response: PieceOutcome,
    run: async (ctx, { body }) => (await import("./actions/hand-in-piece.ts")).handInPiece(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/my/pieces/{pieceId}/submission",
    summary: "Hand in a returned piece of mine again",
    permission: "portfolio:write",
    params: ofPiece,
    body: PieceAgain,
    response: PieceOutcome,
    run: async (ctx, { params, body }) => (await import("./actions/hand-in-piece.ts")).handInPieceAgain(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/my/pieces/{pieceId}/withdrawal",
    summary: "Take a piece of mine back",
    permission: "portfolio:write",
    params: ofPiece,
    response: PieceOutcome,
    run: async (ctx, { params }) => (await import("./actions/hand-in-piece.ts")).withdrawPiece(ctx, params.pieceId),
  }),
  route({
    method: "get",
    path: "/api/pieces",
    summary: "List the pieces of work that wait for my review",
    permission: "piece:review",
    subject: () => ({ kind: "district" }) as const,
    response: PieceQueue,
    run: (ctx) => pieceQueue(ctx),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/pieces/{pieceId}",
    summary: "Read a piece of a person's work to review it",
    permission: "piece:review",
    subject: staffSubject,
    params: ofTheirPiece,
    response: PieceView,
    run: (ctx, { params }) => pieceToReview(ctx, params),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/pieces/{pieceId}/review",
    summary: "Accept or return a piece of a person's work",
    permission: "piece:review",
    subject: staffSubject,
    params: ofTheirPiece,
    body: PieceDecision,
    response: PieceOutcome,
    run: async (ctx, { params, body }) => (await import("./actions/review-piece.ts")).reviewPiece(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/pieces/{pieceId}/purge",
    summary: "Empty a piece in which a student can be recognized, with the reason",
    permission: "piece:review",
    subject: staffSubject,
    params: ofTheirPiece,
    body: PurgeInput,
    response: PieceOutcome,
    run: async (ctx, { params, body }) => (await import("./actions/review-piece.ts")).purgePiece(ctx, { ...params, ...body }),
  }),
] as const;
