import type { Context, Services } from "../platform/context.ts";
import { jobContext } from "../platform/job.ts";
import { log } from "../platform/log.ts";
import { deliver, type Mailer } from "../platform/outbox.ts";
import type { Reaction } from "../platform/reaction.ts";
import { collectionOf, districtOf } from "../platform/record.ts";
import { findStaff } from "../roster/queries.ts";
import { isWorking } from "../roster/rules.ts";

/** A message waits this long for the stream before the sweep looks for it. */
const sweepAfterMs = 60_000;

/** Sends a message as soon as it stands in the outbox. A failure is left to the sweep: its lease has to run out first. */
export function mailReaction(services: Services, mailer: Mailer): Reaction {
  return {
    name: "mail",
    job: "mail",
    concerns: ({ of, at }) => (at === "MSG" ? messageIn(of) : undefined),
    run: async (ctx, id) => void (await send(services, mailer, ctx, id)),
  };
}

/**
 * Sends what the stream did not: messages older than a minute that still stand in the queue, oldest first. Nothing due
 * costs one read. Returns how many were sent; one that fails does not keep the others waiting.
 */
export async function sweepOutbox(services: Services, mailer: Mailer): Promise<number> {
  const before = new Date(services.clock.now().getTime() - sweepAfterMs).toISOString();
  const { items } = await services.table.query("OUTQ", { index: "index3", to: before });
  let sent = 0;
  for (const { PK } of items) {
    const districtId = districtOf(PK);
    const id = messageIn(collectionOf(PK));
    if (districtId === undefined || id === undefined) continue;
    try {
      const ctx = await jobContext(services, "mail", districtId, "outbox-sweep");
      if ((await send(services, mailer, ctx, id)) === "sent") sent++;
    } catch (error) {
      log("error", "a message could not be sent", { districtId, row: id, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return sent;
}

function send(services: Services, mailer: Mailer, ctx: Context, id: string): Promise<"sent" | "skipped"> {
  return deliver(services.table, mailer, {
    districtId: ctx.district.id,
    id,
    now: ctx.now,
    // Whoever left, is suspended or is on leave today gets no mail, whatever was true when it was written.
    mayReceive: async (staffId) => {
      const staff = await findStaff(ctx, staffId);
      return staff !== undefined && isWorking(staff, ctx.today);
    },
  });
}

function messageIn(of: string): string | undefined {
  return /^OUT#([^#]+)$/.exec(of)?.[1];
}
