import * as z from "zod";
import { signBadge } from "../badges/actions/sign-badge.ts";
import type { BadgeSigner, Services } from "../platform/context.ts";
import { grant } from "../platform/grant.ts";
import { grantJob } from "../platform/job.ts";
import { readEnv } from "./env.ts";
import { servicesFrom } from "./services.ts";
import { KmsKeys } from "./signing-keys.ts";

/** What the function that signs badges needs besides: the names of its keys in the key service, the current one first, with commas between them; or the folder they lie in. */
export const SigningEnv = z
  .object({
    RS256_KEY: z.string().min(1).optional(),
    ED25519_KEY: z.string().min(1).optional(),
    SIGNING_KEYS_FOLDER: z.string().optional(),
  })
  .refine(
    (env) => env.SIGNING_KEYS_FOLDER !== undefined || (env.RS256_KEY !== undefined && env.ED25519_KEY !== undefined),
    "set RS256_KEY and ED25519_KEY, or SIGNING_KEYS_FOLDER",
  );

/** What it must be given when deployed; a stack that leaves one out does not compile. */
export type DeployedSigningEnv = { RS256_KEY: string; ED25519_KEY: string };

const Asked = z.object({ districtId: z.string(), publicId: z.string(), requestId: z.string() });

export type SigningHandler = (event: unknown) => Promise<{ isDone: true }>;

/** Signs one badge that is frozen: whoever calls says which one, and nothing of what is signed. */
export function signingHandler(services: Services): SigningHandler {
  return async (event) => {
    const { districtId, publicId, requestId } = Asked.parse(event);
    await signBadge(await grantJob(services, { job: "badges", permission: "badge:sign", districtId, requestId }), publicId);
    return { isDone: true };
  };
}

/** Signing in the same process, where everything runs on one machine. */
export const signHere: BadgeSigner = (ctx, publicId) => signBadge(grant(ctx, "badge:sign", { kind: "district" }), publicId);

function withKeys(services: Services, env: NodeJS.ProcessEnv): Services {
  const { RS256_KEY = "", ED25519_KEY = "", SIGNING_KEYS_FOLDER } = readEnv(SigningEnv, env);
  return SIGNING_KEYS_FOLDER === undefined
    ? { ...services, signingKeys: new KmsKeys({ RS256: RS256_KEY.split(","), Ed25519: ED25519_KEY.split(",") }) }
    : services;
}

let composed: SigningHandler | undefined;

/** The function as Lambda runs it. */
export const handler: SigningHandler = (event) => (composed ??= signingHandler(withKeys(servicesFrom(process.env), process.env)))(event);
