import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proofLinks } from "../../functions/badges/proof-links.ts";
import type { PublicCertificate } from "../../functions/certification/records.ts";
import { certificatePage, uncheckedCertificatePage, unknownCertificatePage } from "../../functions/certification/verification-page.ts";
import { openBrowser } from "../support/browser.ts";
import { accessibilityProblems } from "../support/axe.ts";

const certificate = {
  publicId: "0".repeat(32),
  title: "MTSS Foundations",
  holderName: "Rosa Vega-Martínez de la Fuente y Castellanos",
  districtName: "Maple Valley Schools",
  zone: "America/New_York",
  slug: "maple-valley",
  issuedOn: "2026-11-02",
  renewalOpensOn: "2029-08-04",
  expiresOn: "2029-11-02",
};

const origin = "https://a-rather-long-name-of-an-installation.throughline.example";
const shown = (one: PublicCertificate, today: string) => certificatePage(one, { today, language: "en", proof: proofLinks(one, origin) });

const pages = {
  active: shown(certificate, "2026-11-02"),
  renewalDue: shown(certificate, "2029-09-01"),
  lapsed: shown(certificate, "2030-01-10"),
  suspended: shown({ ...certificate, suspendedOn: "2027-01-05" }, "2027-02-01"),
  revoked: shown({ ...certificate, revokedOn: "2027-01-05" }, "2027-02-01"),
  spanish: certificatePage(certificate, { today: "2026-11-02", language: "es", proof: proofLinks(certificate, origin) }),
  unknown: unknownCertificatePage(),
  unchecked: uncheckedCertificatePage(),
};

let browser: Browser;
let css: string;
beforeAll(async () => {
  browser = await openBrowser();
  css = await readFile("web/verify/verify.css", "utf8");
});
afterAll(() => browser.close());

const cases = Object.keys(pages).flatMap((name) =>
  (["light", "dark"] as const).map((scheme) => [name as keyof typeof pages, scheme] as const),
);

describe("the public page of a certificate", () => {
  it.each(cases)("%s, in %s, meets WCAG 2.2 AA and fits a phone", async (name, colorScheme) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
    try {
      const page = await context.newPage();
      const body = String(await pages[name]);
      await page.route("**/*", (route) =>
        route.request().url().endsWith("/verify.css")
          ? route.fulfill({ contentType: "text/css", body: css })
          : route.fulfill({ contentType: "text/html", body }),
      );
      await page.goto("http://throughline.example/verify/x");
      expect(await accessibilityProblems(page, { goodPractice: true })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    } finally {
      await context.close();
    }
  });
});
