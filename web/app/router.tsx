import { createRoute, createRouter, type SearchSchemaInput } from "@tanstack/react-router";
import { learnRoutes } from "../learn/routes.ts";
import { referenceRoutes } from "../reference/routes.ts";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { onSignedOut } from "./api.ts";
import { ErrorPage } from "./error-page.tsx";
import { lazyPage } from "./lazy-page.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { queries } from "./query-client.ts";
import { noPageRoute, rootRoute, signedInRoute } from "./root-route.tsx";
import type { supportRoutes } from "./support-routes.ts";

/** Routes beyond the learner's own; empty for who has none. */
export type MoreRoutes = typeof supportRoutes | readonly [];

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: { returnTo?: string } & SearchSchemaInput): { returnTo?: string } =>
    typeof search.returnTo === "string" && /^\/(?!\/)/.test(search.returnTo) ? { returnTo: search.returnTo } : {},
  component: lazyPage(() => import("./sign-in-page.tsx"), "SignInPage"),
});

const checkBadgeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/check-badge",
  validateSearch: (search: { at?: string } & SearchSchemaInput): { at?: string } =>
    typeof search.at === "string" && /^\/badges\/[a-z0-9-]+\/credentials\/[0-9a-z]{32}$/.test(search.at) ? { at: search.at } : {},
  component: lazyPage(() => import("../verify/check-badge-page.tsx"), "CheckBadgePage"),
});

/** The application's pages and how they are reached. An audience's pages are listed in its own `routes.ts`. */
export function createAppRouter(more: MoreRoutes) {
  // Links are checked against all routes, also those that this person's browser did not fetch.
  const all = more as typeof supportRoutes;
  const router = createRouter({
    routeTree: rootRoute.addChildren([
      signInRoute,
      checkBadgeRoute,
      signedInRoute.addChildren([...learnRoutes, ...referenceRoutes, ...all, noPageRoute]),
    ]),
    context: { queries },
    defaultPreload: "intent",
    // React Query decides what is fresh; the router's own cache would hide that from it.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
  onSignedOut(() => {
    queries.removeQueries({ queryKey: ["session"] });
    const { href, pathname } = router.state.location;
    if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { returnTo: href } });
  });
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
