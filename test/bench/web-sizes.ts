import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";

const gzKB = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length / 1000;

/** Bytes that one visit brings over the wire, and the scripts and styles among them, compressed, in KB. */
export async function measureVisit(options: {
  address: string;
  signIn: () => Promise<BrowserContext>;
}): Promise<{ allKB: number; jsGzKB: number; cssGzKB: number }> {
  const context = await options.signIn();
  const visit = await context.newPage();
  const network = await context.newCDPSession(visit);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const files = new Set<string>();
  visit.on("response", (response) => files.add(new URL(response.url()).pathname));
  await visit.goto(options.address, { waitUntil: "networkidle" });
  await context.close();
  const sizeOf = (ending: string): number =>
    [...files].filter((path) => path.endsWith(ending)).reduce((sum, path) => sum + gzKB(readFileSync(join("dist/web", path))), 0);
  return { allKB: Math.round(bytes / 1000), jsGzKB: Math.round(sizeOf(".js")), cssGzKB: Math.round(sizeOf(".css")) };
}

/** The largest script that is loaded only when used, compressed, in KB. */
export function largestChunkKB(): number {
  const assets = "dist/web/assets";
  const sizes = readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .map((name) => gzKB(readFileSync(join(assets, name))));
  return Math.round(Math.max(...sizes));
}
