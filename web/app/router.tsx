import { createRoute, createRouter, type SearchSchemaInput } from "@tanstack/react-router";
import { adminRoutes } from "../admin/routes.ts";
import { coachRoutes } from "../coach/routes.ts";
import { leadRoutes } from "../lead/routes.ts";
import { learnRoutes } from "../learn/routes.ts";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { onSignedOut } from "./api.ts";
import { ErrorPage } from "./error-page.tsx";
import { lazyPage } from "./lazy-page.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { queries } from "./query-client.ts";
import { rootRoute, signedInRoute } from "./root-route.tsx";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: { returnTo?: string } & SearchSchemaInput): { returnTo?: string } =>
    typeof search.returnTo === "string" && /^\/(?!\/)/.test(search.returnTo) ? { returnTo: search.returnTo } : {},
  component: lazyPage(() => import("./sign-in-page.tsx"), "SignInPage"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([...learnRoutes, ...coachRoutes, ...leadRoutes, ...adminRoutes]),
]);

/** Every page and how it is reached. An audience's pages are listed in its own `routes.ts`. */
export const router = createRouter({
  routeTree,
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

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  queries.removeQueries({ queryKey: ["session"] });
  const { href, pathname } = router.state.location;
  if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { returnTo: href } });
});
