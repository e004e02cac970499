import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOutsideBadges } from "../../functions/badges/actions/check-outside-badge.ts";
import { safeFetch } from "../../functions/badges/safe-fetch.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { grant } from "../../functions/platform/grant.ts";
import { messages } from "../../functions/platform/outbox.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { buildForLocal } from "../../infra/build.ts";
import { freePort } from "../../infra/local/embedded-database.ts";
import { createWebServer } from "../../infra/local/web-server.ts";
import { signedInAs } from "../access/world.ts";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "../badges/world.ts";
import { type LadderWorld, openLadderWorld } from "../certification/ladder-world.ts";
import { personOf } from "../learning/world.ts";
import { accessibilityProblems } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { desktop, phone } from "../support/people.ts";

/** A district that issues badges over https, and one whose people bring them: the second reads what the first publishes as it would on the Internet. */
let issuer: BadgeWorld;
let issuing: Server;
let world: LadderWorld;
let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  await buildForLocal();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  [issuer, world] = await Promise.all([openBadgeWorld("https://issuer.example"), openLadderWorld()]);
  for (const one of [issuer, world]) one.clock.set("2026-11-02T15:00:00Z");
  const published = publishedBy(issuer);
  const pem = readFileSync("test/badges/issuer.example.pem", "utf8");
  const answer = getRequestListener((request) => published.ask(request.url));
  issuing = createTlsServer({ key: pem, cert: pem }, (incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve) => issuing.listen(0, "127.0.0.1", resolve));
  world.services.origin = origin;
  world.services.fetchText = safeFetch({
    resolve: async (host) => (host === "issuer.example" ? [{ address: "127.0.0.1", family: 4 }] : []),
    isPublic: () => true,
    port: (issuing.address() as AddressInfo).port,
    ca: pem,
  });
  const app = createApp(world.services, { read: async (name) => name });
  server = createWebServer({ api: (request) => app.fetch(request), webFolder: "dist/web", local: {} });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  for (const one of [server, issuing]) {
    one?.closeAllConnections();
    await new Promise((resolve) => (one ? one.close(resolve) : resolve(undefined)));
  }
  await Promise.all([issuer?.close(), world?.close()]);
});

/** A person's own browser, signed in. */
async function openAs(staff: Staff, viewport: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }> {
  const value = (await signedInAs(world, staff)).split("=")[1] ?? "";
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: "en-US" });
  await context.addCookies([
    { name: "__Host-throughline", value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
  ]);
  context.setDefaultTimeout(20_000);
  return { context, page: await context.newPage() };
}

