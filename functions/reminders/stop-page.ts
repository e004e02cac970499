import { html, raw } from "hono/html";
import type { Language } from "../platform/language.ts";
import { type Page, plainPage } from "../platform/plain-page.ts";
import type { PreferencesView, ReminderKindId } from "./contract.ts";
import { stopWords } from "./stop-words.ts";

/** What was just done on the page. */
export type Done = { stopped?: ReminderKindId[]; started?: ReminderKindId[]; isAll?: boolean };

/** The kinds of mail a person gets, each with a button; it names the district and nobody. */
export function stopPageOf(
  { kinds, stopped }: PreferencesView,
  at: { action: string; district: string; done?: Done },
  language: Language,
): Page {
  const say = stopWords[language];
  const named = (ids: readonly ReminderKindId[]): string => ids.map((id) => say.kinds[id]).join("; ");
  const { done } = at;
  const news = done?.isAll
    ? say.allDone
    : done?.stopped
      ? say.done(named(done.stopped))
      : done?.started
        ? say.undone(named(done.started))
        : undefined;
  const one = (id: ReminderKindId): Page => {
    const isStopped = stopped.includes(id);
    return html`<li>
          <span>${say.kinds[id]}<br /><small>${isStopped ? say.off : say.on}</small></span>
          <form method="post" action="${at.action}">
            <input type="hidden" name="kind" value="${id}" />
            <button name="to" value="${isStopped ? "start" : "stop"}" aria-label="${isStopped ? say.start : say.stop}: ${say.kinds[id]}">${isStopped ? say.start : say.stop}</button>
          </form>
        </li>`;
  };
  const isAnyLeft = kinds.some((id) => !stopped.includes(id));
  const body = html`<p>${say.lead(at.district)}</p>
      ${news === undefined ? raw("") : html`<p class="news" role="status">${news}</p>`}
      <ul class="choices">
        ${kinds.map(one)}
      </ul>
      ${isAnyLeft ? html`<form method="post" action="${at.action}"><button name="to" value="stopAll">${say.stopAll}</button></form>` : raw("")}
      <p>${say.note}</p>`;
  return layout(say.heading, body, language);
}

/** The answer to an address that belongs to nobody, and to one that could not be looked up. */
export function otherStopPage(why: "unknown" | "failed", language: Language): Page {
  const { heading, text } = stopWords[language][why];
  return layout(heading, html`<p>${text}</p>`, language);
}

function layout(title: string, body: Page, language: Language): Page {
  return plainPage({ kind: "stop", title, brand: stopWords[language].brand, main: html`<h1>${title}</h1>${body}`, language });
}
