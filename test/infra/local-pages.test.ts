import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "../../infra/local/embedded-database.ts";
import { createIdentityProvider, idpPath } from "../../infra/local/identity-provider.ts";
import { inboxPage, localStyles } from "../../infra/local/inbox.ts";
import { createWebServer } from "../../infra/local/web-server.ts";
import { openBrowser } from "../support/browser.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-pages-"));
const mail = join(folder, "mail");
const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
let server: Server;
let origin: string;
beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const client = {
    clientId: "maple",
    clientSecret: "secret",
    districtName: "Maple",
    redirectUri: `${origin}/auth/callback/maple`,
    people: async () => [],
  };
  const provider = await createIdentityProvider({ origin, keyFile: join(folder, "key.json"), clients: [client] });
  server = createWebServer({
    api: () => new Response(null, { status: 404 }),
    webFolder: folder,
    local: { [idpPath]: provider, "/inbox": inboxPage(mail), "/local.css": localStyles },
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

describe("the development sign-in", () => {
  it.each([
    ["a page that is too old", "/interaction/long-gone?person=p1"],
    ["a way back that is too old", "/auth/long-gone"],
  ])("answers %s with a way to begin again, and with nothing of its insides", async (_, path) => {
    const response = await fetch(`${origin}${idpPath}${path}`);
    const body = await response.text();
    expect(response.status).toBe(400);
    expect(body).toContain("<h1>This sign-in is over</h1>");
    expect(body).toContain('<a href="/">Begin again</a>');
    expect(body).not.toMatch(/SessionNotFound|node_modules|\bat \w+ \(/);
  });

  it("answers a request it does not understand in words", async () => {
    const response = await fetch(`${origin}${idpPath}/auth?client_id=nobody&x=<script>`);
    expect(response.status).toBe(400);
    const body = await response.text();
    expect(body).toContain("This sign-in does not work");
    expect(body).not.toContain("<script>");
  });

  it("warns of nothing in the terminal: what it is short of, it is short of on purpose", () => {
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("the inbox", () => {
  it("does not scroll sideways on a phone, however long an address or a link is", async () => {
    const long = "a-very-long-name.".repeat(12);
    const one = {
      toName: "Maya",
      toEmail: `${long}@maple.example`,
      subject: long,
      body: `https://${long}`,
      createdAt: "2026-04-21T13:30:00Z",
    };
    mkdirSync(mail, { recursive: true });
    writeFileSync(join(mail, "1.json"), JSON.stringify(one));
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await page.goto(`${origin}/inbox`);
      expect(await page.locator("article").count()).toBe(1);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    } finally {
      await browser.close();
    }
  });
});
