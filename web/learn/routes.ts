import { createRoute, redirect, type SearchSchemaInput } from "@tanstack/react-router";
import { lazyPage } from "../app/lazy-page.ts";
import { keptLessons } from "../app/outbox.ts";
import { signedInRoute } from "../app/root-route.tsx";
import { hoursQuery } from "./hours-queries.ts";
import { portfolioQuery, requestsQuery } from "./portfolio-queries.ts";
import { attemptQuery, certificatesQuery, moduleQuery, pathQuery, practiceQuery } from "./queries.ts";

const getParentRoute = () => signedInRoute;
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;

const myPathRoute = createRoute({
  getParentRoute,
  path: "/",
  loader: async ({ context }) => {
    const [{ readAgain, creditMinutes }, { requests }] = await Promise.all([
      context.queries.ensureQueryData(pathQuery),
      // Without a connection the path is what matters.
      context.queries.ensureQueryData(requestsQuery).catch(() => ({ requests: [] })),
    ]);
    // Nobody holds a certificate before the first credit; the page does not wait to hear of it.
    if (creditMinutes > 0) void context.queries.prefetchQuery(certificatesQuery);
    // Seldom asked for, so they are no part of the first visit; without a connection they wait for the next one.
    const [again, certificate, asked] = await Promise.all([
      readAgain.length > 0 ? import("./read-again.tsx").catch(() => undefined) : undefined,
      creditMinutes > 0 ? import("./path-certificate.tsx").catch(() => undefined) : undefined,
      requests.length > 0 ? import("./requests-panel.tsx").catch(() => undefined) : undefined,
    ]);
    return {
      RequestsPanel: asked?.RequestsPanel,
      ReadAgainPanel: again?.ReadAgainPanel,
      RenewalPanel: certificate?.RenewalPanel,
      CertificateGoal: certificate?.CertificateGoal,
    };
  },
  component: lazyPage(() => import("./my-path-page.tsx"), "MyPathPage"),
});

const moduleRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId",
  loader: ({ context, params }) => {
    void context.queries.prefetchQuery(pathQuery);
    return context.queries.ensureQueryData(moduleQuery(params.moduleId));
  },
  component: lazyPage(() => import("./module-page.tsx"), "ModulePage"),
});

/** An address for "go on where I was", which is known only once the module is read. */
const nextRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId/next",
  preload: false,
  loader: async ({ context, params }) => {
    // Every lesson's page brings it along; the first visit does without.
    const [{ nextStepOf, withKeptLessons }, page] = await Promise.all([
      import("./next-step.ts"),
      context.queries.fetchQuery(moduleQuery(params.moduleId)),
    ]);
    const next = nextStepOf(withKeptLessons(page, keptLessons(params.moduleId)));
    if (next.kind === "lesson")
      throw redirect({ to: "/learn/$moduleId/lesson/$lessonId", params: { ...params, lessonId: next.lessonId }, replace: true });
    if (next.kind === "check") throw redirect({ to: "/learn/$moduleId/check", params, replace: true });
    if (next.kind === "practice") throw redirect({ to: "/learn/$moduleId/practice", params, replace: true });
    throw redirect({ to: "/learn/$moduleId", params, replace: true });
  },
});

const lessonRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId/lesson/$lessonId",
  loader: ({ context, params }) => context.queries.ensureQueryData(moduleQuery(params.moduleId)),
  component: lazyPage(() => import("./lesson-page.tsx"), "LessonPage"),
});

const checkRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId/check",
  validateSearch: ({
    attempt,
    at,
  }: { attempt?: unknown; at?: unknown } & SearchSchemaInput): { attempt?: number; at?: number | "review" } => ({
    ...(isCount(attempt) && { attempt }),
    ...((isCount(at) || at === "review") && { at }),
  }),
  loaderDeps: ({ search: { attempt } }) => ({ attempt }),
  loader: ({ context, params, deps: { attempt } }) =>
    Promise.all([
      context.queries.ensureQueryData(moduleQuery(params.moduleId)),
      attempt !== undefined && context.queries.ensureQueryData(attemptQuery(params.moduleId, attempt)),
    ]),
  component: lazyPage(() => import("./check-page.tsx"), "CheckPage"),
});

const practiceRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId/practice",
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.ensureQueryData(moduleQuery(params.moduleId)),
      context.queries.ensureQueryData(practiceQuery(params.moduleId)),
    ]),
  component: lazyPage(() => import("./practice-page.tsx"), "PracticePage"),
});

const jobAidRoute = createRoute({
  getParentRoute,
  path: "/learn/$moduleId/job-aid",
  loader: ({ context, params }) => context.queries.ensureQueryData(moduleQuery(params.moduleId)),
  component: lazyPage(() => import("./job-aid-page.tsx"), "JobAidPage"),
});

const certificatesRoute = createRoute({
  getParentRoute,
  path: "/certificates",
  loader: ({ context }) => context.queries.ensureQueryData(certificatesQuery),
  component: lazyPage(() => import("./certificates-page.tsx"), "CertificatesPage"),
});

const outsideBadgesRoute = createRoute({
  getParentRoute,
  path: "/certificates/elsewhere",
  loader: async ({ context }) => context.queries.ensureQueryData((await import("./outside-queries.ts")).outsideBadgesQuery()),
  component: lazyPage(() => import("./outside-badges-page.tsx"), "OutsideBadgesPage"),
});

const certificateRoute = createRoute({
  getParentRoute,
  path: "/certificates/$certificateId",
  loader: ({ context }) => context.queries.ensureQueryData(certificatesQuery),
  component: lazyPage(() => import("./certificate-page.tsx"), "CertificatePage"),
});

const portfolioRoute = createRoute({
  getParentRoute,
  path: "/portfolio",
  validateSearch: ({ add, toward }: { add?: unknown; toward?: unknown } & SearchSchemaInput): { add?: string; toward?: string } => ({
    ...(typeof add === "string" && { add }),
    ...(typeof toward === "string" && { toward }),
  }),
  loader: ({ context }) =>
    Promise.all([context.queries.ensureQueryData(portfolioQuery), context.queries.ensureQueryData(certificatesQuery)]),
  component: lazyPage(() => import("./portfolio-page.tsx"), "PortfolioPage"),
});

/** What colleagues do for each other: seldom opened, so what its pages ask for is no part of the first visit. */
const peers = () => import("./peer-queries.ts");

const recommendationsRoute = createRoute({
  getParentRoute,
  path: "/portfolio/recommendations",
  loader: async ({ context }) => context.queries.ensureQueryData((await peers()).myReferencesQuery),
  component: lazyPage(() => import("./recommendations-page.tsx"), "RecommendationsPage"),
});

const requestsRoute = createRoute({
  getParentRoute,
  path: "/recommendations",
  loader: ({ context }) => context.queries.ensureQueryData(requestsQuery),
  component: lazyPage(() => import("./requests-page.tsx"), "RequestsPage"),
});

const requestRoute = createRoute({
  getParentRoute,
  path: "/recommendations/$referenceId",
  loader: async ({ context, params }) => context.queries.ensureQueryData((await peers()).requestQuery(params.referenceId)),
  component: lazyPage(() => import("./recommend-page.tsx"), "RecommendPage"),
});

const samplesRoute = createRoute({
  getParentRoute,
  path: "/portfolio/calibration",
  loader: async ({ context }) => context.queries.ensureQueryData((await peers()).samplesQuery),
  component: lazyPage(() => import("./samples-page.tsx"), "SamplesPage"),
});

const sampleRoute = createRoute({
  getParentRoute,
  path: "/portfolio/calibration/$sampleId",
  loader: async ({ context, params }) => context.queries.ensureQueryData((await peers()).sampleQuery(params.sampleId)),
  component: lazyPage(() => import("./sample-page.tsx"), "SampleRatingPage"),
});

const hoursRoute = createRoute({
  getParentRoute,
  path: "/hours",
  loader: ({ context }) => context.queries.ensureQueryData(hoursQuery),
  component: lazyPage(() => import("./hours-page.tsx"), "HoursPage"),
});

/** The learner's pages. */
export const learnRoutes = [
  myPathRoute,
  moduleRoute,
  nextRoute,
  lessonRoute,
  checkRoute,
  practiceRoute,
  jobAidRoute,
  certificatesRoute,
  outsideBadgesRoute,
  certificateRoute,
  portfolioRoute,
  hoursRoute,
  recommendationsRoute,
  requestsRoute,
  requestRoute,
  samplesRoute,
  sampleRoute,
] as const;
