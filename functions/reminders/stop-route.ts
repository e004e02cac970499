import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Services } from "../platform/context.ts";
import { grantJob } from "../platform/job.ts";
import { languageOf } from "../platform/language.ts";
import { log } from "../platform/log.ts";
import type { AppEnv } from "../platform/route.ts";
import { ReminderKindId } from "./contract.ts";
import type { Done } from "./stop-page.ts";

type Change = { stop?: ReminderKindId[]; start?: ReminderKindId[]; isAll?: boolean };

/**
 * The page on which a person stops kinds of mail without signing in, by the unguessable address in their own mail. A
 * mail program's one click (RFC 8058) is a POST to the address of the header; opening an address changes nothing, since
 * programs that look for harm open every link there is.
 */
export function addStopPages(app: OpenAPIHono<AppEnv>, services: Services): void {
  app.get("/stop/:token/:kinds?", (c) => answer(c, services, {}));
  app.post("/stop/:token", async (c) => {
    const { to, kind } = await c.req.parseBody();
    const named = kindsNamed(typeof kind === "string" ? kind : "");
    return answer(c, services, to === "stopAll" ? { isAll: true } : to === "start" ? { start: named } : { stop: named });
  });
  app.post("/stop/:token/:kinds", (c) => answer(c, services, { stop: kindsNamed(c.req.param("kinds")) }));
}

const kindsNamed = (text: string): ReminderKindId[] => text.split("+").flatMap((one) => ReminderKindId.safeParse(one).data ?? []);

async function answer(c: HonoContext<AppEnv>, services: Services, change: Change): Promise<Response> {
  const { otherStopPage, stopPageOf } = await import("./stop-page.ts");
  const language = languageOf(c);
  const headers = { "cache-control": "no-store", "x-robots-tag": "noindex", "referrer-policy": "no-referrer" };
  try {
    const link = await findLink(services, c.req.param("token") ?? "");
    if (!link) return await c.html(otherStopPage("unknown", language), 404, headers);
    const { districtId, staffId, token } = link;
    const ctx = await grantJob(services, { job: "mail", permission: "mail:choose", districtId, requestId: c.get("requestId") });
    const { chooseReminders, readPreferences } = await import("./actions/choose-reminders.ts");
    const before = await readPreferences(ctx, staffId);
    const stopped = stoppedAfter(before.stopped, before.kinds, change);
    const isChanged = stopped.length !== before.stopped.length;
    const now = isChanged ? await chooseReminders(ctx, staffId, { stopped }) : before;
    const done: Done = {
      ...(change.stop?.length && { stopped: change.stop }),
      ...(change.start?.length && { started: change.start }),
      ...(change.isAll && { isAll: true }),
    };
    return await c.html(stopPageOf(now, { action: `/stop/${token}`, district: ctx.district.name, done }, language), 200, headers);
  } catch (error) {
    log("error", "a choice of reminders could not be saved", {
      requestId: c.get("requestId"),
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return await c.html(otherStopPage("failed", language), 503, { ...headers, "retry-after": "60" });
  }
}

async function findLink({ table }: Pick<Services, "table">, token: string) {
  // The shape of our ids: nothing else is even looked up.
  if (!/^[0-9a-hjkmnp-tv-z]{32}$/.test(token)) return undefined;
  const { stopLinkAddress, stopLinks } = await import("./records.ts");
  const { of, at } = stopLinkAddress(token);
  const item = await table.get({ PK: of, SK: at });
  return item?.type === stopLinks.type ? stopLinks.parse(item) : undefined;
}

function stoppedAfter(
  before: readonly ReminderKindId[],
  all: readonly ReminderKindId[],
  { stop = [], start = [], isAll }: Change,
): ReminderKindId[] {
  const stopped = new Set([...before, ...stop, ...(isAll ? all : [])]);
  return [...stopped].filter((id) => !start.includes(id));
}
