import { safeFetch } from "../../functions/badges/safe-fetch.ts";
import type { FetchText } from "../../functions/badges/verify/report.ts";

const mostCharacters = 1_000_000;
const longestMs = 8_000;

/** Whether an address is that of a server on this very machine, and of nothing below it. */
function isHere(origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname) && url.origin === origin;
}

/**
 * Reads what an issuer on this machine publishes, for whoever names it on the command line: that one server alone is asked without https,
 * and is followed nowhere else; all other addresses have to be public. Throws where the server that is named is not on this machine.
 */
export function readingFrom(origin: string, elsewhere: FetchText = safeFetch()): FetchText {
  if (!isHere(origin)) throw new Error(`${origin} is no server of this machine: name one such as http://localhost:3000`);
  return async (address, signal) => {
    if (!URL.canParse(address) || new URL(address).origin !== origin) return elsewhere(address, signal);
    const late = AbortSignal.timeout(longestMs);
    const response = await fetch(address, { redirect: "error", signal: signal ? AbortSignal.any([signal, late]) : late });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const text = await response.text();
    if (text.length > mostCharacters) throw new Error("it is too large");
    return text;
  };
}
