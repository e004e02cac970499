import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { otherDistrict, testDistrict } from "../support/store.ts";
import { Browser } from "./browser.ts";
import { linkIdentity } from "../../functions/roster/actions/link-identity.ts";
import { account, openSignInWorld, type SignInWorld } from "./sign-in-world.ts";
import { cedarPeople, fromOurPages, maplePeople } from "./world.ts";

const { teacher, coach, leader, both, districtLeader, administrator, suspended, left, colleague } = maplePeople;
const accounts = [
  account("idp-teacher", teacher.email),
  account("idp-coach", coach.email.toUpperCase()),
  account("idp-leader", leader.email),
  account("idp-both", both.email),
  account("idp-district", districtLeader.email),
  account("idp-administrator", administrator.email),
  account("idp-colleague", colleague.email),
  account("idp-suspended", suspended.email),
  account("idp-left", left.email),
  account("idp-unknown", "nobody@elsewhere.example"),
  account("idp-second-teacher", teacher.email),
  account("idp-foreigner", cedarPeople.foreigner.email),
];

let world: SignInWorld;
beforeAll(async () => {
  world = await openSignInWorld(accounts);
});
afterAll(() => world.close());

const host = () => new URL(world.origin).host;
const session = "__Host-throughline";
const login = "__Host-throughline-login";
/** Refused and signed in as nobody. */
const expectRefused = async (browser: Browser, answer: { status: number; body: string }, code: string) => {
  expect(JSON.parse(answer.body)).toMatchObject({ code });
  expect(browser.cookie(host(), session)).toBeUndefined();
  expect(await world.whoIs(browser)).toBeUndefined();
};

describe("signing in with the district's provider", () => {
  it("ends signed in as the person of the roster, at the page first asked for", async () => {
    const browser = new Browser();
    const answer = await world.signIn(browser, "idp-teacher", { returnTo: "/modules/m01?from=mail" });
    expect(answer.status).toBe(302);
    expect(answer.location?.href).toBe(`${world.origin}/modules/m01?from=mail`);
    expect(await world.whoIs(browser)).toBe(teacher.id);
  });

  it.each([
    ["idp-teacher", "/"],
    ["idp-coach", "/coach"],
    ["idp-leader", "/school"],
    ["idp-both", "/school"],
    ["idp-district", "/district"],
    ["idp-administrator", "/admin"],
  ])("begins %s, who asked for no page, at %s, and at the page they asked for otherwise", async (who, first) => {
    expect((await world.signIn(new Browser(), who)).location?.href).toBe(world.origin + first);
    for (const returnTo of ["/certificates", "/"])
      expect((await world.signIn(new Browser(), who, { returnTo })).location?.href).toBe(world.origin + returnTo);
  });

  it("asks the provider for a code with PKCE, a state and a nonce, at this district's own address", async () => {
    const begin = await new Browser().send(`${world.origin}/auth/sign-in?district=maple`);
    const asked = begin.location?.searchParams;
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      client_id: "maple",
      response_type: "code",
      code_challenge_method: "S256",
      redirect_uri: `${world.origin}/auth/callback/maple`,
    });
    for (const name of ["code_challenge", "state", "nonce"]) expect(asked?.get(name)?.length).toBeGreaterThanOrEqual(43);
  });

  it("finds the person whatever the letter case of their address", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-coach");
    expect(await world.whoIs(browser)).toBe(coach.id);
  });

  it("finds the same person each time, also from another browser", async () => {
    for (const browser of [new Browser(), new Browser()]) {
      await world.signIn(browser, "idp-leader");
      expect(await world.whoIs(browser)).toBe(leader.id);
    }
  });

  it("gives each sign-in a session of its own and ends the one this browser had", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    const first = browser.cookie(host(), session);
    await world.signIn(browser, "idp-leader");
    expect(browser.cookie(host(), session)).not.toBe(first);
    expect(await world.whoIs(browser)).toBe(leader.id);
    const replay = new Browser();
    replay.setCookie(host(), session, first ?? "");
    expect(await world.whoIs(replay)).toBeUndefined();
  });

  it("does not take a session cookie that was planted before it", async () => {
    const browser = new Browser();
    browser.setCookie(host(), session, "planted-by-someone-else");
    await world.signIn(browser, "idp-teacher");
    expect(browser.cookie(host(), session)).not.toBe("planted-by-someone-else");
    const attacker = new Browser();
    attacker.setCookie(host(), session, "planted-by-someone-else");
    expect(await world.whoIs(attacker)).toBeUndefined();
  });
});

