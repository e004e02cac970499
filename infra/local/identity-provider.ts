import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname } from "node:path";
import { html } from "hono/html";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type Configuration, errors, interactionPolicy } from "oidc-provider";
import { memoryProviderStore } from "./provider-store.ts";

/** Someone who can be picked on the development sign-in page. */
export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  rosterId: string;
  description: string;
  group: string;
  isSuggested: boolean;
};

export type DemoClient = {
  clientId: string;
  clientSecret: string;
  districtName: string;
  redirectUri: string;
  people(): Promise<DemoPerson[]>;
};

/** The path under which the provider lives on the local server. */
export const idpPath = "/idp";

/**
 * A real OpenID provider for one machine. Its sign-in page offers the demo district's people by name and role instead
 * of asking for a password; everything else (code flow, PKCE, nonce, signed tokens) is as in any district's provider.
 */
export async function createIdentityProvider(options: { origin: string; keyFile: string; clients: DemoClient[] }) {
  const { Check, base } = interactionPolicy;
  const policy = base();
  // Ask every time: whoever tries the product wants to be another person next.
  policy
    .get("login")
    ?.checks.add(
      new Check("always_ask", "pick a person", (ctx) => (ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)),
    );
  const configuration: Configuration = {
    // Its own would do, but it writes a warning to the terminal that is meant for real providers.
    adapter: memoryProviderStore(),
    // In seconds: long enough to pick a person, short enough to forget it.
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 1_209_600, IdToken: 600, Interaction: 3600, Session: 1_209_600 },
    clients: options.clients.map(({ clientId, clientSecret, redirectUri }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    })),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "roster_id"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["development-only"] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { policy, url: (_ctx, interaction) => `${idpPath}/interaction/${interaction.uid}` },
    jwks: { keys: [await signingKey(options.keyFile)] },
    pkce: { required: () => true },
    async renderError(ctx, out, error) {
      ctx.type = "html";
      ctx.body = String(await (error instanceof errors.SessionNotFound ? expiredPage() : refusedPage(out.error_description ?? out.error)));
    },
    async findAccount(_ctx, sub) {
      for (const client of options.clients) {
        const person = (await client.people()).find(({ id }) => id === sub);
        if (person)
          return {
            accountId: sub,
            claims: () => ({ sub, name: person.name, email: person.email, email_verified: true, roster_id: person.rosterId }),
          };
      }
      return undefined;
    },
    // No consent page: the district's own application needs none.
    async loadExistingGrant(ctx) {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(`${options.origin}${idpPath}`, configuration);
  const callback = provider.callback();

  return async function respond(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", options.origin);
    const path = url.pathname.slice(idpPath.length);
    request.originalUrl = request.url ?? "/";
    request.url = path + url.search;
    if (!path.startsWith("/interaction/")) return callback(request, response);
    const details = await provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    if (!details) return send(response, 400, await expiredPage());
    const accountId = url.searchParams.get("person");
    if (accountId !== null)
      return provider.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false });
    const client = options.clients.find(({ clientId }) => clientId === details.params.client_id);
    const body = client ? await pickPage(client, url.searchParams.get("q") ?? "") : await refusedPage("the district is unknown");
    send(response, 200, body);
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(String(body));
}

function page(title: string, body: unknown) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/local.css" />
  </head>
  <body>
    <main>
      ${body}
    </main>
  </body>
</html>`;
}

const expiredPage = () =>
  page(
    "This sign-in is over · Development sign-in",
    html`<h1>This sign-in is over</h1>
      <p>It was finished or left for too long, or Throughline was restarted since.</p>
      <p><a href="/">Begin again</a></p>`,
  );

const refusedPage = (reason: string) =>
  page(
    "This sign-in does not work · Development sign-in",
    html`<h1>This sign-in does not work</h1>
      <p>The development provider says: ${reason}</p>
      <p><a href="/">Begin again</a></p>`,
  );

async function pickPage(client: DemoClient, search: string) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const everyone = await client.people();
  const found = everyone.filter((person) => words.every((word) => `${person.name} ${person.description}`.toLowerCase().includes(word)));
  const suggested = words.length === 0 ? found.filter(({ isSuggested }) => isSuggested) : [];
  const groups = Map.groupBy(found, ({ group }) => group);
  const link = (person: DemoPerson) =>
    html`<li><a href="?person=${person.id}"><strong>${person.name}</strong><span>${person.description}</span></a></li>`;
  return page(
    `Choose who to be · ${client.districtName}`,
    html`<p class="note">Development sign-in. On this machine, anyone can be anyone; a district's own provider takes its place.</p>
      <h1>Who are you at ${client.districtName}?</h1>
      ${suggested.length > 0 ? html`<h2>Good places to begin</h2><ul class="people">${suggested.map(link)}</ul>` : ""}
      <form role="search"><label for="q">Find someone by name, role or school</label><input id="q" name="q" type="search" value="${search}" /><button>Find</button></form>
      ${found.length === 0 ? html`<p>Nobody matches “${search}”.</p>` : ""}
      ${[...groups].map(([group, people]) => html`<h2>${group} (${people.length})</h2><ul class="people">${people.map(link)}</ul>`)}`,
  );
}

/** The provider's signing key, made once and kept, so that a restart does not end sign-ins that are under way. */
async function signingKey(file: string) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: "local", use: "sig", alg: "RS256" };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}