async function looksRight(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

describe("a badge of another district", () => {
  it("is added, taken for a module and a certificate, counts on every page that asks, and no more once its issuer revokes it", async () => {
    const ana = await world.put(personOf("stf_ana", { givenName: "Ana", familyName: "Ruiz" }));
    const sam = await world.put(
      personOf("stf_sam", { givenName: "Sam", familyName: "Whitfield", isDistrictAdministrator: true, coachId: undefined }),
    );
    const { badge, staffId, publicId } = await issuer.badged({ givenName: "Ana", familyName: "Ruiz" });
    expect(badge.signed).toBeDefined();

    const holder = await openAs(ana, phone);
    const { page } = holder;
    await page.goto(`${origin}/certificates/elsewhere`);
    await page.getByRole("button", { name: "Add a badge" }).click();
    await page.getByLabel("Or its address").fill(`https://issuer.example/badges/maple/credentials/${publicId}.jwt`);
    await page.getByRole("dialog").getByRole("button", { name: "Add a badge" }).click();
    await page.getByRole("status").getByText("Added. It waits for an administrator.").waitFor();
    const card = page.getByRole("article", { name: "MTSS Foundations" });
    expect(await card.innerText()).toContain("with keys published by issuer.example");
    expect(await card.innerText()).toContain("until November 2, 2029");
    await looksRight(page);

    const deciding = await openAs(sam, desktop);
    await deciding.page.goto(`${origin}/admin/badges`);
    await deciding.page.getByRole("group", { name: "Modules it counts for" }).getByRole("checkbox").first().check();
    const certificates = deciding.page.getByRole("group", { name: "Certificates that holding it counts as" });
    await certificates.getByRole("checkbox", { name: "MTSS Practitioner: Classroom Teacher" }).check();
    expect(await deciding.page.getByLabel("It counts until").inputValue()).toBe("2029-11-02");
    await looksRight(deciding.page);
    await deciding.page.getByRole("button", { name: "Let it count" }).click();
    await deciding.page.getByRole("status").getByText("MTSS Foundations counts now.").waitFor();

    await page.reload();
    await card.getByText("Where a certificate asks for MTSS Practitioner: Classroom Teacher, holding this counts").waitFor();
    await page.goto(`${origin}/certificates`);
    await page.getByRole("heading", { name: "Earned elsewhere, counted here" }).waitFor();
    // The way to Coach asks for a Practitioner certificate.
    const note = page.getByText("Met by “MTSS Foundations” of Maple Valley Schools, which counts until November 2, 2029");
    expect(await note.count()).toBeGreaterThan(0);
    await looksRight(page);

    // A decision is taken back, with what follows said before, and made anew.
    const admin = deciding.page;
    await admin.goto(`${origin}/admin/people/${ana.id}`);
    await admin.getByRole("button", { name: "It does not count any more MTSS Foundations" }).press("Enter");
    const dialog = admin.getByRole("dialog");
    expect(await dialog.innerText()).toContain("What of it is for Ana Ruiz to do has 30 contract days from today");
    await looksRight(admin);
    await dialog.getByRole("button", { name: "It does not count any more" }).press("Enter");
    await dialog.getByText("Write a sentence").waitFor();
    await dialog.getByLabel("Why").fill("I took it for another badge.");
    await dialog.getByRole("button", { name: "It does not count any more" }).press("Enter");
    await admin.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "MTSS Foundations");
    await admin.getByText("decided on November 2, 2026 that it does not count: “I took it for another badge.”").waitFor();
    await admin.getByRole("button", { name: "Add a badge" }).click();
    await dialog.getByLabel("Or its address").fill(`https://issuer.example/badges/maple/credentials/${publicId}.jwt`);
    await dialog.getByRole("button", { name: "Add a badge" }).click();
    await admin.getByRole("link", { name: "Badges from elsewhere" }).first().waitFor();
    await admin.goto(`${origin}/admin/badges`);
    await admin.getByText("Chosen as for the last badge of this kind.").waitFor();
    await admin.getByRole("button", { name: "Let it count" }).click();
    await admin.getByRole("status").getByText("MTSS Foundations counts now.").waitFor();

    await issuer.revoke(staffId, "2026-11-02");
    await issuer.bring(staffId);
    const night = grant(world.contextOf({ kind: "job", name: "badges" }), "outsideBadge:check", { kind: "district" });
    await checkOutsideBadges(night, (error) => {
      throw error;
    });
    await page.reload();
    await page.getByText("until its issuer revoked or suspended it").waitFor();
    expect(await note.count()).toBe(0);
    await page.goto(`${origin}/certificates/elsewhere`);
    await card.getByText("Counts no more").waitFor();
    await looksRight(page);
    const told = await world.contextOf({ kind: "job", name: "badges" }).table.list(messages, `OUTU#${ana.id}`, { index: "index2" });
    expect(told.map(({ subject }) => subject).toSorted()).toEqual([
      "Your badge MTSS Foundations counts no more",
      "Your badge MTSS Foundations counts no more",
      "Your badge MTSS Foundations counts now",
      "Your badge MTSS Foundations counts now",
    ]);
    await Promise.all([holder.context.close(), deciding.context.close()]);
  });
});