describe("a sign-in is refused", () => {
  it("with a state that nobody was given", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    callback.searchParams.set("state", "made-up");
    await expectRefused(browser, await browser.send(callback), "signed-out");
  });

  it("without a state", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    callback.searchParams.delete("state");
    await expectRefused(browser, await browser.send(callback), "signed-out");
  });

  it("in a browser that did not begin it", async () => {
    const attacker = new Browser();
    const callback = await world.untilCallback(attacker, "idp-teacher");
    const victim = new Browser();
    await expectRefused(victim, await victim.send(callback), "signed-out");
    // Nor in one that began another.
    const busy = new Browser();
    await world.untilCallback(busy, "idp-leader");
    await expectRefused(busy, await busy.send(callback), "signed-out");
    // Nor can a stranger who has seen the address spoil it for whoever began it.
    expect((await attacker.send(callback)).status).toBe(302);
  });

  it("a second time with the same state", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    const cookie = browser.cookie(host(), login) ?? "";
    expect((await browser.send(callback)).status).toBe(302);
    const again = new Browser();
    again.setCookie(host(), login, cookie);
    await expectRefused(again, await again.send(callback), "signed-out");
  });

  it("for all but one when its answer arrives ten times at once", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.send(callback)));
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9);
  });

  it("at another district's address", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    const there = new URL(callback);
    there.pathname = "/auth/callback/cedar";
    await expectRefused(browser, await browser.send(there), "signed-out");
    // It was turned away before anything of it was used: at its own address it still ends well.
    expect((await browser.send(callback)).status).toBe(302);
  });

  it("with a code that was given for another sign-in", async () => {
    const browser = new Browser();
    const other = await world.untilCallback(new Browser(), "idp-leader");
    const callback = await world.untilCallback(browser, "idp-teacher");
    callback.searchParams.set("code", other.searchParams.get("code") ?? "");
    await expectRefused(browser, await browser.send(callback), "signed-out");
  });

  it("when the provider's answer names another issuer", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    callback.searchParams.set("iss", `${world.otherOrigin}/idp`);
    await expectRefused(browser, await browser.send(callback), "signed-out");
  });

  it("when it took longer than ten minutes", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    const now = world.store.clock.now();
    world.store.clock.set(new Date(now.getTime() + 601_000).toISOString());
    const answer = await browser.send(callback);
    world.store.clock.set(now.toISOString());
    await expectRefused(browser, answer, "signed-out");
  });

  it("when the person said no at the provider", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    callback.searchParams.delete("code");
    callback.searchParams.set("error", "access_denied");
    await expectRefused(browser, await browser.send(callback), "signed-out");
  });

  it("to a district that there is not", async () => {
    const browser = new Browser();
    for (const path of ["/auth/sign-in?district=nowhere", "/auth/sign-in", "/auth/callback/nowhere?code=x&state=y"])
      expect((await browser.send(`${world.origin}${path}`)).status).toBe(404);
  });
});

