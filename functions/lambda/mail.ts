import type { Context, Services } from "../platform/context.ts";
import { jobContext } from "../platform/job.ts";
import { log } from "../platform/log.ts";
import { deliver, type Verdict } from "../platform/deliver.ts";
import { addressHash, mailStopAddress, mailStops } from "../platform/mail-events.ts";
import { letterIn, type Mailer, type Message } from "../platform/outbox.ts";
import type { Reaction } from "../platform/reaction.ts";
import { collectionOf, districtOf } from "../platform/record.ts";
import { checkNudge } from "../reminders/check-nudge.ts";
import { checkDigest, takeBack } from "../reminders/check-digest.ts";
import { readMailLanguage } from "../reminders/queries.ts";
import { findStaff } from "../roster/queries.ts";
import { isWorking } from "../roster/rules.ts";

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
 * Sends what the stream did not: messages older than a minute, and those whose time to be tried again has come. Nothing due
 * costs one read. Returns how many were sent; one that fails does not keep the others waiting.
 */
export async function sweepOutbox(services: Services, mailer: Mailer): Promise<number> {
  const { items } = await services.table.query("OUTQ", { index: "index3", to: `${services.clock.now().toISOString()}~` });
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
  return deliver(services.table, mailer, { districtId: ctx.district.id, id, now: ctx.now, check: (message) => check(ctx, message) });
}

/**
 * Whoever left, is suspended or is on leave today gets no mail, whatever was true when it was written; nor does an
 * address that takes none. A reminder is looked at once more by those who wrote it; everything else leaves in the language in which
 * its reader wants mail.
 */
async function check(ctx: Context, message: Message): Promise<Verdict> {
  const staff = await findStaff(ctx, message.staffId);
  if (!staff || !isWorking(staff, ctx.today)) return takeBack(ctx, message, "notWorking");
  const stop = await ctx.table.get(mailStops, mailStopAddress(addressHash(message.toEmail)));
  if (stop) return { cancel: stop.why };
  if (message.digest) return checkDigest(ctx, message);
  const verdict = message.nudge ? await checkNudge(ctx, message) : { send: message };
  // Tried again, it has its language already.
  if (!("send" in verdict) || !message.spanish) return verdict;
  return { send: letterIn(message, await readMailLanguage(ctx, message)) };
}

function messageIn(of: string): string | undefined {
  return /^OUT#([^#]+)$/.exec(of)?.[1];
}
