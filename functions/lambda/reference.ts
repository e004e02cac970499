import type { OpenAPIHono } from "@hono/zod-openapi";
import { html, raw } from "hono/html";
import { errorCodes } from "../platform/errors.ts";
import type { AppEnv } from "../platform/route.ts";

type Operation = {
  summary?: string;
  "x-permission"?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: unknown;
};

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
  app.get("/openapi.json", (c) => c.json(describe()));
  app.get("/docs", (c) => c.html(page("API reference", operations(describe().paths ?? {}))));
  app.get("/docs/errors", (c) => c.html(page("Errors", errors())));
}

function page(title: string, body: unknown) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Throughline</title>
    <link rel="stylesheet" href="/verify.css" />
  </head>
  <body class="reference">
    <main>
      <h1>${title}</h1>
      <p><a href="/docs">API reference</a> · <a href="/docs/errors">Errors</a> · <a href="/openapi.json">OpenAPI 3.1</a></p>
      ${body}
    </main>
  </body>
</html>`;
}

function operations(paths: Record<string, unknown>) {
  return Object.entries(paths).map(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, operation]) => html`<section>
        <h2><code>${method.toUpperCase()} ${path}</code></h2>
        <p>${operation.summary ?? ""}</p>
        <p>Permission: <code>${operation["x-permission"] ?? "public"}</code></p>
        ${
          operation.parameters?.length
            ? html`<ul>
              ${operation.parameters.map((one) => html`<li><code>${one.name}</code> (${one.in}${one.required ? ", required" : ""})</li>`)}
            </ul>`
            : raw("")
        }
      </section>`,
    ),
  );
}

function errors() {
  return html`<p>Every error is <code>application/problem+json</code> (RFC 9457) with a <code>code</code>, a <code>detail</code> that says what to do, and a <code>requestId</code>.</p>
    <dl>
      ${Object.entries(errorCodes).map(([code, { status, title }]) => html`<dt id="${code}"><code>${code}</code> · ${status}</dt><dd>${title}</dd>`)}
    </dl>`;
}