describe("whom a sign-in is for", () => {
  it.each(["idp-unknown", "idp-suspended", "idp-left"])("nobody, when the roster does not have them as working here: %s", async (id) => {
    const browser = new Browser();
    const answer = await world.signIn(browser, id);
    expect([answer.status, (JSON.parse(answer.body) as { code: string }).code]).toEqual([403, "not-allowed"]);
    expect(await world.whoIs(browser)).toBeUndefined();
    expect(browser.cookie(host(), session)).toBeUndefined();
  });

  it("nobody of another district, even with that district's own address in the token", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-foreigner");
    expect(await world.whoIs(browser)).toBeUndefined();
    const theirs = new Browser();
    await world.signIn(theirs, "idp-foreigner", { district: "cedar" });
    expect(await world.whoIs(theirs)).toBe(cedarPeople.foreigner.id);
  });

  it("never a second account that claims a linked person's address, at the same provider", async () => {
    await world.signIn(new Browser(), "idp-teacher");
    const browser = new Browser();
    await world.signIn(browser, "idp-second-teacher");
    expect(await world.whoIs(browser)).toBeUndefined();
  });

  it("never someone at a provider that is not the district's, whatever address it vouches for", async () => {
    await world.signIn(new Browser(), "idp-teacher");
    const elsewhere = new Browser();
    await world.signIn(elsewhere, "idp-teacher", { district: "cedar" });
    expect(await world.whoIs(elsewhere)).toBeUndefined();
  });

  it("the same person when their district changes its provider, and nobody any longer by the one before", async () => {
    await world.signIn(new Browser(), "idp-teacher");
    const late = new Browser();
    const callback = await world.untilCallback(late, "idp-teacher");
    await world.trust(testDistrict, world.otherOrigin);
    await expectRefused(late, await late.send(callback), "signed-out");
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    expect(await world.whoIs(browser)).toBe(teacher.id);
    await world.trust(testDistrict, world.origin);
    const back = new Browser();
    await world.signIn(back, "idp-teacher");
    expect(await world.whoIs(back)).toBe(teacher.id);
  });

  it("nobody, while the provider has not verified the address", async () => {
    const ctx = world.store.job("setup", "roster:write");
    const provided = {
      issuer: `${world.origin}/idp`,
      subject: "unverified",
      email: maplePeople.stranger.email,
      rosterId: maplePeople.stranger.sourcedId,
    };
    await expect(linkIdentity(ctx, { ...provided, isEmailVerified: false })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(linkIdentity(ctx, { ...provided, isEmailVerified: true })).resolves.toMatchObject({ id: maplePeople.stranger.id });
  });

  it("said in words on a page to a person, and as a problem to a program", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-unknown");
    const answer = await browser.send(callback, { headers: { accept: "text/html,application/xhtml+xml" } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([403, "text/html; charset=UTF-8"]);
    expect(answer.body).toContain("is not on your district&#39;s roster");
    expect(answer.body).toContain('href="/sign-in"');
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("where a sign-in leads back to", () => {
  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:evil.example",
    "http://",
    "/\n//evil.example",
    "",
  ])("is never anywhere else: %j", async (returnTo) => {
    const browser = new Browser();
    const answer = await world.signIn(browser, "idp-teacher", { returnTo });
    const to = answer.headers.get("location") ?? "";
    expect(new URL(to, world.origin).origin).toBe(world.origin);
    // Nor for a browser that reads the header as it stands.
    expect(to).toMatch(/^\/(?![/\\])/);
  });

  it("keeps the query of our own page", async () => {
    const answer = await world.signIn(new Browser(), "idp-teacher", { returnTo: "/people?school=sch_alder&q=a%26b" });
    expect(answer.headers.get("location")).toBe("/people?school=sch_alder&q=a%26b");
  });
});

describe("cookies", () => {
  it("are this host's alone, for https and for no script, and sent on following a link", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    await browser.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: fromOurPages(world.origin) });
    const lines = browser.seen
      .filter(({ url }) => new URL(url).pathname.startsWith("/auth/"))
      .flatMap(({ headers }) => headers.getSetCookie());
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-throughline/);
      expect(line).toMatch(/; Secure(;|$)/);
      expect(line).toMatch(/; HttpOnly(;|$)/);
      expect(line).toMatch(/; SameSite=Lax(;|$)/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).not.toMatch(/Domain=/i);
    }
  });

  it("keep the sign-in's own for ten minutes and drop it when it is done", async () => {
    const browser = new Browser();
    const callback = await world.untilCallback(browser, "idp-teacher");
    const begun = browser.seen.find(({ url }) => url.includes("/auth/sign-in"));
    expect(begun?.headers.getSetCookie().join()).toMatch(/Max-Age=600/);
    await browser.send(callback);
    expect(browser.cookie(host(), login)).toBeUndefined();
  });

  it("carry no token of the provider, and neither does anything else that a browser is shown", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    await world.whoIs(browser);
    await browser.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: fromOurPages(world.origin) });
    const ours = browser.seen.filter(({ url }) => !new URL(url).pathname.startsWith("/idp"));
    const everything = ours.map(({ url, headers, body }) => `${url} ${JSON.stringify([...headers])} ${body}`).join("\n");
    expect(everything).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
    expect(everything).not.toMatch(/access_token|id_token(?!_hint)|refresh_token/);
  });

  it("never show the session's token in a body or an address", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    const token = browser.cookie(host(), session) ?? "none";
    await world.whoIs(browser);
    await browser.send(`${world.origin}/openapi.json`);
    for (const { url, body } of browser.seen) {
      expect(url).not.toContain(token);
      expect(body).not.toContain(token);
    }
  });
});

