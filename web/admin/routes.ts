import { createRoute, redirect } from "@tanstack/react-router";
import { lazyPage } from "../app/lazy-page.ts";
import { catalogQuery, coachesQuery, schoolsQuery } from "../app/directory.ts";
import { signedInRoute } from "../app/root-route.tsx";
import { modelQuery } from "../reference/queries.ts";
import { authoringRoutes } from "./authoring/routes.ts";
import { certificationsQuery } from "./certification-queries.ts";
import { creditRulesQuery } from "./credit-queries.ts";
import { calendarQuery } from "./calendar/calendar-query.ts";
import { ownLibraryQuery } from "./library-queries.ts";
import { recordQuery } from "./person/queries.ts";
import { importQuery, importsQuery, ruleHistoryQuery, rulesQuery } from "./queries.ts";
import { remindersQuery } from "./reminders/reminder-queries.ts";
import { apiKeysQuery, checkQuery, retentionQuery } from "./upkeep-queries.ts";

const getParentRoute = () => signedInRoute;

const adminRoute = createRoute({
  getParentRoute,
  path: "/admin",
  beforeLoad: () => {
    throw redirect({ to: "/admin/roster", replace: true });
  },
});

const rosterRoute = createRoute({
  getParentRoute,
  path: "/admin/roster",
  loader: ({ context }) => context.queries.ensureQueryData(importsQuery),
  component: lazyPage(() => import("./roster-page.tsx"), "RosterPage"),
});

const reportRoute = createRoute({
  getParentRoute,
  path: "/admin/roster/$importId",
  loader: ({ context, params }) => context.queries.ensureQueryData(importQuery(params.importId)),
  component: lazyPage(() => import("./report-page.tsx"), "ReportPage"),
});

const rulesRoute = createRoute({
  getParentRoute,
  path: "/admin/rules",
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(rulesQuery), context.queries.ensureQueryData(schoolsQuery)]),
  component: lazyPage(() => import("./rules-page.tsx"), "RulesPage"),
});

/** One rule; `new` for one that is not saved yet. */
const ruleRoute = createRoute({
  getParentRoute,
  path: "/admin/rules/$ruleId",
  validateSearch: ({ version }: Record<string, unknown>): { version?: number } => (typeof version === "number" ? { version } : {}),
  loader: ({ context }) =>
    Promise.all([
      context.queries.ensureQueryData(rulesQuery),
      context.queries.ensureQueryData(catalogQuery),
      context.queries.ensureQueryData(schoolsQuery),
    ]),
  component: lazyPage(() => import("./rule-page.tsx"), "RulePage"),
});

const ruleHistoryRoute = createRoute({
  getParentRoute,
  path: "/admin/rules/$ruleId/history",
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.ensureQueryData(ruleHistoryQuery(params.ruleId)),
      context.queries.ensureQueryData(rulesQuery),
      context.queries.ensureQueryData(schoolsQuery),
    ]),
  component: lazyPage(() => import("./rule-history-page.tsx"), "RuleHistoryPage"),
});

const coachesRoute = createRoute({
  getParentRoute,
  path: "/admin/coaches",
  loader: ({ context }) => context.queries.ensureQueryData(coachesQuery),
  component: lazyPage(() => import("./coaches-page.tsx"), "CoachesPage"),
});

const peopleRoute = createRoute({
  getParentRoute,
  path: "/admin/people",
  validateSearch: ({ name, schoolId }: Record<string, unknown>): { name?: string; schoolId?: string } => ({
    ...(typeof name === "string" && name !== "" && { name }),
    ...(typeof schoolId === "string" && schoolId !== "" && { schoolId }),
  }),
  loader: ({ context }) => context.queries.ensureQueryData(schoolsQuery),
  component: lazyPage(() => import("./people-page.tsx"), "AdminPeoplePage"),
});

/** One person's whole record. */
const personRoute = createRoute({
  getParentRoute,
  path: "/admin/people/$staffId",
  loader: ({ context, params }) =>
    Promise.all([context.queries.ensureQueryData(recordQuery(params.staffId)), context.queries.ensureQueryData(schoolsQuery)]),
  component: lazyPage(() => import("./person/record-page.tsx"), "PersonRecordPage"),
});

