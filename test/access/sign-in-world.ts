import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../functions/lambda/app.ts";
import { type District, districts } from "../../functions/platform/district.ts";
import { freePort } from "../../infra/local/embedded-database.ts";
import { createIdentityProvider, type DemoPerson, idpPath } from "../../infra/local/identity-provider.ts";
import { createWebServer } from "../../infra/local/web-server.ts";
import { openTestStore, otherDistrict, testDistrict } from "../support/store.ts";
import { Browser } from "./browser.ts";
import { populate } from "./world.ts";

/** A person as an identity provider knows them. */
export const account = (id: string, email: string, rosterId = `r-${id}`): DemoPerson => ({
  id,
  name: id,
  email,
  rosterId,
  description: "",
  group: "Staff",
  isSuggested: false,
});

const secrets: Record<string, string> = { maple: "secret-of-maple", cedar: "secret-of-cedar" };

export type SignInWorld = Awaited<ReturnType<typeof openSignInWorld>>;

/** The real app behind the local web server, with two real identity providers on addresses of their own. */
export async function openSignInWorld(accounts: readonly DemoPerson[]) {
  const store = await openTestStore();
  await populate(store);
  const folder = mkdtempSync(join(tmpdir(), "throughline-sign-in-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const otherPort = await freePort();
  const otherOrigin = `http://localhost:${otherPort}`;
  const services = { ...store.services, origin };
  const secretsRead: string[] = [];
  const start = () =>
    createApp({ ...services, table: { ...store.table } }, { read: async (name) => (secretsRead.push(name), secrets[name] ?? "") });
  let app = start();
  const client = (district: District) => ({
    clientId: district.slug,
    clientSecret: secrets[district.slug] ?? "",
    districtName: district.name,
    redirectUri: `${origin}/auth/callback/${district.slug}`,
    people: async () => [...accounts],
  });
  const clients = [client(testDistrict), client(otherDistrict)];
  const provider = await createIdentityProvider({ origin, keyFile: join(folder, "key.json"), clients });
  const otherProvider = await createIdentityProvider({ origin: otherOrigin, keyFile: join(folder, "other-key.json"), clients });
  const server = createWebServer({ api: (request) => app.fetch(request), webFolder: folder, local: { [idpPath]: provider } });
  const otherServer = createWebServer({
    api: () => new Response("none", { status: 404 }),
    webFolder: folder,
    local: { [idpPath]: otherProvider },
  });
  await listen(server, port);
  await listen(otherServer, otherPort);

  /** Says who vouches for a district's people from now on. */
  const trust = async (district: District, issuerOrigin: string): Promise<void> => {
    const identityProvider = {
      ...district.identityProvider,
      issuer: `${issuerOrigin}${idpPath}`,
      clientId: district.slug,
      clientSecretName: district.slug,
    };
    await store.table.write([districts.overwrite({ ...district, identityProvider }).operation(district.id)]);
    // A process keeps a district's settings for a minute; a new one reads them.
    app = start();
  };
  await trust(testDistrict, origin);
  await trust(otherDistrict, otherOrigin);

  /** Goes as far as the provider's answer: the callback's address, not yet visited. */
  const untilCallback = async (
    browser: Browser,
    personId: string,
    options: { district?: string; returnTo?: string } = {},
  ): Promise<URL> => {
    const begin = new URL(`${origin}/auth/sign-in?district=${options.district ?? "maple"}`);
    if (options.returnTo !== undefined) begin.searchParams.set("returnTo", options.returnTo);
    const pick = await browser.follow(begin);
    if (!pick.url.pathname.startsWith(`${idpPath}/interaction/`))
      throw new Error(`expected the provider's page, got ${pick.status} ${pick.url.href}: ${pick.body}`);
    pick.url.searchParams.set("person", personId);
    const isBack = (next: URL): boolean => next.pathname.startsWith("/auth/callback/");
    let last = await browser.follow(pick.url, isBack);
    // Someone else was signed in at the provider: its page sends a form by itself, as a browser would.
    if (last.body.includes("/session/end/confirm")) last = await browser.submit(last, isBack);
    if (!last.location) throw new Error(`the provider did not come back: ${last.status} ${last.body}`);
    return last.location;
  };

  return {
    store,
    origin,
    otherOrigin,
    trust,
    /** The names of the secrets that were read, each time that one was. */
    secretsRead,
    untilCallback,
    /** The whole of it: the answer of the callback. */
    signIn: async (browser: Browser, personId: string, options: { district?: string; returnTo?: string } = {}) =>
      browser.send(await untilCallback(browser, personId, options)),
    /** Whether this browser is signed in, and as whom. */
    async whoIs(browser: Browser): Promise<string | undefined> {
      const { status, body } = await browser.send(`${origin}/api/session`);
      return status === 200 ? (JSON.parse(body) as { staffId: string }).staffId : undefined;
    },
    async close() {
      await Promise.all([server, otherServer].map((one) => new Promise((resolve) => (one.closeAllConnections(), one.close(resolve)))));
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
}
