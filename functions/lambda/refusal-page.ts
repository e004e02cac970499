import { html } from "hono/html";
import type { Language } from "../platform/language.ts";
import { plainPage } from "../platform/plain-page.ts";
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
  const main = html`<h1>${say.heading}</h1>
      <p>${detail ?? title}</p>
      <p><a href="/sign-in">${say.back}</a></p>
      <p><small>${say.number(requestId)}</small></p>`;
  return plainPage({ kind: "reference", title: say.heading, main, language });
}
