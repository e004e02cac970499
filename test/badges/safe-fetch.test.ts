import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Internet, isPublicAddress, safeFetch } from "../../functions/badges/safe-fetch.ts";

/** A key and a certificate for a name that exists nowhere; trusted by nobody but this test. */
const pem = readFileSync("test/badges/issuer.example.pem", "utf8");
const asked: string[] = [];
let server: Server;
let internet: Internet;
beforeAll(async () => {
  server = createServer({ key: pem, cert: pem }, (request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/moved") response.writeHead(302, { location: "https://issuer.example/did.json" }).end();
    else if (request.url === "/large") response.end("x".repeat(2_000_000));
    else response.end(JSON.stringify({ host: request.headers.host, path: request.url }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  internet = {
    resolve: async (host) => (host === "issuer.example" || host === "other.example" ? [{ address: "127.0.0.1", family: 4 }] : []),
    isPublic: () => true,
    port: (server.address() as AddressInfo).port,
    ca: pem,
  };
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe("reading what a stranger published", () => {
  it("reads from a public host by https, under its own name", async () => {
    expect(JSON.parse(await safeFetch(internet)("https://issuer.example/did.json?x=1"))).toEqual({
      host: "issuer.example",
      path: "/did.json?x=1",
    });
  });

  it("goes nowhere it is led to, and reads no more than a document", async () => {
    await expect(safeFetch(internet)("https://issuer.example/moved")).rejects.toThrow("it answered 302");
    await expect(safeFetch(internet)("https://issuer.example/large")).rejects.toThrow("it is too large");
  });

  it("asks nobody who cannot show that the name is theirs", async () => {
    await expect(safeFetch(internet)("https://other.example/did.json")).rejects.toThrow(/altnames|certificate/i);
  });

  it("never connects to an address that is not public, whatever name leads to it", async () => {
    const before = asked.length;
    for (const addresses of [
      ["127.0.0.1"],
      ["10.0.0.7"],
      ["169.254.169.254"],
      ["::1"],
      ["fd00::1"],
      ["::ffff:127.0.0.1"],
      ["93.184.216.34", "192.168.1.1"],
    ]) {
      const resolve = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      await expect(safeFetch({ ...internet, resolve, isPublic: isPublicAddress })("https://issuer.example/did.json")).rejects.toThrow(
        "no public address",
      );
    }
    for (const address of ["https://127.0.0.1/", "https://[::1]/", "https://0x7f000001/", "https://localhost/", "https://nowhere.example/"])
      await expect(safeFetch({ ...internet, isPublic: isPublicAddress })(address)).rejects.toThrow("no public address");
    expect(asked.length).toBe(before);
  });

  it("asks by https alone, without a port or a password", async () => {
    for (const address of [
      "http://issuer.example/",
      "file:///etc/passwd",
      "https://issuer.example:8443/",
      "https://user:pass@issuer.example/",
      "issuer.example",
      "",
    ])
      await expect(safeFetch(internet)(address)).rejects.toThrow("only addresses that begin with https");
  });

  it("lets go when its asker does, before a name is resolved as after", async () => {
    const over = new AbortController();
    const never = { ...internet, resolve: () => new Promise<never>(() => {}) };
    const asking = safeFetch(never)("https://issuer.example/did.json", over.signal);
    over.abort();
    await expect(asking).rejects.toThrow("it took too long");
    await expect(safeFetch(internet)("https://issuer.example/did.json", over.signal)).rejects.toThrow(/abort/i);
  });

  it("knows which addresses are public", () => {
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    for (const address of [
      "0.0.0.0",
      "100.64.0.1",
      "172.31.255.255",
      "192.0.2.1",
      "198.19.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "::",
      "fe80::1",
      "ff02::1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "::ffff:8.8.8.8",
      "hello",
      "",
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });
});
