import { OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { assignmentRoutes } from "../assignment/routes.ts";
import { outsideBadgeRoutes } from "../badges/outside-routes.ts";
import { proofLinks } from "../badges/proof-links.ts";
import { addBadges } from "../badges/public-route.ts";
import { certificationRoutes } from "../certification/routes.ts";
import { addVerification } from "../certification/verification-route.ts";
import { checkRoutes } from "../check/routes.ts";
import { curriculumRoutes } from "../curriculum/routes.ts";
import { calendarRoutes } from "../engagement/calendar-routes.ts";
import { biRoutes } from "../engagement/bi-routes.ts";
import { engagementRoutes } from "../engagement/routes.ts";
import { teamRoutes } from "../engagement/team-routes.ts";
import { learningRoutes } from "../learning/routes.ts";
import { apiKeyRoutes } from "../platform/api-key-routes.ts";
import { addressLimit } from "../platform/address-limit.ts";
import { createContext, type Services } from "../platform/context.ts";
import { loadDistrict } from "../platform/district.ts";
import { notFound, signedOut } from "../platform/errors.ts";
import { newId, sha256 } from "../platform/ids.ts";
import { languageOf } from "../platform/language.ts";
import { log } from "../platform/log.ts";
import type { Secrets } from "../platform/oidc.ts";
import { invalidInput, problem } from "../platform/problem.ts";
import type { AppEnv } from "../platform/route.ts";
import { sameOriginOnly, withSecurityHeaders } from "../platform/security.ts";
import { findSession } from "../platform/session.ts";
import { taskRoutes } from "../platform/task-routes.ts";
import { calibrationRoutes } from "../portfolio/calibration-routes.ts";
import { referenceRoutes } from "../portfolio/reference-routes.ts";
import { creditRoutes } from "../credit/routes.ts";
import { portfolioRoutes } from "../portfolio/routes.ts";
import { reminderRoutes } from "../reminders/routes.ts";
import { addStopPages } from "../reminders/stop-route.ts";
import { retentionRoutes } from "../retention/routes.ts";
import { findStaff } from "../roster/queries.ts";
import { rosterRoutes } from "../roster/routes.ts";
import { accessOn, fullName } from "../roster/rules.ts";
import { addReference } from "./reference.ts";
import { keyContext } from "./key-context.ts";
import { sessionCookie, signInRoutes, spanish } from "./sign-in.ts";

/** The whole API: every capability's routes behind one session, one error shape and one set of headers. */
export function createApp(services: Services, secrets: Secrets) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error, result.target);
    },
  });
  app.use(withRequest(services));
  app.use(withSecurityHeaders);
  app.onError((error, c) => problem(error, c, c.get("requestId"), spanish));
  app.notFound((c) => problem(notFound("page"), c, c.get("requestId"), spanish));
  app.get("/api/health", (c) => c.json({ ok: true }));
  for (const open of ["/verify/*", "/badges/*"]) app.use(open, addressLimit(services.clock));
  addVerification(app, services, proofLinks);
  addBadges(app, services);
  addStopPages(app, services);
  addReference(app);
  app.use("/auth/*", sameOriginOnly(services.origin));
  app.route("/", signInRoutes(services, secrets));
  app.use("/api/*", sameOriginOnly(services.origin));
  app.use("/api/*", withSession(services));
  // A thousand schools are a megabyte of figures, and nothing in front of the API compresses what it may not keep. Here
  // alone: an answer that held a secret beside something that was asked for would tell of it by its length.
  app.use("/api/engagement/district", compress());
  return app
    .openapiRoutes(rosterRoutes)
    .openapiRoutes(curriculumRoutes)
    .openapiRoutes(learningRoutes)
    .openapiRoutes(assignmentRoutes)
    .openapiRoutes(portfolioRoutes)
    .openapiRoutes(referenceRoutes)
    .openapiRoutes(calibrationRoutes)
    .openapiRoutes(creditRoutes)
    .openapiRoutes(certificationRoutes)
    .openapiRoutes(outsideBadgeRoutes)
    .openapiRoutes(engagementRoutes)
    .openapiRoutes(biRoutes)
    .openapiRoutes(apiKeyRoutes)
    .openapiRoutes(reminderRoutes)
    .openapiRoutes(retentionRoutes)
    .openapiRoutes(teamRoutes)
    .openapiRoutes(calendarRoutes)
    .openapiRoutes(checkRoutes)
    .openapiRoutes(taskRoutes);
}

/** The API's type, from which the web's client is derived. */
export type Api = ReturnType<typeof createApp>;

/** Names each request and logs one line about it: route, status, time; never its content. */
function withRequest(services: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = newId("req", services.clock.now());
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    const startedAt = performance.now();
    await next();
    const durationMs = Math.round(performance.now() - startedAt);
    log("info", "request", { requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, durationMs });
  };
}

/** Turns the session cookie into a context: who it is, which district, and what their roles allow today. */
function withSession(services: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    // A key is all there is to a request that carries one: no cookie counts beside it.
    const authorization = c.req.header("authorization");
    if (authorization !== undefined) {
      c.set("context", await keyContext(services, authorization, c.get("requestId")));
      return next();
    }
    const token = getCookie(c, sessionCookie, "host");
    const session = token === undefined ? undefined : await findSession(services.table, services.clock.now(), token);
    const district = session && (await loadDistrict(services.table, session.districtId));
    if (session && district) {
      const idempotency = await idempotencyOf(c);
      const draft = createContext(services, {
        actor: { kind: "person", staffId: session.staffId, name: "", grants: [] },
        district,
        requestId: c.get("requestId"),
        language: languageOf(c),
        ...(idempotency && { idempotency }),
      });
      const staff = await findStaff(draft, session.staffId);
      const grants = staff ? accessOn(staff, draft.today) : [];
      // Someone who left or was suspended holds no grant, and so no session.
      if (staff && grants.length > 0)
        c.set("context", { ...draft, actor: { kind: "person", staffId: staff.id, name: fullName(staff), grants } });
    }
    // Closed by default: nothing behind a session is looked at, or even parsed, for someone without one.
    if (!c.get("context")) throw signedOut();
    await next();
  };
}

async function idempotencyOf(c: HonoContext): Promise<{ key: string; fingerprint: string } | undefined> {
  const key = c.req.header("idempotency-key");
  if (key === undefined || c.req.method === "GET") return undefined;
  const body = Buffer.from(await c.req.arrayBuffer()).toString("base64");
  return { key, fingerprint: sha256(`${c.req.method} ${c.req.url} ${body}`) };
}
