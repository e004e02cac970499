import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { log } from "../platform/log.ts";
import type { AppEnv } from "../platform/route.ts";
import { findPublicCertificate } from "./queries.ts";
import { certificatePage, uncheckedCertificatePage, unknownCertificatePage } from "./verification-page.ts";

/**
 * Lets anyone with a certificate's link check it, without signing in. Whatever follows `/verify` and is no
 * certificate's id gets one and the same page; no cookie is read or set.
 */
export function addVerification(app: OpenAPIHono<AppEnv>, { table, clock }: Pick<Services, "table" | "clock">): void {
  app.get("/verify/*", async (c) => {
    const headers = { "cache-control": "public, max-age=60", "x-robots-tag": "noindex", "referrer-policy": "no-referrer" };
    try {
      const certificate = await findPublicCertificate(table, c.req.path.slice("/verify/".length).toLowerCase());
      if (!certificate) return await c.html(unknownCertificatePage(), 404, headers);
      return await c.html(certificatePage(certificate, localDate(clock.now(), certificate.zone)), 200, headers);
    } catch (error) {
      log("error", "a certificate could not be checked", {
        requestId: c.get("requestId"),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return await c.html(uncheckedCertificatePage(), 503, { ...headers, "cache-control": "no-store", "retry-after": "60" });
    }
  });
}
