import { createRoute, redirect } from "@tanstack/react-router";
import { catalogQuery } from "../app/directory.ts";
import { lazyPage } from "../app/lazy-page.ts";
import { signedInRoute } from "../app/root-route.tsx";
import { peopleViewOf, viewOf } from "./filter.ts";
import { teamPlansQuery, teamsOverviewQuery, teamsQuery } from "./team-queries.ts";
import { districtQuery, peopleBehindQuery, schoolQuery, schoolReviewsQuery } from "./queries.ts";

const getParentRoute = () => signedInRoute;

// The loaders take the view from the address without depending on it: a change of view keeps the page, and the page
// itself reads the new one while the old stays in sight.

const districtRoute = createRoute({
  getParentRoute,
  path: "/district",
  validateSearch: viewOf,
  loader: ({ context, location }) => context.queries.ensureQueryData(districtQuery(viewOf(location.search))),
  component: lazyPage(() => import("./district-page.tsx"), "DistrictPage"),
});

const drillRoute = createRoute({
  getParentRoute,
  path: "/district/schools/$schoolId/people",
  validateSearch: peopleViewOf,
  loader: ({ context, params, location }) =>
    context.queries.ensureQueryData(peopleBehindQuery(params.schoolId, peopleViewOf(location.search))),
  component: lazyPage(() => import("./people-page.tsx"), "PeoplePage"),
});

/** "My school" before it is known which: on to the first one led, whose page offers the others. */
const ownSchoolRoute = createRoute({
  getParentRoute,
  path: "/school",
  validateSearch: peopleViewOf,
  beforeLoad: ({ context, search }) => {
    const [first] = context.session.schools;
    if (first) throw redirect({ to: "/school/$schoolId", params: { schoolId: first.id }, search, replace: true });
  },
  component: lazyPage(() => import("./no-school-page.tsx"), "NoSchoolPage"),
});

const schoolRoute = createRoute({
  getParentRoute,
  path: "/school/$schoolId",
  validateSearch: peopleViewOf,
  loader: ({ context, params, location }) => context.queries.ensureQueryData(schoolQuery(params.schoolId, viewOf(location.search))),
  component: lazyPage(() => import("./school-page.tsx"), "SchoolPage"),
});

const schoolReviewsRoute = createRoute({
  getParentRoute,
  path: "/school/$schoolId/reviews",
  loader: ({ context, params }) => context.queries.ensureQueryData(schoolReviewsQuery(params.schoolId)),
  component: lazyPage(() => import("./school-reviews-page.tsx"), "SchoolReviewsPage"),
});

const teamsOverviewRoute = createRoute({
  getParentRoute,
  path: "/district/teams",
  loader: ({ context }) => context.queries.ensureQueryData(teamsOverviewQuery),
  component: lazyPage(() => import("./teams-overview-page.tsx"), "TeamsOverviewPage"),
});

const teamPlansRoute = createRoute({
  getParentRoute,
  path: "/district/teams/seats",
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(teamPlansQuery), context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./team-plans-page.tsx"), "TeamPlansPage"),
});

/** A school's teams; `district` stands for the district's own. */
const teamsRoute = createRoute({
  getParentRoute,
  path: "/school/$schoolId/teams",
  loader: ({ context, params }) => context.queries.ensureQueryData(teamsQuery(params.schoolId)),
  component: lazyPage(() => import("./teams-page.tsx"), "TeamsPage"),
});

/** The leaders' pages: the district's and a school's. */
export const leadRoutes = [
  districtRoute,
  drillRoute,
  ownSchoolRoute,
  schoolRoute,
  schoolReviewsRoute,
  teamsOverviewRoute,
  teamPlansRoute,
  teamsRoute,
] as const;
