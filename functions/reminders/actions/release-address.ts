import { commit } from "../../platform/commit.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { mailStopAddress, mailStops } from "../../platform/mail-events.ts";
import type { RemindersPage } from "../contract.ts";
import { remindersPage } from "../read-reminders.ts";

/** Lets an address have mail again, once someone has seen to why it came back. */
export async function releaseAddress(ctx: Granted<"reminder:write">, emailHash: string): Promise<RemindersPage> {
  const stop = await ctx.table.get(mailStops, mailStopAddress(emailHash));
  if (!stop) throw notFound("address");
  const { staffId, why, reason } = stop;
  const subject = `staff:${staffId}`;
  const page = await remindersPage(ctx);
  const addresses = page.addresses.filter((one) => one.emailHash !== emailHash);
  return commit(ctx, {
    action: "mail.addressReleased",
    subject,
    writes: [mailStops.remove(stop)],
    before: { why, reason },
    result: { ...page, addresses },
  });
}
