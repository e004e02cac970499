import { certificationOf } from "../certification/ladder-rules.ts";
import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { writtenDate } from "../platform/dates.ts";
import { enqueue } from "../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { findStaff } from "../roster/queries.ts";
import { fullName, isWorking } from "../roster/rules.ts";
import type { OutsideBadge } from "./outside-records.ts";

type Decision = NonNullable<OutsideBadge["decision"]>;
type Told = OutsideBadge & Versioned & { decision: Decision };

/**
 * The message that tells the holder of a badge of another issuer what was decided about it, or that it counts no more: once for each
 * decision and each withdrawal. `countedBy` is the decision by which one counted that is declined now. Nobody who is not working here is told.
 */
export async function tellHolder(ctx: Context, badge: Told, countedBy?: Decision): Promise<RecordWrite<"fact">[]> {
  const staff = await findStaff(ctx, badge.staffId);
  if (!staff || !isWorking(staff, ctx.today)) return [];
  const { subject, body } = await wordsFor(ctx, badge, countedBy);
  return [
    enqueue(ctx, {
      key: `outside-badge-${badge.state}:${badge.id}:${badge.version}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      subject,
      body: [`Hello ${staff.givenName},`, ...body, `See it here: ${ctx.origin}/certificates/elsewhere`].join("\n\n"),
    }),
  ];
}

/** What becomes of the rest when a badge counts no more. */
const nothingElse =
  "A module that is yours to do has 30 contract days from today. Nothing else is lost: your certificates of this district and all you did stay as they are.";

async function wordsFor(
  ctx: Context,
  { state, title, issuer, decision, check }: Told,
  countedBy: Decision = decision,
): Promise<{ subject: string; body: string[] }> {
  const { modules } = await readCatalog(ctx);
  const { until, byName, reason } = decision;
  const { moduleIds, certificationIds } = countedBy;
  const lines = [
    ...moduleIds.map((id) => `- the module “${modules.find((one) => one.id === id)?.title ?? id}”`),
    ...certificationIds.map((id) => `- holding ${certificationOf(id)?.title ?? id}, where another certificate asks for it`),
  ].join("\n");
  const words = reason === "" ? [] : [`In their words: ${reason}`];
  if (state === "accepted")
    return {
      subject: `Your badge ${title} counts now`,
      body: [
        `${byName} looked at your badge “${title}” of ${issuer}. ${until === undefined ? "It" : `Until ${writtenDate(until)} it`} counts for:`,
        lines,
        ...words,
      ],
    };
  if (state === "withdrawn")
    return {
      subject: `Your badge ${title} counts no more`,
      body: [
        check.verdict === "forged"
          ? `The signature of your badge “${title}” of ${issuer} does not agree any more with the keys they publish. From today it does not count here. It counted for:`
          : `${issuer} has revoked or suspended your badge “${title}”. From today it does not count here any more. It counted for:`,
        lines,
        `${nothingElse} If this is a mistake, ask the issuer; once they have put it right, an administrator decides again.`,
      ],
    };
  if (countedBy !== decision)
    return {
      subject: `Your badge ${title} counts no more`,
      body: [
        `${byName} looked at your badge “${title}” of ${issuer} again. From today it does not count here. It counted for:`,
        lines,
        ...words,
        nothingElse,
      ],
    };
  return {
    subject: `Your badge ${title} does not count here`,
    body: [`${byName} looked at your badge “${title}” of ${issuer}: it does not count here.`, ...words],
  };
}
