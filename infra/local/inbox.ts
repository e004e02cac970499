import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { html } from "hono/html";

type Sent = { toName: string; toEmail: string; subject: string; body: string; sentAt?: string; createdAt: string };

const shown = 200;

/** A page of the mail that would have gone out, newest first: on one machine no mail leaves it. */
export function inboxPage(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const search = new URL(request.url ?? "/", "http://local").searchParams.get("q")?.toLowerCase() ?? "";
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
    const all = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as Sent));
    const found = all
      .filter(({ toName, toEmail, subject }) => `${toName} ${toEmail} ${subject}`.toLowerCase().includes(search))
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    const body = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Inbox · Throughline on this machine</title>
    <link rel="stylesheet" href="/local.css" />
  </head>
  <body>
    <main>
      <p class="note">Mail on this machine goes here and nowhere else.</p>
      <h1>Inbox</h1>
      <form role="search"><label for="q">Find by person or subject</label><input id="q" name="q" type="search" value="${search}" /><button>Find</button></form>
      <p>${found.length === 0 ? "No mail yet." : `${found.length} messages${found.length > shown ? `, the newest ${shown} shown` : ""}.`}</p>
      ${found.slice(0, shown).map(
        (mail) => html`<article>
          <h2>${mail.subject}</h2>
          <p class="to">To ${mail.toName} &lt;${mail.toEmail}&gt; · ${(mail.sentAt ?? mail.createdAt).slice(0, 16).replace("T", " ")} UTC</p>
          <pre>${mail.body}</pre>
        </article>`,
      )}
    </main>
  </body>
</html>`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(String(await body));
  };
}

/** The small stylesheet of the pages that only a laptop has. */
export function localStyles(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/css; charset=utf-8" });
  response.end(readFileSync(join(import.meta.dirname, "local.css")));
}
