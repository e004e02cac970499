import * as z from "zod";
import type { Secrets } from "../platform/oidc.ts";
import { readEnv } from "./env.ts";

/** What the function that signs people in needs besides. */
export const SecretsEnv = z.object({
  /** What the names of sign-in secrets begin with in Secrets Manager. */
  SECRETS_PREFIX: z.string().min(1),
});

const keepMs = 300_000;

/** Client secrets from Secrets Manager, read when first needed and again after five minutes, so that a new one takes hold. */
export function secretsFrom(env: NodeJS.ProcessEnv): Secrets {
  const { SECRETS_PREFIX } = readEnv(SecretsEnv, env);
  const held = new Map<string, { at: number; value: Promise<string> }>();
  return {
    read(name) {
      const known = held.get(name);
      if (known && performance.now() - known.at < keepMs) return known.value;
      const value = fetchSecret(`${SECRETS_PREFIX}${name}`);
      value.catch(() => held.delete(name));
      held.set(name, { at: performance.now(), value });
      return value;
    },
  };
}

async function fetchSecret(id: string): Promise<string> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined) throw new Error("a sign-in secret is there but empty");
  return SecretString;
}
