import * as client from "openid-client";
import type { District } from "./district.ts";
import { AppError } from "./errors.ts";
import { sha256 } from "./ids.ts";
import { loginAttempts } from "./sign-in-attempt.ts";
import { GuardFailed, type Table } from "./table.ts";

/** Client secrets by name; they are never in the table, the environment of a deployed function or a log. */
export type Secrets = { read(name: string): Promise<string> };

const loginSeconds = 600;
/** A provider's addresses and our secret with it are looked up again after this long, so that a new secret takes hold. */
const keepMs = 300_000;
const configurations = new Map<string, { at: number; configuration: Promise<client.Configuration> }>();

async function configurationOf({ identityProvider }: District, secrets: Secrets): Promise<client.Configuration> {
  const key = `${identityProvider.issuer} ${identityProvider.clientId}`;
  const known = configurations.get(key);
  let found = known && performance.now() - known.at < keepMs ? known.configuration : undefined;
  if (!found) {
    const issuer = new URL(identityProvider.issuer);
    // Plain http is for a provider on this very machine; anything else must be https.
    const options = issuer.protocol === "http:" && issuer.hostname === "localhost" ? { execute: [client.allowInsecureRequests] } : {};
    found = secrets
      .read(identityProvider.clientSecretName)
      .then((secret) => client.discovery(issuer, identityProvider.clientId, secret, undefined, options));
    found.catch(() => configurations.delete(key));
    configurations.set(key, { at: performance.now(), configuration: found });
  }
  try {
    return await found;
  } catch (error) {
    throw new AppError("try-again", "Your district's sign-in service does not answer. People who are signed in can go on working.", {
      cause: error,
    });
  }
}

/** Where the provider sends the browser back to: an address of its own for each district, so answers cannot be mixed up. */
const redirectUri = (origin: string, district: District): string => `${origin}/auth/callback/${district.slug}`;

/** Begins the authorization code flow with PKCE, state and nonce; returns where to send the browser. */
export async function beginSignIn(options: {
  table: Table;
  secrets: Secrets;
  origin: string;
  district: District;
  now: Date;
  browserToken: string;
  returnTo: string;
}): Promise<URL> {
  const { district } = options;
  const configuration = await configurationOf(district, options.secrets);
  const codeVerifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const attempt = {
    version: 0,
    stateHash: sha256(state),
    browserHash: sha256(options.browserToken),
    districtId: district.id,
    codeVerifier,
    nonce,
    returnTo: options.returnTo,
    expiresAt: Math.floor(options.now.getTime() / 1000) + loginSeconds,
  };
  await options.table.write([loginAttempts.put(attempt).operation(district.id)]);
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(options.origin, district),
    scope: "openid email profile",
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
  });
}

/** Who the provider says has signed in. */
export type SignedIn = {
  issuer: string;
  subject: string;
  email: string | undefined;
  isEmailVerified: boolean;
  rosterId: string | undefined;
  idToken: string;
  returnTo: string;
};

/** Ends the flow: the state must be this browser's and unused, and the ID token must be the provider's for us. */
export async function finishSignIn(options: {
  table: Table;
  secrets: Secrets;
  origin: string;
  district: District;
  now: Date;
  browserToken: string | undefined;
  callback: URL;
}): Promise<SignedIn> {
  const { district, callback } = options;
  const state = callback.searchParams.get("state") ?? "";
  const refuse = (cause?: unknown) =>
    new AppError("signed-out", "This sign-in could not be completed. Begin again from the sign-in page; it takes a moment.", { cause });
  const item = await options.table.get({ PK: `LOGIN#${sha256(state)}`, SK: "S" });
  const attempt = item && loginAttempts.parse(item);
  const isOurs =
    attempt &&
    attempt.districtId === district.id &&
    attempt.expiresAt > options.now.getTime() / 1000 &&
    options.browserToken !== undefined &&
    attempt.browserHash === sha256(options.browserToken);
  if (!isOurs) throw refuse();
  // Removed before it is used: a second arrival with the same state finds nothing.
  await options.table.write([loginAttempts.remove(attempt).operation(district.id)]).catch((error: unknown) => {
    throw error instanceof GuardFailed ? refuse(error) : error;
  });
  const configuration = await configurationOf(district, options.secrets);
  const expected = new URL(redirectUri(options.origin, district));
  expected.search = callback.search;
  try {
    const tokens = await client.authorizationCodeGrant(configuration, expected, {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedState: state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error("no ID token");
    const text = (name: string) => (typeof claims[name] === "string" ? claims[name] : undefined);
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: text("email"),
      isEmailVerified: claims.email_verified === true,
      // A Cognito user pool puts this prefix before every claim of one's own.
      rosterId: text("roster_id") ?? text("custom:roster_id"),
      idToken: tokens.id_token,
      returnTo: attempt.returnTo,
    };
  } catch (error) {
    throw refuse(error);
  }
}

/** The provider's own sign-out page, where it has one. */
export async function signOutAddress(options: {
  secrets: Secrets;
  origin: string;
  district: District;
  idToken: string | undefined;
}): Promise<URL | undefined> {
  const configuration = await configurationOf(options.district, options.secrets);
  if (!configuration.serverMetadata().end_session_endpoint || options.idToken === undefined) return undefined;
  const back = `${options.origin}/sign-in`;
  // A Cognito user pool calls the way back `logout_uri`; providers that follow the standard ignore it.
  return client.buildEndSessionUrl(configuration, { id_token_hint: options.idToken, post_logout_redirect_uri: back, logout_uri: back });
}