describe("signing out", () => {
  it("ends the session everywhere at once, tells the browser to forget, and can be done twice", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    const stolen = new Browser();
    stolen.setCookie(host(), session, browser.cookie(host(), session) ?? "");
    expect(await world.whoIs(stolen)).toBe(teacher.id);
    const answer = await browser.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: fromOurPages(world.origin) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("clear-site-data")).toContain('"cache"');
    expect(browser.cookie(host(), session)).toBeUndefined();
    expect(await world.whoIs(stolen)).toBeUndefined();
    expect((await browser.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: fromOurPages(world.origin) })).status).toBe(200);
  });

  it("cannot be done to someone by another site", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await browser.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: evil })).status).toBe(403);
    expect((await browser.send(`${world.origin}/auth/sign-out`)).status).toBe(404);
    expect(await world.whoIs(browser)).toBe(teacher.id);
  });

  it("works while the provider is away", async () => {
    await world.trust(otherDistrict, "http://localhost:1");
    const token = new Browser();
    await world.trust(otherDistrict, world.otherOrigin);
    await world.signIn(token, "idp-foreigner", { district: "cedar" });
    await world.trust(otherDistrict, "http://localhost:1");
    const answer = await token.send(`${world.origin}/auth/sign-out`, { method: "POST", headers: fromOurPages(world.origin) });
    expect(answer.status).toBe(200);
    expect(await world.whoIs(token)).toBeUndefined();
    await world.trust(otherDistrict, world.otherOrigin);
  });
});

describe("the secret that a district shares with its provider", () => {
  it("is read anew after five minutes, so that a rotated one takes hold, and not more often", async () => {
    const begin = () => new Browser().send(`${world.origin}/auth/sign-in?district=maple`);
    await begin();
    world.secretsRead.length = 0;
    await begin();
    expect(world.secretsRead).toEqual([]);
    const later = performance.now() + 301_000;
    const clock = vi.spyOn(performance, "now").mockReturnValue(later);
    await begin();
    await begin();
    clock.mockRestore();
    expect(world.secretsRead).toEqual(["maple"]);
  });
});

describe("while a district's provider is away", () => {
  it("who is signed in goes on working, and whoever is not is told to try later", async () => {
    const browser = new Browser();
    await world.signIn(browser, "idp-teacher");
    await world.trust(testDistrict, "http://localhost:1");
    expect(await world.whoIs(browser)).toBe(teacher.id);
    const answer = await new Browser().send(`${world.origin}/auth/sign-in?district=maple`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    await world.trust(testDistrict, world.origin);
    const later = new Browser();
    await world.signIn(later, "idp-teacher");
    expect(await world.whoIs(later)).toBe(teacher.id);
  });
});

describe("a session", () => {
  it("ends for someone who is suspended or leaves, with their very next request", async () => {
    const { staffRecords } = await import("../../functions/roster/records.ts");
    const browser = new Browser();
    await world.signIn(browser, "idp-colleague");
    expect(await world.whoIs(browser)).toBe(colleague.id);
    for (const status of ["suspended", "left"] as const) {
      await world.store.table.write([staffRecords.overwrite({ ...colleague, status }).operation(testDistrict.id)]);
      expect(await world.whoIs(browser)).toBeUndefined();
    }
    await world.store.table.write([staffRecords.overwrite(colleague).operation(testDistrict.id)]);
    expect(await world.whoIs(browser)).toBe(colleague.id);
  });

  it("follows a change of role at once", async () => {
    const { staffRecords } = await import("../../functions/roster/records.ts");
    const browser = new Browser();
    await world.signIn(browser, "idp-colleague");
    const access = async () => (JSON.parse((await browser.send(`${world.origin}/api/session`)).body) as { access: string[] }).access;
    expect(await access()).toEqual(["staff"]);
    await world.store.table.write([staffRecords.overwrite({ ...colleague, isDistrictAdministrator: true }).operation(testDistrict.id)]);
    expect(await access()).toEqual(["staff", "districtAdministrator"]);
    await world.store.table.write([staffRecords.overwrite(colleague).operation(testDistrict.id)]);
    expect(await access()).toEqual(["staff"]);
  });
});
