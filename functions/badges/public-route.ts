import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "../platform/context.ts";
import { log } from "../platform/log.ts";
import type { AppEnv } from "../platform/route.ts";

/**
 * Publishes what anyone needs to check a badge, without signing in: the district as an issuer, its keys, what its certifications
 * stand for, the lists of status, and each badge at its own address. No session is read, and no cookie set.
 */
export function addBadges(app: OpenAPIHono<AppEnv>, services: Services): void {
  app.get("/badges/*", async (c) => {
    const { answerFor, unknownAnswer } = await import("./public-answers.ts");
    try {
      return (await answerFor(c, services)) ?? (await unknownAnswer(c));
    } catch (error) {
      log("error", "a badge could not be shown", {
        requestId: c.get("requestId"),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return c.text("This cannot be shown right now. Please try again in a minute.", 503, {
        "cache-control": "no-store",
        "retry-after": "60",
      });
    }
  });
}
