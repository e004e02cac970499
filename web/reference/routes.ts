import { createRoute } from "@tanstack/react-router";
import { catalogQuery } from "../app/directory.ts";
import { lazyPage } from "../app/lazy-page.ts";
import { signedInRoute } from "../app/root-route.tsx";
import type { LibraryFilter } from "./library-filter.ts";
import { glossaryQuery, libraryQuery, modelQuery } from "./queries.ts";

const getParentRoute = () => signedInRoute;

/** What an address asks for; the page itself leaves out what it cannot mean, so that its lists stay with it. */
const asked = (search: Record<string, unknown>) => search as { [K in keyof LibraryFilter]: LibraryFilter[K] };

const searchRoute = createRoute({
  getParentRoute,
  path: "/search",
  validateSearch: (search: Record<string, unknown>) => search as { q?: string },
  loader: async ({ context }) => context.queries.ensureQueryData((await import("./search-query.ts")).searchQuery),
  component: lazyPage(() => import("./search-page.tsx"), "SearchPage"),
});

const glossaryRoute = createRoute({
  getParentRoute,
  path: "/glossary",
  loader: ({ context: { queries } }) => Promise.all([queries.ensureQueryData(glossaryQuery), queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./glossary-page.tsx"), "GlossaryPage"),
});

const libraryRoute = createRoute({
  getParentRoute,
  path: "/library",
  validateSearch: asked,
  loader: ({ context: { queries } }) => Promise.all([queries.ensureQueryData(libraryQuery), queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./library-page.tsx"), "LibraryPage"),
});

const modelRoute = createRoute({
  getParentRoute,
  path: "/model",
  loader: ({ context: { queries } }) => Promise.all([queries.ensureQueryData(modelQuery), queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./model-page.tsx"), "ModelPage"),
});

/** What everyone looks things up in. */
export const referenceRoutes = [searchRoute, glossaryRoute, libraryRoute, modelRoute] as const;
