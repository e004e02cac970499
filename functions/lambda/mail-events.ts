import * as z from "zod";
import type { Services } from "../platform/context.ts";
import { log } from "../platform/log.ts";
import { type MailEvent, recordMailEvent } from "../platform/mail-events.ts";
import { servicesFrom } from "./services.ts";

const tag = z.array(z.string()).min(1);

/** What SES tells of a message, as EventBridge brings it. Only what is used is looked at. */
const SesEvent = z.object({
  time: z.iso.datetime(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ tags: z.object({ message: tag, district: tag }) }),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string().optional(),
        bouncedRecipients: z.array(z.object({ diagnosticCode: z.string().optional() })).optional(),
      })
      .optional(),
  }),
});

/** The event in our own terms; undefined for one that says nothing about the way of a message. */
function eventIn({ time, detail: { eventType, bounce } }: z.infer<typeof SesEvent>): MailEvent | undefined {
  const at = new Date(time);
  switch (eventType) {
    case "Send":
      return { kind: "sent", at };
    case "Delivery":
      return { kind: "delivered", at };
    case "Complaint":
      return { kind: "complained", at };
    case "Bounce": {
      const type = [bounce?.bounceType, bounce?.bounceSubType].filter(Boolean).join(", ");
      const told = bounce?.bouncedRecipients?.[0]?.diagnosticCode;
      const reason = told === undefined ? type : `${type}: ${told}`;
      return { kind: "bounced", at, permanent: bounce?.bounceType === "Permanent", reason: reason.slice(0, 300) };
    }
    default:
      return undefined;
  }
}

export type MailEventsHandler = (event: unknown) => Promise<{ recorded: boolean }>;

/** Puts down what became of each message. Mail without our tags is not ours and is passed over. */
export function mailEventsHandler({ table }: Pick<Services, "table">): MailEventsHandler {
  return async (raw) => {
    const parsed = SesEvent.safeParse(raw);
    const event = parsed.success ? eventIn(parsed.data) : undefined;
    if (!parsed.success || !event) return { recorded: false };
    const { message, district } = parsed.data.detail.mail.tags;
    await recordMailEvent(table, district[0] ?? "", message[0] ?? "", event);
    if (event.kind === "bounced" || event.kind === "complained")
      log("warn", `a message ${event.kind}`, { districtId: district[0] ?? "", row: message[0] ?? "" });
    return { recorded: true };
  };
}

let composed: MailEventsHandler | undefined;

/** The function as Lambda runs it. */
export const handler: MailEventsHandler = (event) => (composed ??= mailEventsHandler(servicesFrom(process.env)))(event);
