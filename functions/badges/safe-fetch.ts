import { lookup } from "node:dns/promises";
import { request } from "node:https";
import { BlockList, isIP } from "node:net";
import type { FetchText } from "./verify/report.ts";

const mostBytes = 1_000_000;
const longestMs = 8_000;

/** Every address that is not one of the public Internet (IANA special-purpose registries). */
const notPublic = new BlockList();
for (const [address, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(address, prefix, "ipv4");

/** Only global unicast is public in IPv6, and of that not what tunnels to other addresses or is for documents. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [address, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(address, prefix, "ipv6");

/** Whether an IP address is one of the public Internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  return family === 6 && globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

/** What stands in for the Internet in a test: how names are resolved, which addresses are public, and whom to trust. */
export type Internet = {
  resolve(host: string): Promise<{ address: string; family: number }[]>;
  isPublic(address: string): boolean;
  port: number;
  ca?: string;
};

const theInternet: Internet = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isPublic: isPublicAddress,
  port: 443,
};

/**
 * Reads what someone we do not know says is published at an address: by https alone, from a public address alone, without being led
 * elsewhere, and only so much for only so long, name, connection and answer together. The address that was looked at is the very one that is connected to.
 */
export function safeFetch(internet: Internet = theInternet): FetchText {
  return async (address, signal) => {
    const ending = signal ? AbortSignal.any([signal, AbortSignal.timeout(longestMs)]) : AbortSignal.timeout(longestMs);
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "")
      throw new Error("only addresses that begin with https and name no port are asked");
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await before(ending, internet.resolve(host));
    const [target] = found;
    // One address that is not public is enough: the next connection might get it.
    if (!target || found.some((one) => !internet.isPublic(one.address))) throw new Error("this host has no public address");
    return read(url, target, internet, ending);
  };
}

/** Names are resolved by a call that cannot be broken off; it is left alone then. */
function before<T>(ending: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => ending.addEventListener("abort", () => reject(new Error("it took too long"))));
  return Promise.race([work, late]);
}

function read(url: URL, target: { address: string; family: number }, { port, ca }: Internet, ending: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: target.address,
        family: target.family,
        port,
        path: url.pathname + url.search,
        servername: isIP(url.hostname) ? "" : url.hostname,
        headers: { host: url.host, accept: "application/json, application/vc+ld+json, text/plain", "accept-encoding": "identity" },
        signal: ending,
        agent: false,
        ...(ca !== undefined && { ca }),
      },
      (response) => {
        if (response.statusCode !== 200) {
          asked.destroy();
          reject(new Error(`it answered ${response.statusCode}`));
          return;
        }
        const parts: Buffer[] = [];
        let length = 0;
        response.on("data", (part: Buffer) => {
          length += part.length;
          if (length > mostBytes) asked.destroy(new Error("it is too large"));
          else parts.push(part);
        });
        response.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
        response.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}
