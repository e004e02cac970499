import { html, raw } from "hono/html";
import type { Language } from "./language.ts";

/** A page or a piece of one as text, with what came from outside made harmless. */
export type Page = ReturnType<typeof html>;

/**
 * A page that needs no script and no session: certificates and mail link to it. `kind` is its class in `/verify.css`;
 * `brand` says beside the product's name what the page is for. Search engines are asked to pass it by.
 */
export function plainPage(page: { kind: string; title: string; brand?: string; main: Page; language: Language }): Page {
  const header = page.brand === undefined ? raw("") : html`<header><p class="brand">Throughline <span>${page.brand}</span></p></header>`;
  return html`<!doctype html>
<html lang="${page.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${page.title} · Throughline</title>
    <link rel="stylesheet" href="/verify.css" />
  </head>
  <body class="${page.kind}">
    ${header}
    <main>
      ${page.main}
    </main>
  </body>
</html>`;
}
