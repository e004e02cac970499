import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createContext, type Services } from "../platform/context.ts";
import { type District, listDistricts, loadDistrict } from "../platform/district.ts";
import type { LocalDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import { grant } from "../platform/grant.ts";
import { languageOf } from "../platform/language.ts";
import { log } from "../platform/log.ts";
import type { Secrets } from "../platform/oidc.ts";
import { type Problem, problem } from "../platform/problem.ts";
import type { AppEnv } from "../platform/route.ts";
import { absoluteHours, endSession, findSession, startSession } from "../platform/session.ts";
import type { Staff } from "../roster/records.ts";
import { accessOn } from "../roster/rules.ts";
import { refusalPage } from "./refusal-page.ts";

/** The Spanish of refusals is loaded for those who read it. */
export const spanish = async () => (await import("./spanish.ts")).refusalsInSpanish;

/** The session's cookie: only this host, only https (or this machine), never readable by a script. */
export const sessionCookie = "throughline";
const loginCookie = "throughline-login";
const cookie = { path: "/", secure: true, httpOnly: true, sameSite: "Lax", prefix: "host" } as const;

/** What speaks with providers is loaded with the first sign-in: a request of someone who is signed in does not wait for it. */
const oidc = () => import("../platform/oidc.ts");

/** Sign-in by the district's own identity provider: the browser only ever holds an opaque session cookie. */
export function signInRoutes(services: Services, secrets: Secrets) {
  const { table, clock, origin } = services;
  const app = new Hono<AppEnv>();

  // These addresses are followed, not called: a person is shown words, a program gets the problem itself.
  app.onError(async (error, c) => {
    const answer = await problem(error, c, c.get("requestId"), spanish);
    return c.req.header("accept")?.includes("text/html")
      ? c.html(refusalPage((await answer.json()) as Problem, languageOf(c)), answer.status as ContentfulStatusCode)
      : answer;
  });

  const districtBySlug = async (slug: string | undefined): Promise<District> => {
    const listed = (await listDistricts(table)).find((one) => one.slug === slug);
    const district = listed && (await loadDistrict(table, listed.districtId));
    if (!district) throw notFound("district");
    return district;
  };

  app.get("/auth/districts", async (c) => {
    const all = await listDistricts(table);
    return c.json(all.map(({ slug, name }) => ({ slug, name })));
  });

  app.get("/auth/sign-in", async (c) => {
    const district = await districtBySlug(c.req.query("district"));
    const browserToken = randomBytes(32).toString("base64url");
    setCookie(c, loginCookie, browserToken, { ...cookie, maxAge: 600 });
    const { beginSignIn } = await oidc();
    const to = await beginSignIn({
      table,
      secrets,
      origin,
      district,
      now: clock.now(),
      browserToken,
      returnTo: ownPath(c.req.query("returnTo"), origin) ?? "",
    });
    return c.redirect(to.href);
  });

  app.get("/auth/callback/:slug", async (c) => {
    const district = await districtBySlug(c.req.param("slug"));
    const browserToken = getCookie(c, loginCookie, "host");
    const callback = new URL(c.req.url);
    const now = clock.now();
    const { finishSignIn } = await oidc();
    const signedIn = await finishSignIn({ table, secrets, origin, district, now, browserToken, callback });
    const setup = createContext(services, { actor: { kind: "job", name: "setup" }, district, requestId: c.get("requestId") });
    const { linkIdentity } = await import("../roster/actions/link-identity.ts");
    const staff = await linkIdentity(grant(setup, "roster:write", { kind: "district" }), signedIn);
    const earlier = getCookie(c, sessionCookie, "host");
    if (earlier !== undefined) await endSession(table, earlier);
    const token = await startSession(table, now, { districtId: district.id, staffId: staff.id, idToken: signedIn.idToken });
    deleteCookie(c, loginCookie, cookie);
    setCookie(c, sessionCookie, token, { ...cookie, maxAge: absoluteHours * 3600 });
    log("info", "signed in", { districtId: district.id, staffId: staff.id, requestId: c.get("requestId") });
    return c.redirect(signedIn.returnTo === "" ? firstScreen(staff, setup.today) : signedIn.returnTo);
  });

  app.post("/auth/sign-out", async (c) => {
    const token = getCookie(c, sessionCookie, "host");
    const session = token === undefined ? undefined : await findSession(table, clock.now(), token);
    if (token !== undefined) await endSession(table, token);
    deleteCookie(c, sessionCookie, cookie);
    c.header("clear-site-data", '"cache"');
    const district = session && (await loadDistrict(table, session.districtId));
    // The session has ended here whether or not the provider answers.
    const { signOutAddress } = await oidc();
    const elsewhere = district && (await signOutAddress({ secrets, origin, district, idToken: session.idToken }).catch(() => undefined));
    return c.json({ goTo: elsewhere?.href ?? "/sign-in" });
  });

  return app;
}

/** Where a person begins who asked for no page: with those they answer for, the widest circle first. */
function firstScreen(staff: Staff, today: LocalDate): string {
  const held = new Set(accessOn(staff, today).map(({ role }) => role));
  if (held.has("districtLeader")) return "/district";
  if (held.has("schoolLeader")) return "/school";
  if (held.has("coach")) return "/coach";
  return held.has("districtAdministrator") ? "/admin" : "/";
}

/** Only a path of our own is gone back to; anything else would be an open redirect. */
function ownPath(path: string | undefined, origin: string): string | undefined {
  if (path === undefined || !path.startsWith("/")) return undefined;
  const url = URL.canParse(path, origin) ? new URL(path, origin) : undefined;
  // "/.//elsewhere" has our origin and the path "//elsewhere", which a browser would take for a host.
  return url?.origin === origin && !url.pathname.startsWith("//") ? url.pathname + url.search : undefined;
}
