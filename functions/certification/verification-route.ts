import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { languageOf } from "../platform/language.ts";
import { log } from "../platform/log.ts";
import type { AppEnv } from "../platform/route.ts";
import type { PublicCertificate } from "./records.ts";
import type { ProofLinks } from "./verification-page.ts";

/**
 * Lets anyone with a certificate's link check it, without signing in. Whatever follows `/verify` and is no
 * certificate's id gets one and the same page, in the language the reader chose or asks for; no session is read, and no
 * cookie set.
 */
export function addVerification(
  app: OpenAPIHono<AppEnv>,
  { table, clock, origin }: Pick<Services, "table" | "clock" | "origin">,
  proofOf: (certificate: PublicCertificate, origin: string) => ProofLinks | undefined = () => undefined,
): void {
  app.get("/verify/*", async (c) => {
    const { certificatePage, uncheckedCertificatePage, unknownCertificatePage } = await import("./verification-page.ts");
    const language = languageOf(c);
    const headers = {
      "cache-control": "public, max-age=60",
      vary: "accept-language, cookie",
      "x-robots-tag": "noindex",
      "referrer-policy": "no-referrer",
    };
    try {
      const { findPublicCertificate } = await import("./queries.ts");
      const certificate = await findPublicCertificate(table, c.req.path.slice("/verify/".length).toLowerCase());
      if (!certificate) return await c.html(unknownCertificatePage(language), 404, headers);
      return await c.html(
        certificatePage(certificate, { today: localDate(clock.now(), certificate.zone), language, proof: proofOf(certificate, origin) }),
        200,
        headers,
      );
    } catch (error) {
      log("error", "a certificate could not be checked", {
        requestId: c.get("requestId"),
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      return await c.html(uncheckedCertificatePage(language), 503, { ...headers, "cache-control": "no-store", "retry-after": "60" });
    }
  });
}
