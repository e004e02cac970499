import * as z from "zod";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-key.ts";
import { ApiKeyView, CreatedApiKey, NewApiKey } from "./contract.ts";
import { route } from "./route.ts";

const district = () => ({ kind: "district" }) as const;

/** The keys by which other programs of the district read. */
export const apiKeyRoutes = [
  route({
    method: "get",
    path: "/api/api-keys",
    summary: "List the keys by which other programs read",
    permission: "apiKey:write",
    subject: district,
    response: z.array(ApiKeyView),
    run: (ctx) => listApiKeys(ctx),
  }),
  route({
    method: "post",
    path: "/api/api-keys",
    summary: "Make a key; it is shown this once",
    permission: "apiKey:write",
    subject: district,
    body: NewApiKey,
    response: CreatedApiKey,
    run: (ctx, { body }) => createApiKey(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/api-keys/{keyId}/revocation",
    summary: "End a key at once and for good",
    permission: "apiKey:write",
    subject: district,
    params: z.object({ keyId: z.string() }),
    response: ApiKeyView,
    run: (ctx, { params }) => revokeApiKey(ctx, params.keyId),
  }),
] as const;
