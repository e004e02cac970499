import { lazyRouteComponent } from "@tanstack/react-router";
import { ApiProblem } from "./api.ts";

/**
 * A page whose code is fetched when it is first needed. Where that fails because there is no connection, the error page
 * says so; where it fails because a newer version was deployed, the router reloads the page once.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    try {
      return await load();
    } catch (cause) {
      if (await isReachable()) throw cause;
      throw new ApiProblem(0, { code: "offline" }, { cause });
    }
  }, name);
}

async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  return fetch("/start.js", { cache: "no-store", signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
