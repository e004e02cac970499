import { createRoute, type SearchSchemaInput } from "@tanstack/react-router";
import { catalogQuery } from "../app/directory.ts";
import { lazyPage } from "../app/lazy-page.ts";
import { signedInRoute } from "../app/root-route.tsx";
import type { LibraryFilter } from "./library-filter.ts";
import { glossaryQuery, libraryQuery, modelQuery } from "./queries.ts";

const getParentRoute = () => signedInRoute;

const searchRoute = createRoute({
  getParentRoute,
  path: "/search",
  validateSearch: ({ q }: { q?: unknown } & SearchSchemaInput): { q?: string } => (typeof q === "string" && q !== "" ? { q } : {}),
  loader: async ({ context }) => context.queries.ensureQueryData((await import("./search-query.ts")).searchQuery),
  component: lazyPage(() => import("./search-page.tsx"), "SearchPage"),
});

const glossaryRoute = createRoute({
  getParentRoute,
  path: "/glossary",
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(glossaryQuery), context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./glossary-page.tsx"), "GlossaryPage"),
});

const roles = /^[a-zA-Z]+$/;

const libraryRoute = createRoute({
  getParentRoute,
  path: "/library",
  // What the page cannot mean by a word it leaves out itself; here it only has to be one, so that the list of roles stays with the page.
  validateSearch: ({ q, role, tier, kind }: Record<string, unknown> & SearchSchemaInput): LibraryFilter => ({
    ...(typeof q === "string" && q !== "" && { q }),
    ...(typeof role === "string" && roles.test(role) && { role: role as NonNullable<LibraryFilter["role"]> }),
    ...((tier === 1 || tier === 2 || tier === 3) && { tier }),
    ...(typeof kind === "string" && roles.test(kind) && { kind: kind as NonNullable<LibraryFilter["kind"]> }),
  }),
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(libraryQuery), context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./library-page.tsx"), "LibraryPage"),
});

const modelRoute = createRoute({
  getParentRoute,
  path: "/model",
  loader: ({ context }) => Promise.all([context.queries.ensureQueryData(modelQuery), context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./model-page.tsx"), "ModelPage"),
});

/** What everyone looks things up in. */
export const referenceRoutes = [searchRoute, glossaryRoute, libraryRoute, modelRoute] as const;
