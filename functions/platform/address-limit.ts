import type { Context as HonoContext, MiddlewareHandler } from "hono";
import type { Clock } from "./clock.ts";

/** Requests of one network address in one minute, of one process: well above what people do, well below what a guesser needs. */
export const requestsAMinute = 600;
const minuteMs = 60_000;
/** So many addresses are counted at most; beyond, the minute begins anew for all of them. */
const mostAddresses = 10_000;

/**
 * Refuses an address that asks too often, for pages that anyone may open. It is counted in the memory of each process, so that it
 * costs no read; the firewall counts for all of them together.
 */
export function addressLimit(clock: Clock): MiddlewareHandler {
  const counts = new Map<string, number>();
  let minute = 0;
  return async (c, next) => {
    const now = clock.now().getTime();
    const current = Math.floor(now / minuteMs);
    if (current !== minute || counts.size >= mostAddresses) counts.clear();
    minute = current;
    const address = addressOf(c);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count <= requestsAMinute) return next();
    const seconds = Math.max(1, Math.ceil(((current + 1) * minuteMs - now) / 1_000));
    return c.text("Too many requests. Please try again in a minute.", 429, { "retry-after": String(seconds), "cache-control": "no-store" });
  };
}

/** CloudFront adds the visitor's address to what it was told, and the gateway adds CloudFront's own. */
function addressOf(c: HonoContext): string {
  const named = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return named.at(-2) ?? named.at(-1) ?? "";
}
