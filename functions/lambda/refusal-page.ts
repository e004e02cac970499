import { html } from "hono/html";
import type { Problem } from "../platform/problem.ts";

/** What someone sees whose sign-in was refused: why, what to do, and the way back. */
export function refusalPage({ title, detail, requestId }: Problem) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>You are not signed in · Throughline</title>
    <link rel="stylesheet" href="/verify.css" />
  </head>
  <body class="reference">
    <main>
      <h1>You are not signed in</h1>
      <p>${detail ?? title}</p>
      <p><a href="/sign-in">Go to the sign-in page</a></p>
      <p><small>If you ask for help, quote this number: ${requestId}</small></p>
    </main>
  </body>
</html>`;
}