const libraryRoute = createRoute({
  getParentRoute,
  path: "/admin/library",
  loader: ({ context }) =>
    Promise.all([
      context.queries.ensureQueryData(ownLibraryQuery),
      context.queries.ensureQueryData(catalogQuery),
      context.queries.ensureQueryData(modelQuery),
    ]),
  component: lazyPage(() => import("./library-page.tsx"), "AdminLibraryPage"),
});

const calendarRoute = createRoute({
  getParentRoute,
  path: "/admin/calendar",
  loader: ({ context }) => context.queries.ensureQueryData(calendarQuery),
  component: lazyPage(() => import("./calendar/calendar-page.tsx"), "CalendarPage"),
});

const remindersRoute = createRoute({
  getParentRoute,
  path: "/admin/reminders",
  loader: ({ context }) => context.queries.ensureQueryData(remindersQuery),
  component: lazyPage(() => import("./reminders/reminders-page.tsx"), "RemindersPage"),
});

const apiKeysRoute = createRoute({
  getParentRoute,
  path: "/admin/api-keys",
  loader: ({ context }) => context.queries.ensureQueryData(apiKeysQuery),
  component: lazyPage(() => import("./api-keys-page.tsx"), "ApiKeysPage"),
});

const checkRoute = createRoute({
  getParentRoute,
  path: "/admin/check",
  loader: ({ context }) => context.queries.ensureQueryData(checkQuery),
  component: lazyPage(() => import("./check-page.tsx"), "CheckPage"),
});

const retentionRoute = createRoute({
  getParentRoute,
  path: "/admin/retention",
  loader: ({ context }) => context.queries.ensureQueryData(retentionQuery),
  component: lazyPage(() => import("./retention-page.tsx"), "RetentionPage"),
});

const certificationsRoute = createRoute({
  getParentRoute,
  path: "/admin/certifications",
  loader: ({ context }) => context.queries.ensureQueryData(certificationsQuery),
  component: lazyPage(() => import("./certifications-page.tsx"), "CertificationsPage"),
});

const historyRoute = createRoute({
  getParentRoute,
  path: "/admin/certifications/past",
  component: lazyPage(() => import("./history-page.tsx"), "HistoryPage"),
});

const outsideBadgesRoute = createRoute({
  getParentRoute,
  path: "/admin/badges",
  loader: ({ context }) => context.queries.ensureQueryData(catalogQuery),
  component: lazyPage(() => import("./outside-badges-page.tsx"), "AdminOutsideBadgesPage"),
});

const certificationRoute = createRoute({
  getParentRoute,
  path: "/admin/certifications/$certificationId",
  loader: ({ context }) =>
    Promise.all([context.queries.ensureQueryData(certificationsQuery), context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./certification-page.tsx"), "CertificationPage"),
});

const creditRulesRoute = createRoute({
  getParentRoute,
  path: "/admin/hours",
  loader: ({ context }) => context.queries.ensureQueryData(creditRulesQuery),
  component: lazyPage(() => import("./credit-rules-page.tsx"), "CreditRulesPage"),
});

const creditRuleRoute = createRoute({
  getParentRoute,
  path: "/admin/hours/$ruleId",
  loader: ({ context }) => context.queries.ensureQueryData(creditRulesQuery),
  component: lazyPage(() => import("./credit-rule-page.tsx"), "CreditRulePage"),
});

/** The administrators' pages. */
export const adminRoutes = [
  adminRoute,
  rosterRoute,
  reportRoute,
  rulesRoute,
  ruleRoute,
  ruleHistoryRoute,
  coachesRoute,
  peopleRoute,
  personRoute,
  libraryRoute,
  remindersRoute,
  apiKeysRoute,
  checkRoute,
  retentionRoute,
  calendarRoute,
  certificationsRoute,
  historyRoute,
  outsideBadgesRoute,
  certificationRoute,
  creditRulesRoute,
  creditRuleRoute,
  ...authoringRoutes,
] as const;
