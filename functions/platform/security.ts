import type { MiddlewareHandler } from "hono";
import { AppError } from "./errors.ts";

/** What a page may load and reach; `besides` are hosts that the application's own pages send files to. */
export function contentSecurityPolicy(...besides: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...besides].join(" "),
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** The headers of every answer, of the API, of the web's files and of what CloudFront serves alike. */
export const securityHeaders = {
  "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
  "content-security-policy": contentSecurityPolicy(),
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
} as const;

/** Sets the security headers; what an answer set itself (a cache rule, say) stays. */
export const withSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that did not come from our own pages: the browser's own word (Sec-Fetch-Site), the Origin, and a
 * header that no cross-site form can send must all agree.
 */
export function sameOriginOnly(origin: string): MiddlewareHandler {
  return async (c, next) => {
    // No browser adds an Authorization header to a request that another site sends for it; and beside one no cookie counts.
    if (!safeMethods.has(c.req.method) && c.req.header("authorization") === undefined) {
      const site = c.req.header("sec-fetch-site");
      const isOurs =
        c.req.header("origin") === origin && (site === undefined || site === "same-origin") && c.req.header("x-throughline") === "1";
      if (!isOurs) throw new AppError("cross-site", "Changes are accepted from Throughline's own pages only.");
    }
    await next();
  };
}
