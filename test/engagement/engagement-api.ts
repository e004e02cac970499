import { OpenAPIHono } from "@hono/zod-openapi";
import { engagementRoutes } from "../../functions/engagement/routes.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { invalidInput, problem } from "../../functions/platform/problem.ts";
import type { AppEnv } from "../../functions/platform/route.ts";
import type { TestStore } from "../support/store.ts";

/** Who asks, with what they may open. */
export type Asker = { staffId: string; grants: AccessGrant[] };

export const districtLeader: Asker = { staffId: "stf_leader", grants: [{ role: "staff" }, { role: "districtLeader" }] };
export const administrator: Asker = { staffId: "stf_admin", grants: [{ role: "staff" }, { role: "districtAdministrator" }] };
export const coach: Asker = { staffId: "stf_coach", grants: [{ role: "staff" }, { role: "coach" }] };
export const teacher: Asker = { staffId: "stf_teacher", grants: [{ role: "staff" }] };
export const leaderOf = (...schoolIds: string[]): Asker => ({
  staffId: "stf_principal",
  grants: [{ role: "staff" }, { role: "schoolLeader", schoolIds }],
});

/** The capability's routes over HTTP, as the whole API mounts them, with a session already read. */
export function engagementApi(store: TestStore) {
  const ask = async (path: string, asker: Asker, district: District): Promise<Response> => {
    const app = new OpenAPIHono<AppEnv>({
      defaultHook: (result) => {
        if (!result.success) throw invalidInput(result.error, result.target);
      },
    });
    app.onError((error, c) => problem(error, c, "test"));
    app.use(async (c, next) => {
      c.set("context", store.contextOf({ kind: "person", name: asker.staffId, ...asker }, district));
      await next();
    });
    return app.openapiRoutes(engagementRoutes).request(path);
  };
  return {
    ask,
    async status(path: string, asker: Asker, district: District): Promise<number> {
      return (await ask(path, asker, district)).status;
    },
    async json<T>(path: string, asker: Asker, district: District): Promise<T> {
      const response = await ask(path, asker, district);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    async text(path: string, asker: Asker, district: District): Promise<string> {
      return (await ask(path, asker, district)).text();
    },
  };
}
