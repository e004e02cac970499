import { createRoute, redirect } from "@tanstack/react-router";
import { lazyPage } from "../app/lazy-page.ts";
import { catalogQuery } from "../app/directory.ts";
import { signedInRoute } from "../app/root-route.tsx";
import { outsideQueueQuery } from "./hours-queries.ts";
import { observationFormsQuery, pieceQuery, pieceQueueQuery } from "./portfolio-queries.ts";
import {
  appealsQuery,
  applicationQuery,
  applicationsQuery,
  caseloadQuery,
  evidenceQuery,
  personCertificatesQuery,
  personPathQuery,
  reviewQuery,
} from "./queries.ts";

const getParentRoute = () => signedInRoute;

const caseloadRoute = createRoute({
  getParentRoute,
  path: "/coach",
  loader: ({ context }) => context.queries.ensureQueryData(caseloadQuery),
  component: lazyPage(() => import("./caseload-page.tsx"), "CaseloadPage"),
});

const personRoute = createRoute({
  getParentRoute,
  path: "/people/$staffId",
  loader: ({ context, params }) => {
    void context.queries.prefetchQuery(personCertificatesQuery(params.staffId));
    return context.queries.ensureQueryData(personPathQuery(params.staffId));
  },
  component: lazyPage(() => import("./person-page.tsx"), "PersonPage"),
});

const assignRoute = createRoute({
  getParentRoute,
  path: "/assign",
  validateSearch: (search: Record<string, unknown>): { schoolId?: string } =>
    typeof search.schoolId === "string" ? { schoolId: search.schoolId } : {},
  loader: ({ context }) => context.queries.ensureQueryData(catalogQuery),
  component: lazyPage(() => import("./assign-page.tsx"), "AssignPage"),
});

const reviewRoute = createRoute({
  getParentRoute,
  path: "/review/$staffId/$moduleId/$submission",
  params: {
    parse: ({ submission, ...rest }) => ({ ...rest, submission: Number(submission) }),
    stringify: ({ submission, ...rest }) => ({ ...rest, submission: String(submission) }),
  },
  loader: ({ context, params }) => context.queries.ensureQueryData(reviewQuery(params.staffId, params.moduleId, params.submission)),
  component: lazyPage(() => import("./review-page.tsx"), "ReviewPage"),
});

/** An address for "what waits for review here", whose number is known only once the submissions are read. */
const latestReviewRoute = createRoute({
  getParentRoute,
  path: "/review/$staffId/$moduleId",
  preload: false,
  loader: async ({ context, params }) => {
    const submissions = await context.queries.fetchQuery(evidenceQuery(params.staffId, params.moduleId));
    const waiting = submissions.find(({ state }) => state === "submitted") ?? submissions[0];
    if (!waiting) throw redirect({ to: "/people/$staffId", params: { staffId: params.staffId }, replace: true });
    throw redirect({ to: "/review/$staffId/$moduleId/$submission", params: { ...params, submission: waiting.submission }, replace: true });
  },
});

const applicationsRoute = createRoute({
  getParentRoute,
  path: "/applications",
  loader: ({ context }) => context.queries.ensureQueryData(applicationsQuery),
  component: lazyPage(() => import("./applications-page.tsx"), "ApplicationsPage"),
});

const applicationRoute = createRoute({
  getParentRoute,
  path: "/applications/$staffId/$certificationId",
  loader: ({ context, params }) => context.queries.ensureQueryData(applicationQuery(params.staffId, params.certificationId)),
  component: lazyPage(() => import("./application-page.tsx"), "ApplicationPage"),
});

const appealsRoute = createRoute({
  getParentRoute,
  path: "/appeals",
  loader: ({ context }) => context.queries.ensureQueryData(appealsQuery),
  component: lazyPage(() => import("./appeals-page.tsx"), "AppealsPage"),
});

const observeRoute = createRoute({
  getParentRoute,
  path: "/people/$staffId/observe",
  loader: ({ context, params }) =>
    Promise.all([context.queries.ensureQueryData(personPathQuery(params.staffId)), context.queries.ensureQueryData(observationFormsQuery)]),
  component: lazyPage(() => import("./observe-page.tsx"), "ObservePage"),
});

const portfolioReviewsRoute = createRoute({
  getParentRoute,
  path: "/portfolio/reviews",
  loader: ({ context }) => context.queries.ensureQueryData(pieceQueueQuery),
  component: lazyPage(() => import("./portfolio-reviews-page.tsx"), "PortfolioReviewsPage"),
});

const hoursReviewsRoute = createRoute({
  getParentRoute,
  path: "/hours/reviews",
  loader: ({ context }) => context.queries.ensureQueryData(outsideQueueQuery),
  component: lazyPage(() => import("./hours-reviews-page.tsx"), "HoursReviewsPage"),
});

const pieceReviewRoute = createRoute({
  getParentRoute,
  path: "/portfolio/reviews/$staffId/$pieceId",
  loader: ({ context, params }) => context.queries.ensureQueryData(pieceQuery(params.staffId, params.pieceId)),
  component: lazyPage(() => import("./piece-review-page.tsx"), "PieceReviewPage"),
});

/** The pages of those who support others: coaches, school leaders, district leaders. */
export const coachRoutes = [
  caseloadRoute,
  personRoute,
  assignRoute,
  reviewRoute,
  latestReviewRoute,
  applicationsRoute,
  applicationRoute,
  appealsRoute,
  observeRoute,
  portfolioReviewsRoute,
  pieceReviewRoute,
  hoursReviewsRoute,
] as const;
