import type { Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { buildForLocal } from "../../infra/build.ts";
import { freePort } from "../../infra/local/embedded-database.ts";
import { createWebServer } from "../../infra/local/web-server.ts";
import { type BadgeWorld, openBadgeWorld } from "../badges/world.ts";
import { openBrowser } from "../support/browser.ts";
import { desktop, phone } from "../support/people.ts";
import { accessibilityProblems } from "../support/axe.ts";

let world: BadgeWorld;
let server: Server;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  await buildForLocal();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await openBadgeWorld(origin);
  // The browser looks at the machine's own clock.
  world.clock.set(new Date(Date.now() - 60_000).toISOString());
  const app = createApp(world.services, { read: async (name) => name });
  server = createWebServer({ api: (request) => app.fetch(request), webFolder: "dist/web", local: {} });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world?.close();
});

async function expectVerdict(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  expect(await page.getByRole("heading", { level: 2 }).first().innerText()).toContain(name);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto(`${origin}/check-badge`);
  await page.getByLabel("Or paste what is in it").fill(text);
  await page.getByRole("button", { name: "Check this text" }).click();
}

describe("a stranger with a certificate's link, signed in nowhere", () => {
  it("checks its signature in their own browser, takes the badge along, and checks each file of it", async () => {
    const { publicId, certificate } = await world.badged();
    const page = await browser.newPage({ viewport: desktop });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    await page.goto(`${origin}/verify/${publicId}`);
    const addresses = await page.locator("a[download]").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toHaveLength(4);
    await page.getByRole("link", { name: "Check the signature in your browser" }).click();
    await expectVerdict(page, "This badge is good");
    expect(await page.getByRole("main").innerText()).toContain(certificate.holderName);
    for (const address of addresses) {
      const buffer = Buffer.from(await (await fetch(address)).arrayBuffer());
      await page.goto(`${origin}/check-badge`);
      await page.getByLabel("The badge's file").setInputFiles({ name: address.split("/").at(-1) ?? "", mimeType: "", buffer });
      await expectVerdict(page, "This badge is good");
    }
    // Nothing of a badge leaves the browser.
    expect(sent).toEqual([]);
    await page.close();
  });

  it("is told when a badge was altered, revoked or suspended, and when there is none", async () => {
    const page = await browser.newPage({ viewport: desktop });
    const { staffId, badge } = await world.badged();
    const text = JSON.stringify(badge.json);
    await paste(page, text.replace('"name":"MTSS Foundations"', '"name":"MTSS Everything"'));
    await expectVerdict(page, "Do not rely on this badge");
    await paste(page, `${badge.jwt.slice(0, -4)}AAAA`);
    await expectVerdict(page, "Do not rely on this badge");
    await paste(page, "hello");
    await expectVerdict(page, "There is no badge in this.");
    await world.suspend(staffId, "2020-01-01");
    await world.bring(staffId);
    await paste(page, text);
    await expectVerdict(page, "This badge is suspended");
    await world.revoke(staffId, "2020-01-01");
    await world.suspend(staffId, undefined);
    await world.bring(staffId);
    // A browser may keep a list for five minutes; another one asks.
    const other = await browser.newPage({ viewport: desktop });
    await paste(other, badge.jwt);
    await expectVerdict(other, "This badge was revoked");
    for (const one of [page, other]) await one.close();
  });

  it("does it with a keyboard alone: the fields in order, and then the verdict has the focus", async () => {
    const { badge } = await world.badged();
    const page = await browser.newPage({ viewport: phone });
    await page.goto(`${origin}/check-badge`);
    await page.getByLabel("Or paste what is in it").waitFor();
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.textContent || document.activeElement?.getAttribute("type") || document.activeElement?.tagName,
      );
    await page.getByLabel("The badge's file").focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("TEXTAREA");
    await page.keyboard.insertText(badge.jwt);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Check this text");
    await page.keyboard.press("Enter");
    await expectVerdict(page, "This badge is good");
    expect(await focused()).toBe("This badge is good");
    await page.close();
  });

  it.each([
    ["on a phone, in light", phone, "light"],
    ["on a desk, in dark", desktop, "dark"],
  ] as const)("finds the page accessible, before and after (%s)", async (_, viewport, colorScheme) => {
    const { badge } = await world.badged();
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await page.goto(`${origin}/check-badge`);
    await page.getByLabel("Or paste what is in it").waitFor();
    const look = async () => {
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    };
    await look();
    for (const text of [badge.jwt, JSON.stringify({ ...badge.json, name: "x" }), "hello"]) {
      await paste(page, text);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      await look();
    }
    await context.close();
  });
});
