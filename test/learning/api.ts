import { OpenAPIHono } from "@hono/zod-openapi";
import { curriculumRoutes } from "../../functions/curriculum/routes.ts";
import { learningRoutes } from "../../functions/learning/routes.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { invalidInput, problem } from "../../functions/platform/problem.ts";
import type { AppEnv } from "../../functions/platform/route.ts";
import type { World } from "./world.ts";

/** Calls learning's own routes as one signed-in person; answers the status and the body as text and as JSON. */
export function apiAs(world: World, staffId: string, grants: AccessGrant[] = [{ role: "staff" }]) {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error, result.target);
    },
  });
  app.onError((error, c) => problem(error, c, "req_test"));
  app.use(async (c, next) => {
    c.set("context", world.contextOf({ kind: "person", staffId, name: staffId, grants }, undefined, c.req.header("idempotency-key")));
    await next();
  });
  app.openapiRoutes(curriculumRoutes).openapiRoutes(learningRoutes);
  return async (method: string, path: string, body?: object | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const isFile = body instanceof Uint8Array;
    const response = await app.request(path, {
      method,
      headers: { ...(body && !isFile && { "content-type": "application/json" }), ...headers },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, text, bytes, json: isJson ? JSON.parse(text) : undefined };
  };
}
