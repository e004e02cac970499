import { html } from "hono/html";
import type { Language } from "../platform/language.ts";
import type { Problem } from "../platform/problem.ts";

const words = {
  en: {
    heading: "You are not signed in",
    back: "Go to the sign-in page",
    number: (requestId: string) => `If you ask for help, quote this number: ${requestId}`,
  },
  es: {
    heading: "No se inició la sesión",
    back: "Ir a la página de inicio de sesión",
    number: (requestId: string) => `Si pide ayuda, dé este número: ${requestId}`,
  },
};

/** What someone sees whose sign-in was refused: why, what to do, and the way back. */
export function refusalPage({ title, detail, requestId }: Problem, language: Language) {
  const say = words[language];
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${say.heading} · Throughline</title>
    <link rel="stylesheet" href="/verify.css" />
  </head>
  <body class="reference">
    <main>
      <h1>${say.heading}</h1>
      <p>${detail ?? title}</p>
      <p><a href="/sign-in">${say.back}</a></p>
      <p><small>${say.number(requestId)}</small></p>
    </main>
  </body>
</html>`;
}
