import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badgeImage } from "../../functions/badges/badge-image.ts";
import { publicCertificates } from "../../functions/certification/records.ts";
import { publicId } from "../../functions/platform/ids.ts";
import { openBrowser } from "../support/browser.ts";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "./world.ts";
import { accessibilityProblems } from "../support/axe.ts";

let world: BadgeWorld;
let published: ReturnType<typeof publishedBy>;
let made: Awaited<ReturnType<BadgeWorld["badged"]>>;
beforeAll(async () => {
  world = await openBadgeWorld();
  published = publishedBy(world);
  made = await world.badged({ givenName: "Rosa", familyName: "Vega" });
});
afterAll(() => world.close());

const badge = () => `/badges/maple/credentials/${made.publicId}`;
const headersOf = async (path: string) => Object.fromEntries((await published.ask(path)).headers);

describe("what a verifier needs", () => {
  it("is at stable addresses, for programs of any site, and says how long it may be kept", async () => {
    const addresses: [path: string, mediaType: string, seconds: number][] = [
      ["/badges/maple/issuer.json", "application/json", 300],
      ["/badges/maple/did.json", "application/json", 300],
      ["/badges/maple/achievements/foundations", "application/json", 300],
      ["/badges/maple/achievements/foundations/image.svg", "image/svg+xml", 3_600],
      ["/badges/maple/achievements/foundations/image.png", "image/png", 3_600],
      ["/badges/maple/status/revocation/1", "application/vc+ld+json", 300],
      ["/badges/maple/status/suspension/1", "application/vc+ld+json", 300],
      [badge(), "application/vc+ld+json", 60],
      [`${badge()}.jwt`, "text/plain; charset=utf-8", 60],
    ];
    for (const [path, mediaType, seconds] of addresses) {
      expect([path, (await published.ask(path)).status]).toEqual([path, 200]);
      expect([path, await headersOf(path)]).toEqual([
        path,
        expect.objectContaining({
          "content-type": mediaType,
          "cache-control": `public, max-age=${seconds}`,
          "access-control-allow-origin": "*",
          "cross-origin-resource-policy": "cross-origin",
        }),
      ]);
    }
  });

  it("leads from a badge to all of it: issuer, key, achievement, criteria, picture, list of status", async () => {
    const credential = await published.json(badge());
    const { issuer, credentialSubject, credentialStatus, proof } = credential;
    const did = await published.json("/badges/maple/did.json");
    expect(did.id).toBe(issuer.id);
    expect(did.assertionMethod).toContain(proof[0].verificationMethod);
    expect((await published.json("/badges/maple/issuer.json")).id).toBe(issuer.id);
    expect((await published.ask(issuer.url)).status).toBe(200);
    const { "@context": _, ...achievement } = await published.json(credentialSubject.achievement.id);
    expect(achievement).toEqual(credentialSubject.achievement);
    expect(await (await published.ask(achievement.criteria.id)).text()).toContain("<h1>MTSS Foundations</h1>");
    expect((await headersOf(achievement.image.id))["content-type"]).toBe("image/png");
    expect((await published.json(credentialStatus.statusListCredential)).id).toBe(credentialStatus.statusListCredential);
    expect((await published.json(credential.id)).id).toBe(credential.id);
  });

  it("can be taken along as files whose names tell nobody's", async () => {
    for (const format of ["json", "jwt", "png", "svg"]) {
      const headers = await headersOf(`${badge()}.${format}`);
      expect(headers["content-disposition"]).toBe(`attachment; filename="mtss-foundations.${format}"`);
    }
    const asked = await published.ask(`${badge()}.svg`);
    expect(await asked.text()).toMatch(
      /^<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential verify="[\w-]+\.[\w-]+\.[\w-]+"><\/openbadges:credential>/,
    );
  });

  it("has lists of 131,072 places that a verifier may keep for five minutes, and that fold to little while nothing is in them", async () => {
    const { credentialSubject, type } = await published.json("/badges/maple/status/revocation/1");
    expect(type).toEqual(["VerifiableCredential", "BitstringStatusListCredential"]);
    expect(credentialSubject).toMatchObject({ type: "BitstringStatusList", statusPurpose: "revocation", ttl: 300_000 });
    const bytes = new Uint8Array(
      await new Response(
        new Blob([Buffer.from(credentialSubject.encodedList.slice(1), "base64url")]).stream().pipeThrough(new DecompressionStream("gzip")),
      ).arrayBuffer(),
    );
    expect(bytes.length).toBe(131_072 / 8);
    expect(credentialSubject.encodedList.length).toBeLessThan(200);
  });

  it("can be read while it is being signed, in a few seconds: until then it says so", async () => {
    const { staffId, publicId: id } = await world.certified();
    await world.freeze(staffId);
    const response = await published.ask(`/badges/maple/credentials/${id}`);
    expect([response.status, response.headers.get("retry-after"), response.headers.get("cache-control")]).toEqual([503, "5", "no-store"]);
    await world.sign(id);
    expect((await published.ask(`/badges/maple/credentials/${id}`)).status).toBe(200);
  });

  it("costs four read units for a badge, and none of another district's rows", async () => {
    await published.ask(badge());
    world.used.length = 0;
    await published.ask(badge());
    expect(world.used.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(4);
  });
});

describe("any other address", () => {
  it("gets one and the same answer, also for a badge that its holder shows to nobody", async () => {
    const withheld = await world.badged();
    const row = await world.table.get({ PK: `PUB#CERT#${withheld.publicId}`, SK: "CERT" });
    const ctx = world.job("certification", "certificate:issue");
    await world.table.write([publicCertificates.put({ ...publicCertificates.parse(row!), isWithheld: true }).operation(ctx.district.id)]);
    const answer = async (path: string) => {
      const response = await published.ask(path);
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    };
    const neutral = await answer(`/badges/maple/credentials/${publicId()}`);
    expect(neutral.status).toBe(404);
    const others = [
      `/badges/maple/credentials/${withheld.publicId}`,
      `/badges/maple/credentials/${withheld.publicId}.jwt`,
      `/badges/maple/credentials/${withheld.publicId}.png`,
      `/badges/cedar/credentials/${made.publicId}`,
      `${badge()}.pdf`,
      `${badge()}.json.jwt`,
      `${badge()}/more`,
      "/badges/",
      "/badges/nowhere",
      "/badges/nowhere/did.json",
      "/badges/maple/keys/none",
      "/badges/maple/achievements/none",
      "/badges/maple/achievements/foundations/image.gif",
      "/badges/maple/status/revocation/99",
      "/badges/maple/status/message/1",
      "/badges/maple/..%2F..%2Fapi",
      "/badges/%E0%A4%A",
    ];
    for (const path of others) expect({ path, ...(await answer(path)) }).toEqual({ path, ...neutral });
  });

  it("says that nothing can be shown while the records cannot be read", async () => {
    const { get } = world.table;
    world.services.table = { ...world.table, get: () => Promise.reject(new Error("unreachable")) };
    try {
      const response = await published.ask(badge());
      expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
    } finally {
      world.services.table = { ...world.table, get };
    }
  });
});

describe("a badge's picture", () => {
  it("is drawn in the district's colors, with letters that stand out from them, whatever they are", () => {
    const words = { title: "MTSS Foundations", level: "Foundations", districtName: "Maple Valley Schools" };
    expect(badgeImage(words)).toContain('fill="#0b5f6b"');
    const light = badgeImage({ ...words, colors: { ground: "#f4d35e", accent: "#7b2d26" } });
    expect(light).toContain('fill="#f4d35e"');
    expect(light).toContain('<g fill="#10171b"');
    expect(badgeImage({ ...words, colors: { ground: "#10171b", accent: "#7b2d26" } })).toContain('<g fill="#ffffff"');
  });

  it("writes titles as text, whatever they hold", () => {
    const svg = badgeImage({ title: `<script>"&'`, level: "", districtName: "" });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
  });
});

describe("the pages for people", () => {
  it.each(["/badges/maple", "/badges/maple/achievements/foundations/criteria", "/badges/nowhere"])(
    "%s meets WCAG 2.2 AA, fits a phone, and needs no script",
    async (path) => {
      const browser = await openBrowser();
      try {
        const css = await readFile("web/verify/verify.css", "utf8");
        for (const colorScheme of ["light", "dark"] as const) {
          const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 700 } });
          const page = await context.newPage();
          await page.route("**/*", async (route) => {
            const { pathname } = new URL(route.request().url());
            if (pathname === "/verify.css") return route.fulfill({ contentType: "text/css", body: css });
            const response = await published.ask(pathname);
            return route.fulfill({
              status: response.status,
              contentType: response.headers.get("content-type") ?? "",
              body: Buffer.from(await response.arrayBuffer()),
            });
          });
          await page.goto(`https://learn.example${path}`);
          expect(await accessibilityProblems(page, { goodPractice: true })).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
          expect(await page.content()).not.toMatch(/<script|<iframe|style=|\son[a-z]+=/i);
          await context.close();
        }
      } finally {
        await browser.close();
      }
    },
  );

  it("speak Spanish to whoever asks for it", async () => {
    const { OpenAPIHono } = await import("@hono/zod-openapi");
    const { addBadges } = await import("../../functions/badges/public-route.ts");
    const app = new OpenAPIHono<any>();
    addBadges(app, world.services);
    const page = await app.request("/badges/maple/achievements/foundations/criteria", { headers: { "accept-language": "es" } });
    expect(await page.text()).toContain("Qué significa");
  });
});
