import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingFrom } from "../../infra/local/issuer-here.ts";

let server: Server;
let here: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/moved") response.writeHead(302, { location: "/did.json" }).end();
    else response.end(`read ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("an issuer on this machine that is named on the command line", () => {
  it("is read, and it alone: it leads nowhere, and every other address has to be public", async () => {
    const read = readingFrom(here);
    expect(await read(`${here}/did.json`)).toBe("read /did.json");
    await expect(read(`${here}/moved`)).rejects.toThrow();
    for (const other of [
      "http://127.0.0.1:1/did.json",
      "https://127.0.0.1/did.json",
      here.replace("http:", "https:"),
      "http://issuer.example/",
    ])
      await expect(read(other)).rejects.toThrow(/only addresses that begin with https|no public address/);
  });

  it("is on this machine, or nothing is read", () => {
    for (const other of [
      "https://localhost",
      "http://issuer.example",
      "http://10.0.0.7:3000",
      "http://localhost.example",
      `${here}/below`,
      "localhost",
      "",
    ])
      expect(() => readingFrom(other)).toThrow("no server of this machine");
  });
});
