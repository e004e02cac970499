import * as z from "zod";
import { signBadge } from "../badges/actions/sign-badge.ts";
import type { BadgeSigner, Services, SigningKeys } from "../platform/context.ts";
import { grant } from "../platform/grant.ts";
import { grantJob } from "../platform/job.ts";
import { readEnv } from "./env.ts";
import { servicesFrom } from "./services.ts";
import { KmsKeys } from "./signing-keys.ts";

/** What the function that signs badges needs besides: the names of its keys in the key service. */
export const SigningEnv = z.object({ RS256_KEY: z.string().min(1), ED25519_KEY: z.string().min(1) });

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

function keysFrom(env: NodeJS.ProcessEnv): SigningKeys {
  const { RS256_KEY, ED25519_KEY } = readEnv(SigningEnv, env);
  return new KmsKeys({ RS256: RS256_KEY, Ed25519: ED25519_KEY });
}

let composed: SigningHandler | undefined;

/** The function as Lambda runs it. */
export const handler: SigningHandler = (event) =>
  (composed ??= signingHandler({ ...servicesFrom(process.env), signingKeys: keysFrom(process.env) }))(event);
