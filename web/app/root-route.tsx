import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { Announcer } from "../ui/announcer.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { ApiProblem } from "./api.ts";
import { ErrorPage } from "./error-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { sessionQuery } from "./session.ts";
import { Shell } from "./shell.tsx";

/** The root of all routes: what stays while pages change. */
export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: () => (
    <>
      <Outlet />
      <Announcer />
    </>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

/** The parent of every page that needs someone signed in; it knows who that is before its pages load. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  component: Shell,
  pendingComponent: PageSkeleton,
  beforeLoad: async ({ context, location }) => {
    try {
      return { session: await context.queries.ensureQueryData(sessionQuery) };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401)
        throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { returnTo: location.href } });
      throw error;
    }
  },
});

/** Every other address: whoever is signed in keeps the frame and its navigation where there is no page. */
export const noPageRoute = createRoute({ getParentRoute: () => signedInRoute, path: "$", component: NotFoundPage });
