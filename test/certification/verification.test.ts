import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addVerification } from "../../functions/certification/verification-route.ts";
import { proofLinks } from "../../functions/badges/proof-links.ts";
import { publicId } from "../../functions/platform/ids.ts";
import type { AppEnv } from "../../functions/platform/route.ts";
import { personOf } from "../learning/world.ts";
import { type CertificationWorld, openCertificationWorld } from "./world.ts";

let world: CertificationWorld;
let people = 0;
beforeAll(async () => {
  world = await openCertificationWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-11-02T15:00:00Z"));

async function open(path: string, headers: Record<string, string> = {}) {
  const app = new OpenAPIHono<AppEnv>();
  addVerification(app, world.services, proofLinks);
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function issued(change: Parameters<typeof personOf>[1] = {}) {
  const person = await world.put(personOf(`stf_${++people}`, change));
  await world.makeReady(person.id);
  const { certificate } = await world.issue(person.id);
  return { person, certificate: certificate! };
}

describe("a certificate's public page", () => {
  it("says whether it is in force today, to anyone with its link, on each day of its life", async () => {
    const { person, certificate } = await issued();
    const on = async (now: string) => {
      world.clock.set(now);
      const { status, text } = await open(`/verify/${certificate.publicId}`);
      expect(status).toBe(200);
      return /<h1>(.*)<\/h1>/.exec(text)?.[1];
    };
    expect(await on("2026-11-02T15:00:00Z")).toBe("This certificate is valid today");
    expect(await on("2029-08-04T15:00:00Z")).toBe("This certificate is valid today; its renewal is due");
    // The last evening in New York is already the next day in London.
    expect(await on("2029-11-03T03:00:00Z")).toBe("This certificate is valid today; its renewal is due");
    expect(await on("2029-11-03T15:00:00Z")).toBe("This certificate has lapsed");
    await world.revoke(person.id, "2027-01-05");
    expect(await on("2027-01-05T15:00:00Z")).toBe("This certificate was revoked");
  });

  it("shows name, title, level, district and dates, and that it is not a state license", async () => {
    const { certificate } = await issued();
    const { text } = await open(`/verify/${certificate.publicId}`);
    for (const shown of [
      certificate.holderName,
      "MTSS Foundations",
      "Maple Valley Schools",
      "November 2, 2026",
      "November 2, 2029",
      "not a state license",
    ])
      expect(text).toContain(shown);
  });

  it("gives away nothing else: no id, no address, no school, no role, no hours, and needs no script", async () => {
    const { person, certificate } = await issued({ familyName: "Vega" });
    const { text, headers } = await open(`/verify/${certificate.publicId}`);
    const secrets = [person.id, person.email, "@", "sch_1", "eacher", certificate.id, world.districtId, "America/New_York", "m01"];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/<script|<img|<iframe|style=|\son[a-z]+=/i);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("says how to check it without the page: in the browser, as files to take along, with the district's published keys", async () => {
    const { certificate } = await issued();
    const { text } = await open(`/verify/${certificate.publicId}`);
    const badge = `/badges/maple/credentials/${certificate.publicId}`;
    for (const format of ["png", "svg", "json", "jwt"]) expect(text).toContain(`href="${badge}.${format}"`);
    expect(text).toContain(`href="/check-badge?at=${encodeURIComponent(badge)}"`);
    expect(text).toContain("http://localhost:3000/badges/maple/did.json");
  });

  it("looks like no certificate at all once its holder withholds it", async () => {
    const { certificate } = await issued();
    const row = await world.table.get({ PK: `PUB#CERT#${certificate.publicId}`, SK: "CERT" });
    await world.table.write([{ put: { ...row!, isWithheld: true, version: row!.version + 1 } }]);
    const [withheld, unknown] = [await open(`/verify/${certificate.publicId}`), await open(`/verify/${publicId()}`)];
    expect({ ...withheld, headers: [...withheld.headers] }).toEqual({ ...unknown, headers: [...unknown.headers] });
  });

  it("is the same with a session's cookie as without", async () => {
    const { certificate } = await issued();
    const path = `/verify/${certificate.publicId}`;
    expect((await open(path, { cookie: "__Host-throughline=abc" })).text).toBe((await open(path)).text);
  });

  it("writes names as text, whatever they hold", async () => {
    const { certificate } = await issued({ givenName: "<script>alert(1)</script>", familyName: `O'Neil & "Sons"` });
    const { text } = await open(`/verify/${certificate.publicId}`);
    expect(text).not.toContain("<script");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; O&#39;Neil &amp; &quot;Sons&quot;");
  });

  it("keeps the name and dates of the day it was issued, and still answers after the person has left", async () => {
    const { person, certificate } = await issued();
    await world.put({ ...person, givenName: "Someone", familyName: "Else", status: "left" });
    expect((await open(`/verify/${certificate.publicId}`)).text).toContain(certificate.holderName);
  });
});

describe("any other address", () => {
  it("gets one and the same neutral page, never another person's certificate", async () => {
    const { person, certificate } = await issued();
    const neutral = await open(`/verify/${publicId()}`);
    expect(neutral.status).toBe(404);
    const others = [
      "/verify",
      "/verify/",
      "/verify/%20",
      "/verify/undefined",
      `/verify/${certificate.id}`,
      `/verify/${person.id}`,
      `/verify/${certificate.publicId.slice(0, 31)}`,
      `/verify/${certificate.publicId}0`,
      `/verify/${certificate.publicId}/more`,
      "/verify/..%2F..%2Fapi",
      "/verify/%E0%A4%A",
      "/verify/<script>alert(1)</script>",
      `/verify/${"0".repeat(5000)}`,
    ];
    for (const path of others)
      expect({ path, ...(await open(path)), headers: undefined }).toEqual({ path, ...neutral, headers: undefined });
    expect(neutral.headers.get("cache-control")).toBe("public, max-age=60");
  });

  it("cannot be guessed: an id holds 160 bits of chance", () => {
    const ids = Array.from({ length: 1_000 }, () => publicId());
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/);
    // 32 characters of 5 bits, each of which takes every value.
    for (let place = 0; place < 32; place++) expect(new Set(ids.map((id) => id[place])).size).toBe(32);
  });
});

describe("while the records cannot be read", () => {
  it("says that nothing was checked instead of giving a verdict", async () => {
    const { certificate } = await issued();
    const app = new OpenAPIHono<AppEnv>();
    const table = { ...world.table, get: () => Promise.reject(new Error("unreachable")) };
    addVerification(app, { table, clock: world.clock, origin: "http://localhost:3000" });
    const response = await app.request(`/verify/${certificate.publicId}`);
    expect(response.status).toBe(503);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toContain("This cannot be checked right now");
  });
});
