import { ApiProblem } from "./api.ts";
import { deviceStorage } from "./device-storage.ts";
import { queries } from "./query-client.ts";
import { createAppRouter, type MoreRoutes } from "./router.tsx";
import { sessionQuery } from "./session.ts";

/**
 * Learns who is signed in and makes the router with the pages they may open, so that a learner never downloads the
 * others'. Someone who is signed out starts at the sign-in page, which leads back to where they wanted to go.
 */
export async function openApp(): Promise<ReturnType<typeof createAppRouter>> {
  return createAppRouter(openPages.has(location.pathname) ? [] : await moreRoutes());
}

/** Pages on which it does not matter who is signed in. */
const openPages = new Set(["/sign-in", "/check-badge"]);

// Read by start.js, which then asks for the first screen's data before the application is there.
const signedInKey = "throughline.signed-in";

async function moreRoutes(): Promise<MoreRoutes> {
  try {
    const { access } = await queries.fetchQuery(sessionQuery);
    deviceStorage().setItem(signedInKey, "1");
    if (access.every((one) => one === "staff")) return [];
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) {
      deviceStorage().removeItem(signedInKey);
      const returnTo = location.pathname + location.search;
      history.replaceState(null, "", returnTo === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ returnTo })}`);
      return [];
    }
  }
  // Also when it is not known who it is: a page that exists must not look as if it did not.
  return import("./support-routes.ts").then(
    ({ supportRoutes }) => supportRoutes,
    () => [] as const,
  );
}
