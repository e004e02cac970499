import type { OpenAPIHono } from "@hono/zod-openapi";
import { html } from "hono/html";
import { assignmentRoutes } from "../assignment/routes.ts";
import { certificationRoutes } from "../certification/routes.ts";
import { creditRoutes } from "../credit/routes.ts";
import { curriculumRoutes } from "../curriculum/routes.ts";
import { biRoutes } from "../engagement/bi-routes.ts";
import { calendarRoutes } from "../engagement/calendar-routes.ts";
import { engagementRoutes } from "../engagement/routes.ts";
import { portfolioRoutes } from "../portfolio/routes.ts";
import { teamRoutes } from "../engagement/team-routes.ts";
import { learningRoutes } from "../learning/routes.ts";
import { errorCodes } from "../platform/errors.ts";
import { type Page, plainPage } from "../platform/plain-page.ts";
import type { AppEnv } from "../platform/route.ts";
import { reminderRoutes } from "../reminders/routes.ts";
import { rosterRoutes } from "../roster/routes.ts";
import { outlineOf, type Schema } from "./schema-outline.ts";

type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  summary?: string;
  tags?: string[];
  "x-permission"?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content>;
};
type Paths = Record<string, Record<string, Operation>>;
type Named = (name: string) => Schema | undefined;

const capabilities = {
  Roster: rosterRoutes,
  Curriculum: curriculumRoutes,
  Learning: learningRoutes,
  Assignment: assignmentRoutes,
  Portfolio: portfolioRoutes,
  Credit: creditRoutes,
  Certification: certificationRoutes,
  Engagement: [...engagementRoutes, ...teamRoutes, ...calendarRoutes, ...biRoutes],
  Reminders: reminderRoutes,
} as const satisfies Record<string, readonly { route: { method: string; path: string } }[]>;

/** Routes that belong to no capability: health, sign-in, the session. */
const platform = "Platform";

/** The API's description for programs at `/openapi.json` and for people at `/docs`. */
export function addReference(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-throughline",
    description: "The session cookie that sign-in sets. Changes also need the headers `X-Throughline: 1` and this site's Origin.",
  });
  const describe = () =>
    app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "Throughline", version: "1", description: "Training, practice evidence, certification and engagement for MTSS." },
    });
  const document = () => withTags(describe());
  app.get("/openapi.json", (c) => c.json(document()));
  app.get("/docs", (c) => {
    const { paths, components } = document();
    const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
    return c.html(
      page(
        "API reference",
        reference((paths ?? {}) as Paths, (name) => schemas[name]),
      ),
    );
  });
  app.get("/docs/errors", (c) => c.html(page("Errors", errors())));
}

function page(title: string, body: Page): Page {
  const main = html`<h1>${title}</h1>
      <p><a href="/docs">API reference</a> · <a href="/docs/errors">Errors</a> · <a href="/openapi.json">OpenAPI 3.1</a></p>
      ${body}`;
  return plainPage({ kind: "reference", title, main, language: "en" });
}

/** The description with each operation's capability as its tag. */
function withTags<Document extends { paths?: unknown }>(document: Document): Document {
  const tagOf = new Map<string, string>(
    Object.entries(capabilities).flatMap(([name, routes]) => routes.map(({ route }) => [`${route.method} ${route.path}`, name] as const)),
  );
  for (const [path, methods] of Object.entries((document.paths ?? {}) as Paths))
    for (const [method, operation] of Object.entries(methods)) operation.tags = [tagOf.get(`${method} ${path}`) ?? platform];
  return document;
}

function reference(paths: Paths, named: Named) {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, id: idOf(method, path) })),
  );
  const groups = [...Object.keys(capabilities), platform]
    .map((name) => ({ name, operations: all.filter(({ operation }) => operation.tags?.[0] === name) }))
    .filter(({ operations }) => operations.length > 0);
  return html`<nav aria-label="Contents">
      <ul>
        ${groups.map(
          ({ name, operations }) => html`<li>
            <a href="#${name.toLowerCase()}">${name}</a>
            <ul>
              ${operations.map(({ path, method, operation, id }) => html`<li><a href="#${id}"><code>${method.toUpperCase()} ${path}</code></a> ${operation.summary ?? ""}</li>`)}
            </ul>
          </li>`,
        )}
      </ul>
    </nav>
    ${groups.map(
      ({ name, operations }) => html`<section>
        <h2 id="${name.toLowerCase()}">${name}</h2>
        ${operations.map((one) => operationArticle(one, named))}
      </section>`,
    )}`;
}

function operationArticle(
  { path, method, operation, id }: { path: string; method: string; operation: Operation; id: string },
  named: Named,
) {
  const { parameters = [] } = operation;
  return html`<article>
    <h3 id="${id}"><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${operation.summary ?? ""}</p>
    <p>Permission: <code>${operation["x-permission"] ?? "public"}</code></p>
    ${parameters.length > 0 ? html`<ul>${parameters.map((one) => html`<li><code>${one.name}</code>: <code>${outlineOf(one.schema ?? {}, named)}</code> (${one.in}${one.required ? ", required" : ""})</li>`)}</ul>` : ""}
    ${fields("Request body", operation.requestBody, named)} ${fields("Answer", operation.responses?.["200"], named)}
  </article>`;
}

function fields(title: string, body: Content | undefined, named: Named) {
  return Object.entries(body?.content ?? {}).map(
    ([mediaType, { schema }]) =>
      html`<details><summary>${title} <code>${mediaType}</code></summary><pre><code>${outlineOf(schema ?? {}, named)}</code></pre></details>`,
  );
}

function idOf(method: string, path: string): string {
  return `${method}${path.replaceAll(/[^a-zA-Z0-9]+/g, "-").replace(/-$/, "")}`;
}

function errors() {
  return html`<p>Every error is <code>application/problem+json</code> (RFC 9457) with a <code>code</code>, a <code>detail</code> that says what to do, and a <code>requestId</code>.</p>
    <dl>
      ${Object.entries(errorCodes).map(([code, { status, title }]) => html`<dt id="${code}"><code>${code}</code> · ${status}</dt><dd>${title}</dd>`)}
    </dl>`;
}
