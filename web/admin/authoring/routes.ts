import type { QueryClient } from "@tanstack/react-query";
import { createRoute, type SearchSchemaInput } from "@tanstack/react-router";
import { lazyPage } from "../../app/lazy-page.ts";
import { catalogQuery } from "../../app/directory.ts";
import { signedInRoute } from "../../app/root-route.tsx";
import { authoringListQuery, authoringQuery } from "./queries.ts";

const getParentRoute = () => signedInRoute;

type Loaded = { context: { queries: QueryClient }; params: { moduleId: string } };

const loadModule = ({ context, params }: Loaded) =>
  Promise.all([context.queries.ensureQueryData(authoringListQuery), context.queries.ensureQueryData(authoringQuery(params.moduleId))]);

/** What an address says under the names that a page knows, as text: an edition's number is one as well. */
const textsOf = <Name extends string>(search: Record<string, unknown>, names: readonly Name[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
    }),
  ) as Partial<Record<Name, string>>;

type Asked = Record<string, unknown> & SearchSchemaInput;

const contentRoute = createRoute({
  getParentRoute,
  path: "/admin/content",
  loader: ({ context }) => context.queries.ensureQueryData(authoringListQuery),
  component: lazyPage(() => import("./content-page.tsx"), "ContentPage"),
});

const overviewRoute = createRoute({
  getParentRoute,
  path: "/admin/content/$moduleId",
  loader: loadModule,
  component: lazyPage(() => import("./overview-page.tsx"), "OverviewPage"),
});

const editRoute = createRoute({
  getParentRoute,
  path: "/admin/content/$moduleId/edit",
  validateSearch: (search: Asked) => textsOf(search, ["file"]),
  loader: loadModule,
  component: lazyPage(() => import("./edit-page.tsx"), "EditPage"),
});

const previewRoute = createRoute({
  getParentRoute,
  path: "/admin/content/$moduleId/preview",
  validateSearch: (search: Asked) => textsOf(search, ["role", "text", "part"]),
  loader: (loaded) => Promise.all([loadModule(loaded), loaded.context.queries.ensureQueryData(catalogQuery)]),
  component: lazyPage(() => import("./preview-page.tsx"), "PreviewPage"),
});

const compareRoute = createRoute({
  getParentRoute,
  path: "/admin/content/$moduleId/compare",
  validateSearch: (search: Asked) => textsOf(search, ["from", "to", "view"]),
  loader: loadModule,
  component: lazyPage(() => import("./compare-page.tsx"), "ComparePage"),
});

const publishRoute = createRoute({
  getParentRoute,
  path: "/admin/content/$moduleId/publish",
  loader: loadModule,
  component: lazyPage(() => import("./publish-page.tsx"), "PublishPage"),
});

/** The pages where administrators adapt modules and write their own. */
export const authoringRoutes = [contentRoute, overviewRoute, editRoute, previewRoute, compareRoute, publishRoute] as const;
