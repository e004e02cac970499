import { readBadgeFile, readBadgeText, type FoundBadge } from "../../functions/badges/verify/read-file.ts";
import type { BadgeReport } from "../../functions/badges/verify/report.ts";
import { verifyBadge } from "../../functions/badges/verify/verify-badge.ts";

/** What someone hands in to be checked. */
export type HandedIn = { file: Blob } | { text: string } | { address: string };

/** What came of it: a report, or that there was no badge in it at all. */
export type Checked = { report: BadgeReport } | { nothing: "inIt" | "there" };

/** Checks a badge in this browser. Nothing of it is sent anywhere; only what its issuer publishes here is read. */
export async function checkBadge(handedIn: HandedIn, now: Date): Promise<Checked> {
  const found = await foundIn(handedIn);
  if (!found) return { nothing: "address" in handedIn ? "there" : "inIt" };
  return { report: await verifyBadge(found, { fetchText: fetchFromHere, now }) };
}

async function foundIn(handedIn: HandedIn): Promise<FoundBadge | undefined> {
  if ("file" in handedIn) return readBadgeFile(new Uint8Array(await handedIn.file.arrayBuffer()));
  if ("text" in handedIn) return readBadgeText(handedIn.text);
  const response = await fetch(`${handedIn.address}.jwt`);
  return response.ok ? readBadgeText(await response.text()) : undefined;
}

/** The browser may ask this site alone, and asks it without saying who is signed in. */
async function fetchFromHere(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address);
  if (origin !== location.origin) throw new Error("another site");
  const response = await fetch(pathname + search, { credentials: "omit" });
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  return response.text();
}
